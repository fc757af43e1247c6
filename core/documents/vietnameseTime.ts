import { Temporal } from "temporal-polyfill";
import { type IsoDate, localTime, type Weekday, type WorkingCalendar, weekdayOf } from "../domain/calendar.ts";

/** Names of the weekdays as printed. */
export const WEEKDAY_WORDS: Readonly<Record<Weekday, string>> = {
  monday: "Thứ Hai",
  tuesday: "Thứ Ba",
  wednesday: "Thứ Tư",
  thursday: "Thứ Năm",
  friday: "Thứ Sáu",
  saturday: "Thứ Bảy",
  sunday: "Chủ nhật",
};

/** In place of a moment where the machine's time is not trusted: no date is better than a wrong one. */
export const NO_TIME_WORDS = "Giờ máy chưa xác nhận";

/** "21:47 Thứ Bảy 14/11/2026", by the office's clock. */
export function momentWords(calendar: Pick<WorkingCalendar, "timeZone">, atMs: number): string {
  const moment = localTime(calendar, atMs);
  return `${twoDigits(moment.hour)}:${twoDigits(moment.minute)} ${dateWords(moment.toPlainDate().toString())}`;
}

/** "Thứ Năm 19/11/2026". */
export function dateWords(date: IsoDate): string {
  const plain = Temporal.PlainDate.from(date);
  return `${WEEKDAY_WORDS[weekdayOf(plain)]} ${dayMonthWords(date)}/${plain.year}`;
}

/** "19/11". */
export function dayMonthWords(date: IsoDate): string {
  const { day, month } = Temporal.PlainDate.from(date);
  return `${twoDigits(day)}/${twoDigits(month)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
