import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { assert } from "../base/assert.ts";
import { failed, ok, type Result } from "../base/result.ts";
import {
  type CalendarGap,
  calendarDay,
  IsoDate,
  localTime,
  RestDay,
  TimeOfDay,
  type WorkingCalendar,
} from "./calendar.ts";

const Days = z.number().int().min(1).max(365);

/** The statutory time of a procedure. `notStated`: the catalogue does not know it, so that no date is promised. */
export const Period = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("workingDays"), days: Days }),
  z.strictObject({ kind: z.literal("calendarDays"), days: Days }),
  z.strictObject({ kind: z.literal("sameDay") }),
  z.strictObject({ kind: z.literal("notStated") }),
]);
export type Period = z.infer<typeof Period>;

/** The rule behind a due date. `restDays` are the days that did not count, in order. */
export const DueRule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("workingDays"), days: Days, restDays: z.array(RestDay) }),
  z.strictObject({ kind: z.literal("calendarDays"), days: Days, restDays: z.array(RestDay) }),
  z.strictObject({
    kind: z.literal("sameDay"),
    cutOff: TimeOfDay,
    isAfterCutOff: z.boolean(),
    restDays: z.array(RestDay),
  }),
]);
export type DueRule = z.infer<typeof DueRule>;

/** A provisional due date with its rule. Only the office's own receipt (form 01) binds. */
export const DueDate = z.strictObject({ date: IsoDate, rule: DueRule });
export type DueDate = z.infer<typeof DueDate>;

/**
 * The provisional due date of a dossier that counts as received at `receivedAtMs`.
 *
 * The first day does not count and a period ends on a working day (Civil Code 2015, articles 147.2 and 148.5). Results
 * of the same day slip to the next working day when received after the cut-off, 15:00 (Law on Civil Status, article
 * 5.3; Decree 23/2015, article 7); the minute 15:00 itself is still in time, as the paper shows whole minutes.
 *
 * `undefined` where the procedure's time is not stated; a gap where the calendar ends before the period does.
 */
export function provisionalDueDate(
  calendar: WorkingCalendar,
  receivedAtMs: number,
  period: Period,
): Result<DueDate | undefined, CalendarGap> {
  if (period.kind === "notStated") return ok(undefined);
  const received = localTime(calendar, receivedAtMs);
  const firstDay = received.toPlainDate();
  if (period.kind === "sameDay") {
    const isAfterCutOff =
      received.toPlainTime().round({ smallestUnit: "minute", roundingMode: "trunc" }).toString().slice(0, 5) >
      calendar.cutOff;
    const end = workingDayFrom(calendar, isAfterCutOff ? firstDay.add({ days: 1 }) : firstDay);
    return withRule(end, (restDays) => ({ kind: "sameDay", cutOff: calendar.cutOff, isAfterCutOff, restDays }));
  }
  const { kind, days } = period;
  const end =
    kind === "workingDays"
      ? countWorkingDays(calendar, firstDay, days)
      : workingDayFrom(calendar, firstDay.add({ days }));
  return withRule(end, (restDays) => ({ kind, days, restDays }));
}

interface PeriodEnd {
  readonly date: Temporal.PlainDate;
  readonly restDays: RestDay[];
}

function withRule(
  end: Result<PeriodEnd, CalendarGap>,
  rule: (restDays: RestDay[]) => DueRule,
): Result<DueDate, CalendarGap> {
  return end.ok ? ok({ date: end.value.date.toString(), rule: rule(end.value.restDays) }) : end;
}

/** The `days`-th working day after `firstDay`. */
function countWorkingDays(
  calendar: WorkingCalendar,
  firstDay: Temporal.PlainDate,
  days: number,
): Result<PeriodEnd, CalendarGap> {
  assert(days >= 1, "a period of working days has at least one day");
  const restDays: RestDay[] = [];
  let date = firstDay;
  for (let counted = 0; counted < days; counted += 1) {
    const next = workingDayFrom(calendar, date.add({ days: 1 }));
    if (!next.ok) return next;
    date = next.value.date;
    restDays.push(...next.value.restDays);
  }
  return ok({ date, restDays });
}

/** `date` itself or the first working day after it. Ends at the latest at the end of the calendar. */
function workingDayFrom(calendar: WorkingCalendar, from: Temporal.PlainDate): Result<PeriodEnd, CalendarGap> {
  const restDays: RestDay[] = [];
  for (let date = from; ; date = date.add({ days: 1 })) {
    const day = calendarDay(calendar, date);
    if (day.kind === "gap") return failed(day.gap);
    if (day.kind === "working") return ok({ date, restDays });
    restDays.push(day.restDay);
  }
}
