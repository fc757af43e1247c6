import { useTranslation } from "react-i18next";
import { useUnits } from "../../../language/useUnits.ts";
import { Work } from "../Work.tsx";
import { BoardCards } from "./BoardCards.tsx";
import { GiveUpKey } from "./GiveUpKey.tsx";
import { StepTitle } from "./StepTitle.tsx";
import type { StepProps } from "./stepProps.ts";

/** Little doors that fill while the search goes on. */
const doors = Array.from({ length: 24 }, (_, index) => index + 1);

/** The search: how far it is and what it has found. */
export function SearchingStep({ view, send }: StepProps) {
  const { t } = useTranslation();
  const units = useUnits();
  const progress = Math.min(1, Math.max(0, view.progress ?? 0));
  const percent = units.number(Math.floor(progress * 100));
  const found = view.boards.length;
  return (
    <Work
      names={{ main: t("commissioning.searching.title"), side: t("wires.boards") }}
      main={
        <>
          <StepTitle title={t("commissioning.searching.title")} lead={t("commissioning.searching.lead")} />
          <div className="step-progress">
            <span
              className="step-progress-doors"
              role="progressbar"
              aria-label={t("commissioning.searching.title")}
              aria-valuenow={Math.floor(progress * 100)}
              aria-valuemin={0}
              aria-valuemax={100}
            >
              {doors.map((door) => (
                <span key={door} data-is-done={door <= Math.floor(progress * doors.length) ? "" : undefined} />
              ))}
            </span>
            <p role="status">
              {`${t("commissioning.searching.progress", { percent })}. `}
              {found === 0
                ? t("commissioning.searching.foundNone")
                : t("commissioning.searching.found", { count: found })}
            </p>
          </div>
        </>
      }
      side={<BoardCards boards={view.boards} />}
      keys={<GiveUpKey send={send} />}
    />
  );
}
