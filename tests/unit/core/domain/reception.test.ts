import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarDay, localTime } from "#core/domain/calendar.ts";
import { countsAsReceived } from "#core/domain/reception.ts";
import { sampleCalendar, vietnamMs } from "#tests/support/sampleCalendars.ts";

const calendar = sampleCalendar(2026);
const received = (local: string) => countsAsReceived(calendar, vietnamMs(local));
const at = (local: string) => vietnamMs(local);

describe("the moment from which a dossier counts as received", () => {
  it("is Monday 07:30 for a drop on Saturday 14 November 2026 at 21:47", () => {
    const result = received("2026-11-14T21:47");
    expect(result).toMatchObject({ ok: true, value: { atMs: at("2026-11-16T07:30"), rule: { kind: "restDays" } } });
    expect(result).toMatchObject({ value: { rule: { restDays: [{ weekday: "saturday" }, { weekday: "sunday" }] } } });
  });

  it.each([
    ["2026-11-17T07:30", "withinHours", "2026-11-17T07:30"],
    ["2026-11-17T11:29:59.999", "withinHours", "2026-11-17T11:29:59.999"],
    ["2026-11-17T06:10", "beforeOpening", "2026-11-17T07:30"],
    ["2026-11-17T11:30", "lunchBreak", "2026-11-17T13:00"],
    ["2026-11-17T17:00", "afterClosing", "2026-11-18T07:30"],
    ["2026-11-23T20:00", "afterClosing", "2026-11-25T07:30"],
    ["2026-02-18T09:00", "restDays", "2026-02-23T07:30"],
  ])("for a drop at %s follows the rule %s and is %s", (dropped, kind, expected) => {
    expect(received(dropped)).toMatchObject({ ok: true, value: { atMs: at(expected), rule: { kind } } });
  });

  it("names the holiday that it passes over", () => {
    const rule = { kind: "afterClosing", restDays: [{ date: "2026-11-24", name: { vi: "Ngày Văn hóa Việt Nam" } }] };
    expect(received("2026-11-23T20:00")).toMatchObject({ value: { rule } });
  });

  it("is not guessed where the calendar ends", () => {
    const error = { kind: "noCalendarForDate", date: "2027-01-01" };
    expect(received("2026-12-31T20:00")).toMatchObject({ ok: false, error });
    expect(received("2027-03-01T09:00")).toMatchObject({ ok: false, error: { date: "2027-03-01" } });
  });

  const anyDrop = fc.integer({ min: at("2026-01-01T00:00"), max: at("2026-12-30T23:59") });

  it("never precedes the drop, lies in working hours, and counts as itself", () => {
    fc.assert(
      fc.property(anyDrop, (droppedAtMs) => {
        const result = countsAsReceived(calendar, droppedAtMs);
        if (!result.ok) return false;
        const { atMs, rule } = result.value;
        const again = countsAsReceived(calendar, atMs);
        return (
          atMs >= droppedAtMs &&
          (rule.kind === "withinHours") === (atMs === droppedAtMs) &&
          calendarDay(calendar, localTime(calendar, atMs).toPlainDate()).kind === "working" &&
          again.ok &&
          again.value.atMs === atMs &&
          again.value.rule.kind === "withinHours"
        );
      }),
    );
  });

  it("keeps the order of drops", () => {
    fc.assert(
      fc.property(anyDrop, anyDrop, (a, b) => {
        const [first, second] = [
          countsAsReceived(calendar, Math.min(a, b)),
          countsAsReceived(calendar, Math.max(a, b)),
        ];
        return first.ok && second.ok && first.value.atMs <= second.value.atMs;
      }),
    );
  });
});
