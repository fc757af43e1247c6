import { expect, it } from "vitest";
import type { RestDay } from "#core/domain/calendar.ts";
import { restRuns } from "#renderer/words/restRuns.ts";

const tet = { vi: "Tết Nguyên đán", en: "Lunar New Year", zh: "春节" };
const weekly = (date: string, weekday: "saturday" | "sunday"): RestDay => ({ kind: "weekly", date, weekday });
const holiday = (date: string): RestDay => ({ kind: "dayOff", date, weekday: "monday", name: tet });

it("says each weekly rest day and one run for a holiday of several days", () => {
  const days = [
    weekly("2027-02-06", "saturday"),
    ...["2027-02-05", "2027-02-08", "2027-02-09"].map(holiday),
    weekly("2027-02-14", "sunday"),
  ];
  expect(restRuns(days)).toEqual([
    { name: undefined, from: "2027-02-06", to: "2027-02-06" },
    { name: tet, from: "2027-02-05", to: "2027-02-09" },
    { name: undefined, from: "2027-02-14", to: "2027-02-14" },
  ]);
});

it("has nothing to say of no rest days", () => {
  expect(restRuns([])).toEqual([]);
});
