import { describe, expect, it } from "vitest";
import { nextDeadlineMs } from "#renderer/words/nextDeadline.ts";

const deadlines = [
  { month: 12, day: 5 },
  { month: 6, day: 5 },
];
const zone = { timeZone: "Asia/Ho_Chi_Minh" };
const dayOf = (now: string) => {
  const atMs = nextDeadlineMs(deadlines, Date.parse(now), zone);
  return atMs === undefined ? undefined : new Date(atMs).toISOString().slice(0, 10);
};

describe("the next deadline of the year", () => {
  it("is the nearest one to come, in whatever order the catalogue lists them", () => {
    expect(dayOf("2026-11-14T21:47:00+07:00")).toBe("2026-12-05");
    expect(dayOf("2026-03-01T08:00:00+07:00")).toBe("2026-06-05");
  });

  it("still stands on its own day, by the office's clock", () => {
    expect(dayOf("2026-12-05T23:30:00+07:00")).toBe("2026-12-05");
    expect(dayOf("2026-12-06T00:10:00+07:00")).toBe("2027-06-05");
  });

  it("is none where the procedure has none", () => {
    expect(nextDeadlineMs([], Date.parse("2026-11-14T21:47:00+07:00"), zone)).toBeUndefined();
  });
});
