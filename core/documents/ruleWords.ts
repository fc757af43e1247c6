import { Temporal } from "temporal-polyfill";
import { unreachable } from "../base/assert.ts";
import type { RestDay } from "../domain/calendar.ts";
import type { DueRule } from "../domain/dueDate.ts";
import type { ReceptionRule } from "../domain/reception.ts";
import { dayMonthWords, WEEKDAY_WORDS } from "./vietnameseTime.ts";

/** Why a dossier counts as received when it does, as printed. */
export function receptionRuleWords(rule: ReceptionRule): string {
  switch (rule.kind) {
    case "withinHours":
      return "Gửi trong giờ làm việc.";
    case "beforeOpening":
      return "Gửi trước giờ làm việc.";
    case "lunchBreak":
      return "Gửi trong giờ nghỉ trưa.";
    case "afterClosing":
      return ["Gửi sau giờ làm việc.", closedWords(rule.restDays)].filter(Boolean).join(" ");
    case "restDays":
      return closedWords(rule.restDays);
    default:
      return unreachable(rule);
  }
}

/** The rule that gave the provisional due date, as printed; names exactly the days that were passed over. */
export function dueRuleWords(rule: DueRule): string {
  switch (rule.kind) {
    case "workingDays":
      return `${rule.days} ngày làm việc, không tính ${[`ngày tiếp${NBSP}nhận`, ...restDayWords(rule.restDays)].join(", ")}.`;
    case "calendarDays": {
      const moved = rule.restDays.length > 0 ? " Ngày cuối là ngày nghỉ nên tính đến ngày làm việc tiếp theo." : "";
      return `${rule.days} ngày, không tính ngày tiếp nhận.${moved}`;
    }
    case "sameDay":
      return rule.isAfterCutOff
        ? `Tiếp nhận sau ${rule.cutOff} thì trả kết quả vào ngày làm việc tiếp theo.`
        : `Trả kết quả trong ngày, vì tiếp nhận không muộn hơn ${rule.cutOff}.`;
    default:
      return unreachable(rule);
  }
}

function closedWords(restDays: readonly RestDay[]): string {
  if (restDays.length === 0) return "";
  const words = restDayWords(restDays).join(", ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} quầy nghỉ.`;
}

/**
 * Rest days in words, shortest first said once: "thứ Bảy", "Chủ nhật", "24/11 (Ngày Văn hóa Việt Nam)", and days of one
 * name that follow each other as "14/02 đến 22/02 (Tết Âm lịch)".
 */
function restDayWords(restDays: readonly RestDay[]): string[] {
  const words = new Set<string>();
  for (const day of restDays) {
    if (day.kind === "weekly") words.add(lowerThu(WEEKDAY_WORDS[day.weekday]));
  }
  for (const { first, last, name } of namedSpans(restDays)) {
    const span = first === last ? dayMonthWords(first) : `${dayMonthWords(first)} đến ${dayMonthWords(last)}`;
    words.add(`${span} (${name})`);
  }
  return [...words];
}

interface NamedSpan {
  first: string;
  last: string;
  name: string;
}

function namedSpans(restDays: readonly RestDay[]): NamedSpan[] {
  const spans: NamedSpan[] = [];
  for (const day of restDays) {
    if (day.kind !== "dayOff") continue;
    const open = spans.at(-1);
    const isNext = open && Temporal.PlainDate.from(open.last).add({ days: 1 }).toString() === day.date;
    if (isNext && open.name === day.name.vi) open.last = day.date;
    else spans.push({ first: day.date, last: day.date, name: day.name.vi });
  }
  return spans;
}

/** Inside a sentence it is written "thứ Bảy", but "Chủ nhật"; the two words stay on one line. */
function lowerThu(word: string): string {
  return (word.startsWith("Thứ") ? `thứ${word.slice(3)}` : word).replace(" ", NBSP);
}

/** A no-break space. */
const NBSP = "\u00a0";
