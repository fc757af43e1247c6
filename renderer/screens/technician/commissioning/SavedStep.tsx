import { ArrowsClockwiseIcon } from "@phosphor-icons/react/dist/csr/ArrowsClockwise";
import { useTranslation } from "react-i18next";
import { PanelKey } from "#ui/widgets/PanelKey.tsx";
import { Work } from "../Work.tsx";
import { BoardCards } from "./BoardCards.tsx";
import { DraftPicture } from "./DraftPicture.tsx";
import { StepTitle } from "./StepTitle.tsx";
import type { StepProps } from "./stepProps.ts";

/** The cabinet is saved: what to try next. */
export function SavedStep({ page, view, send }: StepProps) {
  const { t } = useTranslation();
  return (
    <Work
      names={{ main: t("commissioning.saved.title"), side: t("wires.boards") }}
      main={
        <>
          <StepTitle title={t("commissioning.saved.title")} lead={t("commissioning.saved.lead")} />
          <DraftPicture boards={view.boards} />
        </>
      }
      side={<BoardCards boards={view.boards} isLearning />}
      keys={
        <>
          <PanelKey
            tone="main"
            label={t("commissioning.saved.toCabinet")}
            onPress={() => page.send({ kind: "showSection", section: "cabinet" })}
          />
          <PanelKey
            icon={ArrowsClockwiseIcon}
            label={t("commissioning.saved.again")}
            onPress={() => send({ kind: "begin" })}
          />
        </>
      }
    />
  );
}
