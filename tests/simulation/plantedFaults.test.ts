import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fullRunMinutes, isFullRun } from "../support/fullRun.ts";
import { allFaults } from "../support/plantedFaults/allFaults.ts";
import type { PlantedFault } from "../support/plantedFaults/plantedFault.ts";
import { Workshop } from "../support/plantedFaults/workshop.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** A full run gives a sixth of its time to planted faults and takes them in the order of its seed; all of them take about 15 minutes. */
const BUDGET_MS = isFullRun ? fullRunMinutes * 10_000 : 0;
/** What must be noticed. */
const LEAST_SHARE = 0.95;

test("there are at least forty planted faults, and each can still be planted", () => {
  expect(allFaults.length).toBeGreaterThanOrEqual(40);
  expect(new Set(allFaults.map(({ harm }) => harm)).size).toBe(allFaults.length);
  for (const { file, find, replace, harm } of allFaults) {
    const text = readFileSync(`${root}/${file}`, "utf8");
    expect(text.split(find).length - 1, `${harm} (${file})`).toBe(1);
    expect(replace, harm).not.toBe(find);
  }
});

describe("a planted fault is noticed", () => {
  let workshop: Workshop;
  beforeAll(() => {
    workshop = new Workshop(root);
  }, 60_000);
  afterAll(() => workshop?.close());

  test(
    `at least ${LEAST_SHARE * 100} of a hundred, by the tests or by the simulation`,
    () => {
      const seed = Number(process.env.KIOSK_SEED ?? Date.now() % 1_000_000);
      const waiting = shuffled(allFaults, seed);
      const [first] = waiting;
      // Without a fault the same tests pass: it is the fault that they notice.
      expect(first && workshop.isSound(first.file), "the tests without a fault").toBe(true);
      const unnoticed: string[] = [];
      let tried = 0;
      const endMs = performance.now() + BUDGET_MS;
      do {
        const fault = waiting[tried];
        if (fault === undefined) break;
        tried += 1;
        if (workshop.try(fault) === "nobody") unnoticed.push(`${fault.harm} (${fault.file})`);
      } while (performance.now() < endMs);
      console.log(`planted faults: ${tried - unnoticed.length} of ${tried} noticed (KIOSK_SEED=${seed})`);
      expect(unnoticed.length, unnoticed.join("\n")).toBeLessThanOrEqual(Math.floor(tried * (1 - LEAST_SHARE)));
    },
    BUDGET_MS + 900_000,
  );
});

/** Another order for each seed, the same for the same. */
function shuffled(faults: readonly PlantedFault[], seed: number): PlantedFault[] {
  const rank = (index: number): number => Math.imul(index + 1, 2_654_435_761 ^ seed) >>> 0;
  return faults
    .map((fault, index) => ({ fault, rank: rank(index) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ fault }) => fault);
}
