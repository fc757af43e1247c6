import { DoorOpenIcon } from "@phosphor-icons/react/dist/csr/DoorOpen";
import { ProhibitIcon } from "@phosphor-icons/react/dist/csr/Prohibit";
import { RepeatIcon } from "@phosphor-icons/react/dist/csr/Repeat";
import { UsersIcon } from "@phosphor-icons/react/dist/csr/Users";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { ServiceReason } from "#core/events/eventParts.ts";
import { PanelKey } from "#ui/widgets/PanelKey.tsx";
import type { PageProps } from "../../screenProps.ts";
import type { DoorFacts } from "./doorFacts.ts";

/** How often a door can be opened and shut in one test. */
const rounds = [1, 3, 5, 10, 20, 50] as const;

/** Props of the keys of a door. */
export interface DoorKeysProps {
  readonly page: PageProps;
  readonly door: DoorFacts;
  /** True while a device is being tested. */
  readonly isBusy: boolean;
}

/** What can be done with the chosen door; reasons and rounds are asked for in the same place. */
export function DoorKeys(props: DoorKeysProps) {
  const [asks, setAsks] = useState<"reason" | "rounds" | undefined>(undefined);
  const done = () => setAsks(undefined);
  if (asks === "reason") return <Reasons {...props} onDone={done} />;
  if (asks === "rounds") return <Rounds {...props} onDone={done} />;
  return <ActionKeys {...props} onAsk={setAsks} />;
}

function ActionKeys({
  page,
  door,
  isBusy,
  onAsk,
}: DoorKeysProps & { readonly onAsk: (asks: "reason" | "rounds") => void }) {
  const { t } = useTranslation();
  const { compartmentNumber, contents } = door;
  const { send } = page;
  const holds = contents === "dossier";
  const isOpen = door.reading.door === "open" && !door.isSensorFaulty;
  const busy = isBusy ? t("technician.busyTest") : isOpen ? t("technician.door.isOpen") : undefined;
  return (
    <>
      <PanelKey
        tone="main"
        icon={holds ? UsersIcon : DoorOpenIcon}
        label={t(holds ? "technician.door.openTwo" : "technician.door.open", { door: compartmentNumber })}
        unavailableReason={busy}
        onPress={() => send({ kind: "openDoor", compartmentNumber })}
      />
      <PanelKey
        icon={RepeatIcon}
        label={t("technician.door.cycle")}
        under={holds ? t("technician.door.cycleTwo") : undefined}
        unavailableReason={busy}
        onPress={() => onAsk("rounds")}
      />
      {door.outOfService === undefined ? (
        <PanelKey icon={ProhibitIcon} label={t("technician.door.takeOut")} onPress={() => onAsk("reason")} />
      ) : (
        <PanelKey
          label={t("technician.door.return")}
          onPress={() => send({ kind: "returnToService", compartmentNumber })}
        />
      )}
      <PanelKey
        label={t(door.isSensorFaulty ? "technician.door.sensorIsGood" : "technician.door.sensorIsFaulty")}
        onPress={() => send({ kind: "declareSensor", compartmentNumber, isFaulty: !door.isSensorFaulty })}
      />
    </>
  );
}

function Rounds({ page, door, onDone }: DoorKeysProps & { readonly onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <Asking title={t("technician.door.rounds")} lead={t("technician.door.roundsLead")} onDone={onDone}>
      {rounds.map((count) => (
        <PanelKey
          key={count}
          label={t("technician.door.round", { count })}
          onPress={() => {
            onDone();
            page.send({ kind: "cycleDoor", compartmentNumber: door.compartmentNumber, rounds: count });
          }}
        />
      ))}
    </Asking>
  );
}

function Reasons({ page, door, onDone }: DoorKeysProps & { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { compartmentNumber } = door;
  return (
    <Asking
      title={t("technician.door.reason", { door: compartmentNumber })}
      lead={t("technician.door.reasonLead")}
      onDone={onDone}
    >
      {ServiceReason.options.map((reason) => (
        <PanelKey
          key={reason}
          label={t(`serviceReason.${reason}`)}
          onPress={() => {
            onDone();
            page.send({ kind: "takeOutOfService", compartmentNumber, reason });
          }}
        />
      ))}
    </Asking>
  );
}

function Asking(props: {
  readonly title: string;
  readonly lead: string;
  readonly onDone: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <>
      <div className="tech-keys-words">
        <h2>{props.title}</h2>
        <p>{props.lead}</p>
      </div>
      {props.children}
      <PanelKey label={t("technician.noChange")} onPress={props.onDone} />
    </>
  );
}
