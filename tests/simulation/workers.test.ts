import { expect, test } from "vitest";
import { faultNames } from "#simulation/faults/faultRates.ts";
import { runSeeds } from "#simulation/runSeeds.ts";

test("runs that share processes come to the same as those in this one", async () => {
  const seeds = [11, 12, 13].map((seed) => ({ seed, days: 0.05, faultNames, mix: "swarm" as const }));
  const marks = async (workers: number): Promise<ReadonlyMap<number, string>> => {
    const found = new Map<number, string>();
    await runSeeds({ seeds, workers, onResult: ({ fingerprint }, { seed }) => void found.set(seed, fingerprint) });
    return found;
  };
  const alone = await marks(1);
  expect(alone.size).toBe(3);
  expect(await marks(2)).toEqual(new Map([...alone].sort()));
});
