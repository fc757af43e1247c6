import { useTranslation } from "react-i18next";
import { Work } from "../Work.tsx";
import { BoardCards } from "./BoardCards.tsx";
import { DraftPicture } from "./DraftPicture.tsx";
import { StepTitle } from "./StepTitle.tsx";
import type { StepProps } from "./stepProps.ts";

/** The cabinet is saved and the program starts anew with it: what to try then. */
export function SavedStep({ view }: StepProps) {
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
    />
  );
}
