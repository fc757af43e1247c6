import { readFileSync } from "node:fs";
import { WorkingCalendar } from "#core/domain/calendar.ts";

/** The calendars that come with the product, by year. */
export function sampleCalendar(year: 2025 | 2026): WorkingCalendar {
  const file = new URL(`../../config/catalogue/calendar-${year}.json`, import.meta.url);
  return WorkingCalendar.parse(JSON.parse(readFileSync(file, "utf8")));
}

/** Epoch milliseconds of a moment in Vietnam, "2026-11-14T21:47". */
export function vietnamMs(local: string): number {
  return Date.parse(`${local}+07:00`);
}
