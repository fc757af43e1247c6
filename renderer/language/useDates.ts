import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** Times and days in words of the current language, in the office's time zone. */
export interface Dates {
  /** `21:47`. */
  readonly time: (atMs: number) => string;
  /** `Thứ Bảy`. */
  readonly weekday: (atMs: number) => string;
  /** `14/11/2026`. */
  readonly date: (atMs: number) => string;
  /** `14/11`. */
  readonly shortDate: (atMs: number) => string;
  /** `Thứ Bảy 14/11`. */
  readonly headerDay: (atMs: number) => string;
  /** Day and month for the calendar leaf: `19` and `tháng 11`. */
  readonly leaf: (atMs: number) => { readonly day: string; readonly month: string };
  /** Hours and minutes for a drawn clock. */
  readonly clock: (atMs: number) => { readonly hour: number; readonly minute: number };
}

/** Day-first dates in all three languages, because the printed forms are Vietnamese. */
const locales: Readonly<Record<string, string>> = { vi: "vi-VN", en: "en-GB", zh: "zh-CN" };

/** Formats with Intl in the language of the page. */
export function useDates(timeZone: string): Dates {
  const { i18n } = useTranslation();
  return useMemo(() => datesIn(i18n.language, timeZone), [i18n.language, timeZone]);
}

/** Noon UTC of a calendar date `YYYY-MM-DD`, milliseconds: for dates without a time, read with time zone UTC. */
export function dateOnlyMs(isoDate: string): number {
  return Date.parse(`${isoDate}T12:00:00Z`);
}

/** Formats for a language (`vi`, `en`, `zh`) and an IANA time zone. */
export function datesIn(language: string, timeZone: string): Dates {
  const locale = locales[language] ?? "vi-VN";
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    return (atMs: number) => formatter.format(atMs);
  };
  const numbers = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
  const part = (atMs: number, type: Intl.DateTimeFormatPartTypes) =>
    numbers.formatToParts(atMs).find((one) => one.type === type)?.value ?? "";
  // In the middle of a Vietnamese line "Chủ nhật" and "tháng" are written as the printed forms write them.
  const longWeekday = format({ weekday: "long" });
  const weekday = (atMs: number) => longWeekday(atMs).replace("Chủ Nhật", "Chủ nhật");
  const leafMonth = format({ month: language === "vi" ? "long" : "short" });
  const shortDate = (atMs: number) =>
    language === "zh"
      ? `${Number(part(atMs, "month"))}月${Number(part(atMs, "day"))}日`
      : `${part(atMs, "day")}/${part(atMs, "month")}`;
  return {
    time: (atMs) => `${part(atMs, "hour")}:${part(atMs, "minute")}`,
    weekday,
    date: (atMs) =>
      language === "zh" ? `${part(atMs, "year")}年${shortDate(atMs)}` : `${shortDate(atMs)}/${part(atMs, "year")}`,
    shortDate,
    headerDay: (atMs) =>
      language === "zh" ? `${shortDate(atMs)} ${weekday(atMs)}` : `${weekday(atMs)} ${shortDate(atMs)}`,
    leaf: (atMs) => ({
      day: String(Number(part(atMs, "day"))),
      month: language === "vi" ? leafMonth(atMs).toLowerCase() : leafMonth(atMs),
    }),
    clock: (atMs) => ({ hour: Number(part(atMs, "hour")), minute: Number(part(atMs, "minute")) }),
  };
}
