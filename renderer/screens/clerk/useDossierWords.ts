import { useTranslation } from "react-i18next";
import type { Setup } from "#core/contract/channel.ts";
import type { ListedDeposit } from "#core/contract/screen.ts";
import { dateOnlyMs, useDates } from "../../language/useDates.ts";
import { useLocalized } from "../../language/useLocalized.ts";

/** A dossier in the words of the current language. */
export interface DossierWords {
  readonly procedure: (procedureId: string) => string;
  readonly paper: (procedureId: string, paperId: string) => string;
  /** The legal deadline: `Hạn 19/11`. */
  readonly due: (deposit: ListedDeposit) => string;
  /** From when the period runs: `tính từ 07:30 16/11`. */
  readonly received: (deposit: ListedDeposit) => string;
}

/** Names from the catalogue and days in the office's time zone; an id stands in where the catalogue lacks a name. */
export function useDossierWords(setup: Setup): DossierWords {
  const { t } = useTranslation();
  const localized = useLocalized();
  const dates = useDates(setup.timeZone);
  const find = (procedureId: string) => setup.catalogue.find((one) => one.procedureId === procedureId);
  return {
    procedure: (procedureId) => {
      const found = find(procedureId);
      return found === undefined ? procedureId : localized(found.name);
    },
    paper: (procedureId, paperId) => {
      const found = find(procedureId)?.papers.find((one) => one.paperId === paperId);
      return found === undefined ? paperId : localized(found.name);
    },
    due: ({ times }) =>
      times.dueDate === undefined
        ? t("clerk.dueUnknown")
        : t("clerk.due", { day: dates.shortDate(dateOnlyMs(times.dueDate)) }),
    received: ({ times }) => {
      const fromMs = times.countsAsReceivedAtMs ?? times.droppedAtMs;
      if (fromMs === undefined) return t("clerk.receivedUnknown");
      return t("clerk.received", { time: dates.time(fromMs), day: dates.shortDate(fromMs) });
    },
  };
}
