import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { DepositTimes } from "#core/events/eventParts.ts";
import { dateOnlyMs, datesIn } from "../language/useDates.ts";
import { useLocalized } from "../language/useLocalized.ts";
import { RestDay, restRuns } from "./restDays.ts";

const restDays = z.array(RestDay).default([]);

/** Why a dossier counts as received when it does (core/domain/reception.ts). */
const ReceivedRule = z.object({
  kind: z.enum(["withinHours", "beforeOpening", "lunchBreak", "afterClosing", "restDays"]),
  restDays,
});

/** The rule behind a due date (core/domain/dueDate.ts). */
const DueRule = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("workingDays"), days: z.number(), restDays }),
  z.object({ kind: z.literal("calendarDays"), days: z.number(), restDays }),
  z.object({ kind: z.literal("sameDay"), cutOff: z.string(), isAfterCutOff: z.boolean(), restDays }),
]);

/** At most this many kinds of rest days are named; a longer list would hide the rule. */
const MOST_NAMED = 3;

/** The rules between the clocks in words; undefined where the rule is of a kind that this page does not know. */
export function useRuleWords(): {
  readonly received: (times: DepositTimes) => string | undefined;
  readonly due: (times: DepositTimes) => string | undefined;
} {
  const { t } = useTranslation();
  const days = useRestDayWords();
  return {
    received: (times) => {
      const rule = ReceivedRule.safeParse(times.receivedRule);
      if (!rule.success) return undefined;
      const rest = days(rule.data.restDays);
      if (rule.data.kind === "afterClosing" && rest !== "") return t("received.afterClosingRest", { days: rest });
      return t(`received.${rule.data.kind}`, { days: rest });
    },
    due: (times) => {
      const rule = DueRule.safeParse(times.dueRule);
      if (!rule.success) return undefined;
      const rest = days(rule.data.restDays);
      const without = rest === "" || rule.data.kind === "calendarDays" ? "" : t("due.without", { days: rest });
      if (rule.data.kind === "sameDay") {
        return t(rule.data.isAfterCutOff ? "due.sameDayLate" : "due.sameDay", { cutOff: rule.data.cutOff }) + without;
      }
      return t(`due.${rule.data.kind}`, { count: rule.data.days }) + without;
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
