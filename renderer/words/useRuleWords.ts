import { useTranslation } from "react-i18next";
import type { RestDay } from "#core/domain/calendar.ts";
import type { DepositTimes } from "#core/events/eventParts.ts";
import { dateOnlyMs, datesIn } from "../language/useDates.ts";
import { useLocalized } from "../language/useLocalized.ts";
import { restRuns } from "./restRuns.ts";

/** At most this many kinds of rest days are named; a longer list would hide the rule. */
const MOST_NAMED = 3;

/** The rules between the clocks in words; undefined where the deposit carries none. */
export function useRuleWords(): {
  readonly received: (times: DepositTimes) => string | undefined;
  readonly due: (times: DepositTimes) => string | undefined;
} {
  const { t } = useTranslation();
  const days = useRestDayWords();
  return {
    received: ({ receivedRule: rule }) => {
      if (rule === undefined) return undefined;
      const rest = "restDays" in rule ? days(rule.restDays) : "";
      if (rule.kind === "afterClosing" && rest !== "") return t("received.afterClosingRest", { days: rest });
      return t(`received.${rule.kind}`, { days: rest });
    },
    due: ({ dueRule: rule }) => {
      if (rule === undefined) return undefined;
      const rest = days(rule.restDays);
      const without = rest === "" || rule.kind === "calendarDays" ? "" : t("due.without", { days: rest });
      if (rule.kind === "sameDay") {
        return t(rule.isAfterCutOff ? "due.sameDayLate" : "due.sameDay", { cutOff: rule.cutOff }) + without;
      }
      return t(`due.${rule.kind}`, { count: rule.days }) + without;
    },
  };
}

function useRestDayWords(): (days: readonly RestDay[]) => string {
  const { t, i18n } = useTranslation();
  const localized = useLocalized();
  const dates = datesIn(i18n.language, "UTC");
  const short = (date: string) => dates.shortDate(dateOnlyMs(date));
  return (days) => {
    const words = restRuns(days).map(({ name, from, to }) => {
      if (name === undefined) return dates.weekday(dateOnlyMs(from));
      const holiday = localized(name);
      return from === to
        ? t("days.named", { name: holiday, date: short(from) })
        : t("days.namedRange", { name: holiday, from: short(from), to: short(to) });
    });
    const named = [...new Set(words)].slice(0, MOST_NAMED);
    return named.join(i18n.language === "zh" ? "、" : ", ");
  };
}
