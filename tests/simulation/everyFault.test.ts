import { describe, expect, test } from "vitest";
import { checkersFor } from "#simulation/checkers/checkersFor.ts";
import type { Fault } from "#simulation/contract/fault.ts";
import type { Happening } from "#simulation/contract/plan.ts";
import { simulate } from "#simulation/engine/simulate.ts";
import { boardFaults } from "#simulation/faults/boardFaults.ts";
import { doorFaults } from "#simulation/faults/doorFaults.ts";
import { rateOf } from "#simulation/faults/faultRates.ts";
import { officeFaults } from "#simulation/faults/officeFaults.ts";
import { paperFaults } from "#simulation/faults/paperFaults.ts";
import { powerFaults } from "#simulation/faults/powerFaults.ts";
import { wireFaults } from "#simulation/faults/wireFaults.ts";
import { visits } from "#simulation/people/visits.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** What one group may take on a machine that has other things to do, milliseconds. */
const LONGEST_MS = 600_000;
/** From one fault to the next. */
const EVERY_MS = 15 * MINUTE_MS;

type Faults = Readonly<Record<string, Fault>>;

/** A fault of some minutes with a visit in it, and a visit when it is over. */
function tryOut(name: string, startMs: number): Happening[] {
  const forMs = rateOf(name).mostMs > 0 ? 4 * MINUTE_MS : 0;
  return [
    { atMs: startMs, kind: "fault", name, forMs, seed: 77 },
    { atMs: startMs + 5_000, kind: "visit", name: "during", forMs: 0, seed: 1 },
    { atMs: startMs + 9 * MINUTE_MS, kind: "visit", name: "after", forMs: 0, seed: 2 },
  ];
}

describe("one fault after the other", () => {
  test.each<[string, Faults]>([
    ["wires", wireFaults],
    ["boards", boardFaults],
    ["doors", doorFaults],
    ["printer and scanner", paperFaults],
    ["the back office", officeFaults],
    ["power, disk and clock", powerFaults],
  ])(
    "%s: each begins, heals, and leaves a kiosk that takes dossiers",
    async (_, faults) => {
      const names = Object.keys(faults);
      const happenings = names.flatMap((name, index) => tryOut(name, EVERY_MS * (index + 1)));
      const { violation, figures, story } = await simulate({
        plan: { seed: 5, days: (EVERY_MS * (names.length + 1)) / DAY_MS, happenings },
        visits: { during: visits.deposit, after: visits.deposit },
        faults,
        checkersFor,
      });
      expect(violation, story.slice(-40).join("\n")).toBeUndefined();
      expect(figures.faults).toEqual(Object.fromEntries(names.map((name) => [name, 1])));
      const failures = story.filter((line) => /after-\d+: /.test(line) && /in vain|closed/.test(line));
      expect(failures).toEqual([]);
    },
    LONGEST_MS,
  );
});
