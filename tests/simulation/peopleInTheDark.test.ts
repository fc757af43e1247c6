import { expect, it } from "vitest";
import { checkersFor } from "#simulation/checkers/checkersFor.ts";
import { simulate } from "#simulation/engine/simulate.ts";
import { faults } from "#simulation/faults/index.ts";
import { visits } from "#simulation/people/visits.ts";

const SECOND_MS = 1000;
const DAY_S = 86_400;

const comes = (atS: number, name: keyof typeof visits, seed: number) => {
  return { atMs: atS * SECOND_MS, kind: "visit", name, forMs: 0, seed } as const;
};
const cut = (atS: number) => {
  return { atMs: atS * SECOND_MS, kind: "fault", name: "powerCut", forMs: 20 * SECOND_MS, seed: 3 } as const;
};

it("whoever waits before a dark screen ends the errand when the power is back", async () => {
  const happenings = [
    comes(60, "deposit", 1),
    cut(95),
    comes(600, "deposit", 2),
    cut(640),
    comes(1200, "clerkRound", 5),
  ];
  const plan = { seed: 1, days: 1800 / DAY_S, happenings: [...happenings, cut(1226)] };
  const { violation, story, figures } = await simulate({ plan, visits, faults, checkersFor });
  expect(violation).toBeUndefined();
  expect(figures.powerCuts).toBe(3);
  const told = story.join("\n");
  expect(told.match(/stands before a dark screen and waits/g)).toHaveLength(3);
  expect(told.match(/takes the receipt/g)).toHaveLength(2);
  expect(told).toContain("lays bag-1, bag-2 on the counter");
});
