import { useTranslation } from "react-i18next";
import type { IntakeObstacle } from "#core/contract/screen.ts";
import { useDates } from "../language/useDates.ts";
import type { PageProps } from "../screens/screenProps.ts";

/** Why no dossier is taken now, and when and where else. */
export function useObstacleWords({ setup, snapshot }: PageProps): {
  readonly short: (obstacle: IntakeObstacle) => string;
  readonly full: (obstacle: IntakeObstacle) => string;
} {
  const { t } = useTranslation();
  const dates = useDates(setup.timeZone);
  const opensAtMs = snapshot.counterOpensAtMs;
  const elsewhere =
    opensAtMs === undefined
      ? t("obstacle.comeLater", { hotline: setup.office.hotline })
      : t("obstacle.comeAt", { time: dates.time(opensAtMs), day: dates.headerDay(opensAtMs) });
  return {
    short: (obstacle) => t(`obstacle.${obstacle}`),
    full: (obstacle) => `${t(`obstacle.${obstacle}`)} ${elsewhere}`,
  };
}
