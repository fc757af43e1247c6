import { useTranslation } from "react-i18next";
import type { IntakeStep } from "#core/contract/screen.ts";
import type { RailSteps } from "../frame/ScreenFrame.tsx";

const intakeSteps = ["procedure", "papers", "consent", "person", "bag", "receipt"] as const satisfies IntakeStep[];
const collectionSteps = ["credential", "secondValue", "door"] as const;

/** The steps of a collection. */
export type CollectionStep = (typeof collectionSteps)[number];

/** The rail of handing in, at a step. */
export function useIntakeRail(step: IntakeStep): RailSteps {
  const { t } = useTranslation();
  return { steps: intakeSteps.map((one) => t(`intakeRail.${one}`)), current: intakeSteps.indexOf(step) };
}

/** The rail of collecting, at a step. */
export function useCollectionRail(step: CollectionStep): RailSteps {
  const { t } = useTranslation();
  return { steps: collectionSteps.map((one) => t(`collectionRail.${one}`)), current: collectionSteps.indexOf(step) };
}
