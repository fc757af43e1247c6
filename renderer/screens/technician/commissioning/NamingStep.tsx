import { DoorOpenIcon } from "@phosphor-icons/react/dist/csr/DoorOpen";
import { FloppyDiskIcon } from "@phosphor-icons/react/dist/csr/FloppyDisk";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PanelKey } from "#ui/widgets/PanelKey.tsx";
import { Marked } from "../../../parts/Marked.tsx";
import { Work } from "../Work.tsx";
import { ChannelMap } from "./ChannelMap.tsx";
import { DraftPicture } from "./DraftPicture.tsx";
import { GiveUpKey } from "./GiveUpKey.tsx";
import { NameDoor } from "./NameDoor.tsx";
import { StepTitle } from "./StepTitle.tsx";
import type { StepProps } from "./stepProps.ts";
import { type Channel, channelToName, nextChannel, progressOf, restOf } from "./wizardStep.ts";

/** Channel by channel: open, see which door sprang open, name it; at the end compare the picture and save. */
export function NamingStep(props: StepProps) {
  const { view } = props;
  const [chosen, setChosen] = useState<Channel | undefined>(undefined);
  const asked = channelToName(view);
  if (asked !== undefined) {
    return <NameDoor key={`${asked.board}/${asked.channel}`} {...props} channel={asked} />;
  }
  if (chosen !== undefined) {
    return (
      <NameDoor
        key={`${chosen.board}/${chosen.channel}`}
        {...props}
        channel={chosen}
        onDone={() => setChosen(undefined)}
      />
    );
  }
  return <NextChannel {...props} onChannel={setChosen} />;
}

function NextChannel(props: StepProps & { readonly onChannel: (channel: Channel) => void }) {
  const { t } = useTranslation();
  const { view, send } = props;
  const next = nextChannel(view.boards);
  const progress = progressOf(view.boards);
  const rest = restOf(view.boards, next);
  const title =
    next === undefined
      ? t("commissioning.summary.title", { count: progress.doors })
      : t("commissioning.naming.waitingTitle");
  return (
    <Work
      names={{ main: title, side: t("commissioning.naming.channels") }}
      main={
        <>
          <StepTitle
            title={title}
            lead={t(next === undefined ? "commissioning.summary.lead" : "commissioning.naming.waitingLead")}
          />
          <DraftPicture boards={view.boards} />
        </>
      }
      side={
        <div className="tech-panel">
          <p>
            <Marked text={t("commissioning.naming.progress", { done: progress.done, total: progress.total })} />
            {progress.unused > 0 && `, ${t("commissioning.summary.unused", { count: progress.unused })}`}
          </p>
          <ChannelMap boards={view.boards} next={next} onChannel={props.onChannel} />
        </div>
      }
      keys={
        <>
          <NextKey next={next} send={send} />
          {rest !== undefined && (
            <PanelKey
              label={t("commissioning.naming.leaveRest", { board: rest.board, count: rest.count })}
              onPress={() => send({ kind: "leaveRest", board: rest.board })}
            />
          )}
          <GiveUpKey send={send} />
        </>
      }
    />
  );
}

/** Opens the next channel, or saves when none is left. */
function NextKey({ next, send }: { readonly next: Channel | undefined; readonly send: StepProps["send"] }) {
  const { t } = useTranslation();
  return next === undefined ? (
    <PanelKey
      tone="main"
      icon={FloppyDiskIcon}
      label={t("commissioning.summary.save")}
      onPress={() => send({ kind: "save" })}
    />
  ) : (
    <PanelKey
      tone="main"
      icon={DoorOpenIcon}
      label={t("commissioning.naming.open", { ...next })}
      onPress={() => send({ kind: "openChannel", ...next })}
    />
  );
}
