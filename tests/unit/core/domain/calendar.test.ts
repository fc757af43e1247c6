import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { calendarDay, WorkingCalendar } from "#core/domain/calendar.ts";
import { sampleCalendar } from "#tests/support/sampleCalendars.ts";

const day = (year: 2025 | 2026, iso: string) => calendarDay(sampleCalendar(year), Temporal.PlainDate.from(iso));
const invalid = (change: object) => WorkingCalendar.safeParse({ ...sampleCalendar(2026), ...change });

describe("the working calendar", () => {
  it("works on Saturday 26 April 2025, with Friday's hours, instead of 2 May", () => {
    expect(day(2025, "2025-04-26")).toMatchObject({ kind: "working", hours: [{ opens: "07:30" }, { opens: "13:00" }] });
    expect(day(2025, "2025-04-27")).toMatchObject({ kind: "rest", restDay: { kind: "weekly", weekday: "sunday" } });
    expect(day(2025, "2025-05-02")).toMatchObject({ kind: "rest", restDay: { kind: "dayOff", weekday: "friday" } });
  });

  it("rests from 14 to 22 February 2026 for the lunar new year, and works the days around it", () => {
    for (let date = 14; date <= 22; date += 1) expect(day(2026, `2026-02-${date}`).kind).toBe("rest");
    expect(day(2026, "2026-02-13").kind).toBe("working");
    expect(day(2026, "2026-02-23").kind).toBe("working");
  });

  it.each(["2026-01-01", "2026-04-27", "2026-04-30", "2026-05-01", "2026-09-01", "2026-09-02", "2026-11-24"])(
    "rests on the holiday %s",
    (iso) => expect(day(2026, iso)).toMatchObject({ kind: "rest", restDay: { kind: "dayOff" } }),
  );

  it("says that it does not know a year for which nobody entered the holidays", () => {
    const gap = { kind: "noCalendarForDate", date: "2027-01-01", validFrom: "2026-01-01", validTo: "2026-12-31" };
    expect(day(2026, "2027-01-01")).toEqual({ kind: "gap", gap });
    expect(day(2026, "2025-12-31").kind).toBe("gap");
  });

  it("refuses calendars that contradict themselves, naming the place", () => {
    const closed = Object.fromEntries(Object.keys(sampleCalendar(2026).hours).map((weekday) => [weekday, []]));
    const name = { vi: "a", en: "a", zh: "a" };
    const off = (date: string) => ({ kind: "dayOff", date, name });
    const cases: [object, string][] = [
      [{ validTo: "2025-12-31", days: [] }, "validTo"],
      [{ hours: closed, days: [] }, "hours"],
      [{ days: [off("2026-05-01"), off("2026-05-01")] }, "days.1.date"],
      [{ days: [off("2027-05-01")] }, "days.0.date"],
      [{ days: [off("2026-02-30")] }, "days.0.date"],
      [{ days: [{ kind: "workingDay", date: "2026-05-01", name, hoursOf: "sunday" }] }, "days.0.hoursOf"],
      [{ timeZone: "Asia/Sai_Gon_2" }, "timeZone"],
      [{ cutOff: "3 pm" }, "cutOff"],
      [{ hours: { ...closed, monday: [{ opens: "13:00", closes: "11:30" }] }, days: [] }, "hours.monday"],
    ];
    for (const [change, path] of cases) {
      expect(invalid(change).error?.issues.map((issue) => issue.path.join("."))).toContain(path);
    }
  });
});
