import { DoorOpenIcon } from "@phosphor-icons/react/dist/csr/DoorOpen";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PanelKey } from "#ui/widgets/PanelKey.tsx";
import { Work } from "../Work.tsx";
import { DraftPicture } from "./DraftPicture.tsx";
import { Choice, StepRow } from "./Fields.tsx";
import { StepTitle } from "./StepTitle.tsx";
import type { StepProps } from "./stepProps.ts";
import { type DoorName, type DoorSize, doorSizes, limits, suggestedName, takenNumbers } from "./suggestion.ts";
import { withName } from "./withName.ts";
import type { Channel } from "./wizardStep.ts";

const sizes = Object.keys(doorSizes).filter((one): one is DoorSize => one in doorSizes);

/** Props of the question about one channel. */
export interface NameDoorProps extends StepProps {
  readonly channel: Channel;
  /** Present where the channel was chosen to be corrected, rather than just opened: goes back. */
  readonly onDone?: (() => void) | undefined;
}

/** Which door belongs to a channel: number, column and height, each suggested; the picture grows as they change. */
export function NameDoor(props: NameDoorProps) {
  const { view, channel, onDone } = props;
  const { t } = useTranslation();
  const [name, setName] = useState<DoorName>(() => suggestedName(view.boards, channel));
  const isTaken = takenNumbers(view.boards, channel).has(name.compartmentNumber);
  const title = t(onDone === undefined ? "commissioning.naming.title" : "commissioning.naming.correctTitle", {
    ...channel,
  });
  return (
    <Work
      names={{ main: t("commissioning.naming.picture"), side: title }}
      main={
        <>
          <StepTitle title={title} lead={t("commissioning.naming.lead", { ...channel })} />
          <DraftPicture
            boards={isTaken ? view.boards : withName(view.boards, channel, name)}
            lit={isTaken ? undefined : name}
          />
        </>
      }
      side={<NameFields name={name} onChange={setName} />}
      keys={<NameKeys {...props} name={name} />}
    />
  );
}

/** Confirms the name, or says that there is no door. */
function NameKeys({ view, send, channel, onDone, name }: NameDoorProps & { readonly name: DoorName }) {
  const { t } = useTranslation();
  const door = name.compartmentNumber;
  const isTaken = takenNumbers(view.boards, channel).has(door);
  // Its contact did not change: most likely no door hangs there.
  const hasNoSign = onDone === undefined && view.problem === "nothingChanged";
  const say = (what: Partial<DoorName>) => {
    send({ kind: "nameDoor", ...channel, ...what });
    onDone?.();
  };
  const confirm = (
    <PanelKey
      key="confirm"
      tone={hasNoSign ? undefined : "main"}
      label={t("commissioning.naming.confirm", { door })}
      unavailableReason={isTaken ? t("commissioning.naming.taken", { door }) : undefined}
      onPress={() => say(name)}
    />
  );
  const noDoor = (
    <PanelKey
      key="noDoor"
      tone={hasNoSign ? "main" : undefined}
      label={t("commissioning.naming.noDoor")}
      onPress={() => say({})}
    />
  );
  return (
    <>
      {hasNoSign ? [noDoor, confirm] : [confirm, noDoor]}
      <PanelKey
        icon={DoorOpenIcon}
        label={t("commissioning.naming.again", { channel: channel.channel })}
        onPress={() => send({ kind: "openChannel", ...channel })}
      />
      {onDone !== undefined && <PanelKey label={t("technician.noChange")} onPress={onDone} />}
    </>
  );
}

function NameFields({ name, onChange }: { readonly name: DoorName; readonly onChange: (name: DoorName) => void }) {
  const { t } = useTranslation();
  const words = { less: t("commissioning.naming.less"), more: t("commissioning.naming.more") };
  const size = sizes.find((one) => doorSizes[one] === name.heightMm);
  const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
  return (
    <div className="tech-panel">
      <StepRow
        label={t("commissioning.naming.number")}
        value={String(name.compartmentNumber)}
        words={words}
        leap={10}
        onStep={(step) =>
          onChange({ ...name, compartmentNumber: within(name.compartmentNumber + step, 1, limits.compartmentNumber) })
        }
      />
      <StepRow
        label={t("commissioning.naming.column")}
        value={String(name.column)}
        words={words}
        onStep={(step) => onChange({ ...name, column: within(name.column + step, 1, limits.column) })}
      />
      <Choice
        label={t("commissioning.naming.height")}
        options={sizes.map((one) => ({
          value: one,
          label: one,
          under: t("commissioning.naming.mm", { mm: doorSizes[one] }),
        }))}
        chosen={size}
        onChoose={(one) => onChange({ ...name, heightMm: doorSizes[one] })}
      />
      <StepRow
        label={t("commissioning.naming.otherHeight")}
        value={t("commissioning.naming.mm", { mm: name.heightMm })}
        words={{ less: t("commissioning.naming.shorter"), more: t("commissioning.naming.taller") }}
        onStep={(step) =>
          onChange({ ...name, heightMm: within(name.heightMm + step * limits.stepMm, limits.leastMm, limits.mostMm) })
        }
      />
    </div>
  );
}
