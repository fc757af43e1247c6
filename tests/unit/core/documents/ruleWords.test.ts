import { describe, expect, it } from "vitest";
import { dueRuleWords, receptionRuleWords } from "#core/documents/ruleWords.ts";
import { momentWords } from "#core/documents/vietnameseTime.ts";
import { type Period, provisionalDueDate } from "#core/domain/dueDate.ts";
import { countsAsReceived } from "#core/domain/reception.ts";
import { sampleCalendar, vietnamMs } from "#tests/support/sampleCalendars.ts";

const calendar = sampleCalendar(2026);
const plain = (words: string) => words.replaceAll("\u00a0", " ");

function reception(local: string): string {
  const result = countsAsReceived(calendar, vietnamMs(local));
  return result.ok ? plain(receptionRuleWords(result.value.rule)) : result.error.kind;
}

function due(local: string, period: Period): string {
  const result = provisionalDueDate(calendar, vietnamMs(local), period);
  return result.ok && result.value ? plain(dueRuleWords(result.value.rule)) : "";
}

describe("the rule in words", () => {
  it.each([
    ["2026-11-17T09:00", "Gửi trong giờ làm việc."],
    ["2026-11-17T06:00", "Gửi trước giờ làm việc."],
    ["2026-11-17T12:00", "Gửi trong giờ nghỉ trưa."],
    ["2026-11-17T21:00", "Gửi sau giờ làm việc."],
    ["2026-11-20T21:00", "Gửi sau giờ làm việc. Thứ Bảy, Chủ nhật quầy nghỉ."],
    ["2026-11-14T21:47", "Thứ Bảy, Chủ nhật quầy nghỉ."],
    ["2026-11-24T10:00", "24/11 (Ngày Văn hóa Việt Nam) quầy nghỉ."],
    ["2026-02-18T10:00", "18/02 đến 22/02 (Tết Âm lịch) quầy nghỉ."],
  ])("for a drop at %s says: %s", (local, words) => {
    expect(reception(local)).toBe(words);
  });

  it("names the days that a due date passes over, and only those", () => {
    expect(due("2026-11-16T07:30", { kind: "workingDays", days: 3 })).toBe(
      "3 ngày làm việc, không tính ngày tiếp nhận.",
    );
    expect(due("2026-11-19T07:30", { kind: "workingDays", days: 3 })).toBe(
      "3 ngày làm việc, không tính ngày tiếp nhận, thứ Bảy, Chủ nhật, 24/11 (Ngày Văn hóa Việt Nam).",
    );
    expect(due("2026-11-17T09:00", { kind: "calendarDays", days: 7 })).toContain("tính đến ngày làm việc tiếp theo");
    expect(due("2026-11-17T09:00", { kind: "calendarDays", days: 6 })).toBe("6 ngày, không tính ngày tiếp nhận.");
    expect(due("2026-11-17T15:01", { kind: "sameDay" })).toContain("sau 15:00");
    expect(due("2026-11-17T15:00", { kind: "sameDay" })).toContain("không muộn hơn 15:00");
  });

  it("writes moments by the office's clock", () => {
    expect(momentWords(calendar, Date.UTC(2026, 10, 14, 14, 47))).toBe("21:47 Thứ Bảy 14/11/2026");
    expect(momentWords(calendar, Date.UTC(2026, 10, 14, 17, 5))).toBe("00:05 Chủ nhật 15/11/2026");
  });
});
