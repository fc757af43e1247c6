import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { failed, ok, type Result } from "../base/result.ts";
import { type CalendarGap, calendarDay, localTime, RestDay, type WorkingCalendar } from "./calendar.ts";

/** Why a dossier counts as received when it does. `restDays` are the days passed over, in order. */
export const ReceptionRule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("withinHours") }),
  z.strictObject({ kind: z.literal("beforeOpening") }),
  z.strictObject({ kind: z.literal("lunchBreak") }),
  z.strictObject({ kind: z.literal("afterClosing"), restDays: z.array(RestDay) }),
  z.strictObject({ kind: z.literal("restDays"), restDays: z.array(RestDay) }),
]);
export type ReceptionRule = z.infer<typeof ReceptionRule>;

/** The moment from which a dossier counts as received, epoch milliseconds, with the rule that gave it. */
export const Reception = z.strictObject({ atMs: z.number().int(), rule: ReceptionRule });
export type Reception = z.infer<typeof Reception>;

/**
 * The first working moment at or after the drop. The kiosk is open at all hours, the counter is not: both times are
 * printed, with the rule between them. A date beyond the calendar is a gap, never a guess.
 */
export function countsAsReceived(calendar: WorkingCalendar, droppedAtMs: number): Result<Reception, CalendarGap> {
  const dropped = localTime(calendar, droppedAtMs);
  const day = calendarDay(calendar, dropped.toPlainDate());
  if (day.kind === "gap") return failed(day.gap);
  if (day.kind === "rest") return nextOpening(calendar, dropped, { kind: "restDays", restDays: [day.restDay] });

  const time = dropped.toPlainTime();
  for (const [index, { opens, closes }] of day.hours.entries()) {
    if (Temporal.PlainTime.compare(time, opens) < 0) {
      const rule: ReceptionRule = index === 0 ? { kind: "beforeOpening" } : { kind: "lunchBreak" };
      return ok({ atMs: dropped.withPlainTime(opens).epochMilliseconds, rule });
    }
    if (Temporal.PlainTime.compare(time, closes) < 0) return ok({ atMs: droppedAtMs, rule: { kind: "withinHours" } });
  }
  return nextOpening(calendar, dropped, { kind: "afterClosing", restDays: [] });
}

/** The opening of the first working day after `from`. Ends at the latest at the end of the calendar. */
function nextOpening(
  calendar: WorkingCalendar,
  from: Temporal.ZonedDateTime,
  rule: Extract<ReceptionRule, { restDays: unknown }>,
): Result<Reception, CalendarGap> {
  const restDays = [...rule.restDays];
  for (let moment = from.add({ days: 1 }); ; moment = moment.add({ days: 1 })) {
    const day = calendarDay(calendar, moment.toPlainDate());
    if (day.kind === "gap") return failed(day.gap);
    const opening = day.kind === "working" ? day.hours[0] : undefined;
    if (opening)
      return ok({ atMs: moment.withPlainTime(opening.opens).epochMilliseconds, rule: { ...rule, restDays } });
    if (day.kind === "rest") restDays.push(day.restDay);
  }
}
