import { ArrowsClockwiseIcon } from "@phosphor-icons/react/dist/csr/ArrowsClockwise";
import { DoorOpenIcon } from "@phosphor-icons/react/dist/csr/DoorOpen";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CommissionedBoard } from "#core/contract/technician.ts";
import { PanelKey } from "#ui/widgets/PanelKey.tsx";
import { Work } from "../Work.tsx";
import { BoardCards } from "./BoardCards.tsx";
import { StepRow } from "./Fields.tsx";
import { GiveUpKey } from "./GiveUpKey.tsx";
import { StepTitle } from "./StepTitle.tsx";
import type { StepProps } from "./stepProps.ts";
import { boardToCalibrate } from "./wizardStep.ts";

/** One door of each board is opened and shut again: what changes teaches how the board is read. */
export function CalibratingStep(props: StepProps) {
  const board = boardToCalibrate(props.view);
  return board === undefined ? null : <LearnBoard key={board.board} {...props} board={board} />;
}

function LearnBoard({ view, send, board }: StepProps & { readonly board: CommissionedBoard }) {
  const { t } = useTranslation();
  const openedHere = view.opened?.board === board.board ? view.opened.channel : undefined;
  const [channel, setChannel] = useState(openedHere ?? 1);
  const isLearning = board.calibration === "learning";
  const { calibration } = board;
  const title = isLearning
    ? t("commissioning.calibrating.openTitle")
    : t("commissioning.calibrating.title", { board: board.board });
  const lead = isLearning
    ? t("commissioning.calibrating.openLead", { board: board.board, channel: openedHere ?? channel })
    : t("commissioning.calibrating.lead");
  return (
    <Work
      names={{ main: title, side: t("wires.boards") }}
      main={
        <>
          <StepTitle title={title} lead={lead} />
          {calibration === "noChange" && view.problem === undefined && (
            <p className="tech-trouble">
              {t("commissioning.calibrating.noChange", { channel: openedHere ?? channel })}
            </p>
          )}
          {calibration === "contradiction" && view.problem === undefined && (
            <p className="tech-trouble">{t("commissioning.calibrating.contradiction")}</p>
          )}
        </>
      }
      side={<BoardCards boards={view.boards} isLearning />}
      keys={
        <>
          {isLearning ? (
            <PanelKey
              icon={ArrowsClockwiseIcon}
              label={t("commissioning.calibrating.anew")}
              under={t("commissioning.calibrating.anewUnder")}
              onPress={() => send({ kind: "confirmAllShut" })}
            />
          ) : (
            <OpenKeys board={board} channel={channel} onChannel={setChannel} send={send} />
          )}
          <GiveUpKey send={send} />
        </>
      }
    />
  );
}

/** Opens one channel; another one can be chosen where no door sprang open. */
function OpenKeys(props: {
  readonly board: CommissionedBoard;
  readonly channel: number;
  readonly onChannel: (channel: number) => void;
  readonly send: StepProps["send"];
}) {
  const { t } = useTranslation();
  const { board, channel } = props;
  return (
    <>
      <PanelKey
        tone="main"
        icon={DoorOpenIcon}
        label={t("commissioning.calibrating.open", { channel })}
        onPress={() => props.send({ kind: "openChannel", board: board.board, channel })}
      />
      <div className="tech-keys-wide">
        <StepRow
          label={t("commissioning.calibrating.other")}
          value={String(channel)}
          words={{
            less: t("commissioning.calibrating.previous"),
            more: t("commissioning.calibrating.nextChannel"),
          }}
          onStep={(step) => props.onChannel(Math.min(board.channels, Math.max(1, channel + step)))}
        />
      </div>
    </>
  );
}
