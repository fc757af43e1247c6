import { expect, it } from "vitest";
import { compartmentsOf } from "#core/register/register.ts";
import { chanceFrom } from "#simulation/engine/chance.ts";
import { drawVisits } from "#simulation/people/calendar.ts";
import { visitNamed, visitNames } from "#simulation/people/visits.ts";
import { CornerKiosk } from "#tests/support/street/cornerKiosk.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

it("a calendar is the same for the same chance, in order of time, and names visits that there are", () => {
  const drawn = drawVisits(chanceFrom(7), 30);
  expect(drawVisits(chanceFrom(7), 30)).toEqual(drawn);
  expect(drawn.map(({ atMs }) => atMs)).toEqual(drawn.map(({ atMs }) => atMs).sort((a, b) => a - b));
  expect(drawn.every(({ atMs, name }) => atMs < 30 * DAY_MS && visitNamed(name) !== undefined)).toBe(true);
  expect(visitNamed("toString")).toBeUndefined();
});

it("a year's calendar has every kind of visit, and clerks come in office hours on six days of seven", () => {
  const drawn = drawVisits(chanceFrom(8), 365);
  expect([...new Set(drawn.map(({ name }) => name))].sort()).toEqual([...visitNames].sort());
  const rounds = drawn.filter(({ name }) => name.startsWith("clerk"));
  const days = new Set(rounds.map(({ atMs }) => Math.floor(atMs / DAY_MS)));
  expect(days.size).toBe(365 - 52);
  expect(rounds.every(({ atMs }) => (atMs % DAY_MS) / HOUR_MS >= 7 && (atMs % DAY_MS) / HOUR_MS < 18)).toBe(true);
});

it("shares that are given count: nobody presses everything where nobody is to", () => {
  const drawn = drawVisits(chanceFrom(9), 60, { citizenShares: { pressesEverything: 0, deposit: 1000 } });
  const names = drawn.map(({ name }) => name);
  expect(names).not.toContain("pressesEverything");
  expect(names.filter((name) => name === "deposit").length).toBeGreaterThan(names.length / 2);
});

it("a month without faults flows: what is handed in is taken over and its result fetched, and no compartment clogs", async () => {
  const kiosk = await CornerKiosk.started({ compartments: 12 });
  for (const { atMs, name, seed } of drawVisits(chanceFrom(2026), 30)) {
    await kiosk.clock.advance(Math.max(0, atMs - kiosk.clock.monotonicMs()));
    await kiosk.visit(visitNamed(name) ?? (() => Promise.resolve()), chanceFrom(seed));
  }
  const count = (type: string) => kiosk.log.events.filter((event) => event.type === type).length;
  const deposited = count("dossierDeposited");
  expect(deposited).toBeGreaterThan(120);
  expect(count("dossierTakenOver")).toBeGreaterThan(0.8 * deposited);
  expect(count("resultLoaded")).toBeGreaterThan(0.7 * deposited);
  expect(count("resultCollected")).toBeGreaterThan(0.6 * deposited);
  // What is not in use holds a dossier that is under way; the rest can be offered.
  const lost = compartmentsOf(kiosk.log.register).filter(
    ({ contents, outOfService, faultySensor }) =>
      outOfService !== undefined || faultySensor !== undefined || contents.kind === "unchecked",
  );
  expect(lost.length).toBeLessThanOrEqual(3);
  expect(kiosk.story.filter((line) => /LOG:|gives up/.test(line))).toEqual([]);
});
