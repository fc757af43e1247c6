import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { LocalizedText } from "./localizedText.ts";

/** A calendar date, "2026-11-14". */
export const IsoDate = z.iso.date();
export type IsoDate = z.infer<typeof IsoDate>;

/** A time of the office's clock, "07:30". */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day is written "07:30"');

/** Counter hours without a break: open from `opens` up to, not including, `closes`. */
export const OpenInterval = z.strictObject({ opens: TimeOfDay, closes: TimeOfDay });
export type OpenInterval = z.infer<typeof OpenInterval>;

const DayHours = z
  .array(OpenInterval)
  .max(4)
  .refine(areInOrder, "the intervals of a day must be in order, must not overlap, and must close after they open");

/** Weekdays in ISO order, Monday first. */
export const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export const Weekday = z.enum(WEEKDAYS);
export type Weekday = z.infer<typeof Weekday>;

/** A date that differs from its weekday: a holiday, or a rest day that is worked instead of another one. */
export const SpecialDay = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("dayOff"), date: IsoDate, name: LocalizedText }),
  z.strictObject({
    kind: z.literal("workingDay"),
    date: IsoDate,
    name: LocalizedText,
    /** The weekday whose hours are worked. */
    hoursOf: Weekday.default("monday"),
  }),
]);
export type SpecialDay = z.infer<typeof SpecialDay>;

/**
 * When the office works. Holidays are fixed year by year, so a calendar speaks only for `validFrom` to `validTo`
 * (both included): outside of them it does not know, and says so.
 */
export const WorkingCalendar = z
  .strictObject({
    timeZone: z.string().refine(isTimeZone, 'the time zone must be an IANA name such as "Asia/Ho_Chi_Minh"'),
    validFrom: IsoDate,
    validTo: IsoDate,
    hours: z.strictObject({
      monday: DayHours,
      tuesday: DayHours,
      wednesday: DayHours,
      thursday: DayHours,
      friday: DayHours,
      saturday: DayHours,
      sunday: DayHours,
    }),
    days: z.array(SpecialDay).max(2000),
    /** What is received after this time moves to the next working day (Decree 61/2018 article 18.2). */
    cutOff: TimeOfDay.default("15:00"),
  })
  .superRefine(checkCalendar);
export type WorkingCalendar = z.infer<typeof WorkingCalendar>;

/** A date for which nobody has entered the holidays yet: nothing may be promised about it. */
export interface CalendarGap {
  readonly kind: "noCalendarForDate";
  readonly date: IsoDate;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate;
}

/** A day on which the counter does not work: a weekly rest day, or a day off with a name. */
export const RestDay = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("weekly"), date: IsoDate, weekday: Weekday }),
  z.strictObject({ kind: z.literal("dayOff"), date: IsoDate, weekday: Weekday, name: LocalizedText }),
]);
export type RestDay = z.infer<typeof RestDay>;

/** What the calendar says of one date. */
export type CalendarDay =
  | { readonly kind: "working"; readonly hours: readonly OpenInterval[] }
  | { readonly kind: "rest"; readonly restDay: RestDay }
  | { readonly kind: "gap"; readonly gap: CalendarGap };

/** Looks a date up: working with its hours, rest with its reason, or unknown. */
export function calendarDay(calendar: WorkingCalendar, date: Temporal.PlainDate): CalendarDay {
  const iso = date.toString();
  const { validFrom, validTo } = calendar;
  if (iso < validFrom || iso > validTo) {
    return { kind: "gap", gap: { kind: "noCalendarForDate", date: iso, validFrom, validTo } };
  }
  const weekday = weekdayOf(date);
  const special = calendar.days.find((day) => day.date === iso);
  if (special?.kind === "dayOff") {
    return { kind: "rest", restDay: { kind: "dayOff", date: iso, weekday, name: special.name } };
  }
  const hours = calendar.hours[special?.hoursOf ?? weekday];
  if (hours.length === 0) return { kind: "rest", restDay: { kind: "weekly", date: iso, weekday } };
  return { kind: "working", hours };
}

/** The date and time of day that the office's clock shows at a moment. */
export function localTime(calendar: Pick<WorkingCalendar, "timeZone">, atMs: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(calendar.timeZone);
}

/** The weekday of a date. */
export function weekdayOf(date: Temporal.PlainDate): Weekday {
  return Weekday.parse(WEEKDAYS[date.dayOfWeek - 1]);
}

function areInOrder(intervals: readonly OpenInterval[]): boolean {
  const times = intervals.flatMap(({ opens, closes }) => [opens, closes]);
  return times.every((time, index) => index === 0 || time > (times[index - 1] ?? ""));
}

function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

function checkCalendar(calendar: WorkingCalendar, context: z.RefinementCtx): void {
  const complain = (path: (string | number)[], message: string) =>
    context.addIssue({ code: "custom", path, message, input: calendar });
  const { validFrom, validTo, hours, days } = calendar;
  if (validTo < validFrom) complain(["validTo"], "the calendar must not end before it begins");
  if (WEEKDAYS.every((day) => hours[day].length === 0)) complain(["hours"], "at least one weekday must have hours");
  const seen = new Set<string>();
  for (const [index, day] of days.entries()) {
    if (seen.has(day.date)) complain(["days", index, "date"], `${day.date} is listed twice`);
    seen.add(day.date);
    if (day.date < validFrom || day.date > validTo) {
      complain(["days", index, "date"], `${day.date} lies outside ${validFrom} to ${validTo}`);
    }
    if (day.kind === "workingDay" && hours[day.hoursOf].length === 0) {
      complain(["days", index, "hoursOf"], `${day.hoursOf} has no hours to work on ${day.date}`);
    }
  }
}
