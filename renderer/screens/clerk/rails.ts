import { useTranslation } from "react-i18next";
import type { RailSteps } from "../../frame/ScreenFrame.tsx";

/** Taking a dossier out: open, count, close. */
export function useEmptyingRail(current: 0 | 1 | 2): RailSteps {
  const { t } = useTranslation();
  return { steps: [t("clerk.rail.open"), t("clerk.rail.count"), t("clerk.rail.close")], current };
}

/** Seeing whether a compartment is empty: open, look, close. */
export function useInspectionRail(current: 0 | 1 | 2): RailSteps {
  const { t } = useTranslation();
  return { steps: [t("clerk.rail.open"), t("clerk.rail.look"), t("clerk.rail.close")], current };
}

/** Loading a result: its code, its recipient, the compartment. */
export function useLoadingRail(current: 0 | 1 | 2): RailSteps {
  const { t } = useTranslation();
  return { steps: [t("clerk.rail.code"), t("clerk.rail.recipient"), t("clerk.rail.put")], current };
}
