import { useTranslation } from "react-i18next";
import type { ProcedureView } from "#core/contract/channel.ts";

/** Statutory time and fee of a procedure in words; undefined where the catalogue states none. */
export function usePeriodWords({ period, feeVnd }: ProcedureView): {
  readonly period: string | undefined;
  readonly fee: string | undefined;
} {
  const { t, i18n } = useTranslation();
  const dong = new Intl.NumberFormat(i18n.language === "vi" ? "vi-VN" : "en-GB");
  const fee = feeVnd === undefined ? undefined : feeVnd === 0 ? t("papers.free") : `${dong.format(feeVnd)} đ`;
  if (period === undefined) return { period: undefined, fee };
  if (period.kind === "sameDay") return { period: t("papers.sameDay"), fee };
  return { period: period.days === undefined ? undefined : t(`papers.${period.kind}`, { count: period.days }), fee };
}
