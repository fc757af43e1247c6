import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { calendarDay } from "#core/domain/calendar.ts";
import { type Period, provisionalDueDate } from "#core/domain/dueDate.ts";
import { countsAsReceived } from "#core/domain/reception.ts";
import { sampleCalendar, vietnamMs } from "#tests/support/sampleCalendars.ts";

const calendar = sampleCalendar(2026);
const workingDays = (days: number): Period => ({ kind: "workingDays", days });
const due = (local: string, period: Period) => {
  const result = provisionalDueDate(calendar, vietnamMs(local), period);
  return result.ok ? result.value?.date : result.error.kind;
};

describe("the provisional due date", () => {
  it("is Thursday 19 November 2026 for three working days from Saturday 14 November, 21:47", () => {
    const received = countsAsReceived(calendar, vietnamMs("2026-11-14T21:47"));
    if (!received.ok) throw new Error("no reception");
    const result = provisionalDueDate(calendar, received.value.atMs, workingDays(3));
    expect(result).toEqual({
      ok: true,
      value: { date: "2026-11-19", rule: { kind: "workingDays", days: 3, restDays: [] } },
    });
  });

  it("does not count the day of reception, weekends or holidays", () => {
    expect(due("2026-11-20T09:00", workingDays(1))).toBe("2026-11-23");
    expect(due("2026-11-20T09:00", workingDays(2))).toBe("2026-11-25");
    expect(due("2026-02-12T09:00", workingDays(2))).toBe("2026-02-23");
  });

  it("counts a Saturday that is worked instead of another day", () => {
    const result = provisionalDueDate(sampleCalendar(2025), vietnamMs("2025-04-24T09:00"), workingDays(2));
    expect(result).toMatchObject({ ok: true, value: { date: "2025-04-26" } });
  });

  it("moves the last calendar day to the next working day (Civil Code article 148.5)", () => {
    expect(due("2026-11-17T09:00", { kind: "calendarDays", days: 2 })).toBe("2026-11-19");
    expect(due("2026-11-17T09:00", { kind: "calendarDays", days: 4 })).toBe("2026-11-23");
    expect(due("2026-11-17T09:00", { kind: "calendarDays", days: 7 })).toBe("2026-11-25");
  });

  it("is the same day up to 15:00 and the next working day after it", () => {
    expect(due("2026-11-19T14:59", { kind: "sameDay" })).toBe("2026-11-19");
    expect(due("2026-11-19T15:00:30", { kind: "sameDay" })).toBe("2026-11-19");
    expect(due("2026-11-19T15:01", { kind: "sameDay" })).toBe("2026-11-20");
    expect(due("2026-11-20T15:01", { kind: "sameDay" })).toBe("2026-11-23");
  });

  it("is absent where the period is not stated", () => {
    expect(due("2026-11-19T09:00", { kind: "notStated" })).toBeUndefined();
  });

  it("is not guessed where the period runs past the calendar", () => {
    expect(due("2026-12-30T09:00", workingDays(3))).toBe("noCalendarForDate");
    expect(due("2026-12-30T09:00", { kind: "calendarDays", days: 5 })).toBe("noCalendarForDate");
  });

  it("lies exactly the stated number of working days after the day of reception, and works itself", () => {
    const days = fc.integer({ min: 1, max: 30 });
    const start = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(start, days, (offset, count) => {
        const first = Temporal.PlainDate.from("2026-01-01").add({ days: offset });
        const result = provisionalDueDate(calendar, vietnamMs(`${first}T09:00`), workingDays(count));
        if (!result.ok || !result.value) return false;
        const end = Temporal.PlainDate.from(result.value.date);
        let counted = 0;
        for (
          let date = first.add({ days: 1 });
          Temporal.PlainDate.compare(date, end) <= 0;
          date = date.add({ days: 1 })
        ) {
          if (calendarDay(calendar, date).kind === "working") counted += 1;
        }
        return counted === count && calendarDay(calendar, end).kind === "working";
      }),
    );
  });
});
