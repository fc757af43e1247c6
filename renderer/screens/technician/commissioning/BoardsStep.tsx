import { ArrowsClockwiseIcon } from "@phosphor-icons/react/dist/csr/ArrowsClockwise";
import { PlusIcon } from "@phosphor-icons/react/dist/csr/Plus";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PanelKey } from "#ui/widgets/PanelKey.tsx";
import { Work } from "../Work.tsx";
import { AddBoard } from "./AddBoard.tsx";
import { BoardCards } from "./BoardCards.tsx";
import { GiveUpKey } from "./GiveUpKey.tsx";
import { StepTitle } from "./StepTitle.tsx";
import type { StepProps } from "./stepProps.ts";

/** The boards found: compared with the cabinet, added by hand or removed; then every door has to be shut. */
export function BoardsStep(props: StepProps) {
  const { t } = useTranslation();
  const { view, send, onPorts } = props;
  const [isAdding, setIsAdding] = useState(false);
  if (isAdding) return <AddBoard {...props} onDone={() => setIsAdding(false)} />;
  const { boards } = view;
  const isEmpty = boards.length === 0;
  const title = isEmpty ? t("commissioning.boards.none") : t("commissioning.boards.title", { count: boards.length });
  return (
    <Work
      names={{ main: title, side: t("wires.boards") }}
      main={
        <StepTitle title={title} lead={t(isEmpty ? "commissioning.boards.noneLead" : "commissioning.boards.lead")} />
      }
      side={<BoardCards boards={boards} onRemove={(board) => send({ kind: "removeBoard", board })} />}
      keys={
        <>
          <PanelKey
            tone="main"
            label={t("commissioning.boards.allShut")}
            under={t("commissioning.boards.allShutUnder")}
            unavailableReason={isEmpty ? t("commissioning.boards.noBoards") : undefined}
            onPress={() => send({ kind: "confirmAllShut" })}
          />
          <PanelKey icon={PlusIcon} label={t("commissioning.boards.add")} onPress={() => setIsAdding(true)} />
          <PanelKey icon={ArrowsClockwiseIcon} label={t("commissioning.boards.again")} onPress={() => onPorts(true)} />
          <GiveUpKey send={send} />
        </>
      }
    />
  );
}
