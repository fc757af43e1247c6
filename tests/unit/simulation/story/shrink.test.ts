import { describe, expect, it } from "vitest";
import type { Happening, Plan } from "#simulation/contract/plan.ts";
import { shrinkPlan } from "#simulation/story/shrink.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

function planOf(days: number, perDay: number): Plan {
  const happenings = Array.from({ length: days * perDay }, (_, at): Happening => {
    const isFault = at % 5 === 0;
    const common = { atMs: Math.floor((at * DAY_MS) / perDay), seed: at };
    return isFault
      ? { ...common, kind: "fault", name: `fault-${at}`, forMs: HOUR_MS }
      : { ...common, kind: "visit", name: `visit-${at}`, forMs: 0 };
  });
  return { seed: 7, days, happenings };
}

/** A machine that breaks I2 at `visit-47` when `fault-20` came before and lasted ten minutes or more. */
async function toyRun({ happenings }: Plan) {
  const fault = happenings.find(({ name }) => name === "fault-20");
  const visit = happenings.find(({ name }) => name === "visit-47");
  if (fault === undefined || visit === undefined || fault.forMs < 600_000) return undefined;
  return { checker: "I2", sentence: "It opened.", atMs: visit.atMs };
}

describe("shrinking", () => {
  it("finds the two happenings among hundreds without which nothing goes wrong", async () => {
    const shrunk = await shrinkPlan(planOf(30, 12), { run: toyRun });
    expect(shrunk?.plan.happenings.map(({ name }) => name)).toEqual(["fault-20", "visit-47"]);
    expect(shrunk?.plan.days).toBe(4);
    expect(shrunk?.plan.seed).toBe(7);
    expect(shrunk?.failure.checker).toBe("I2");
    expect(shrunk?.runs).toBeLessThan(80);
  });

  it("makes a fault as short as it can be", async () => {
    const shrunk = await shrinkPlan(planOf(30, 12), { run: toyRun });
    expect(shrunk?.plan.happenings[0]?.forMs).toBe(900_000);
  });

  it("does not take another broken promise for the same one", async () => {
    const run = async (plan: Plan) =>
      (await toyRun(plan)) ?? { checker: "liveness", sentence: "It stalled.", atMs: DAY_MS };
    const shrunk = await shrinkPlan(planOf(30, 12), { run });
    expect(shrunk?.failure.checker).toBe("I2");
    expect(shrunk?.plan.happenings).toHaveLength(2);
  });

  it("stops at its number of runs with the smallest plan until then, which still fails", async () => {
    let runs = 0;
    const run = (plan: Plan) => {
      runs += 1;
      return toyRun(plan);
    };
    const shrunk = await shrinkPlan(planOf(30, 12), { run, mostRuns: 8 });
    expect(runs).toBe(8);
    expect(shrunk?.plan.happenings.length).toBeLessThan(100);
    expect(shrunk && (await toyRun(shrunk.plan))).toBeDefined();
  });

  it("needs no happening for a failure that comes by itself", async () => {
    const run = async ({ days }: Plan) => ({ checker: "liveness", sentence: "Never.", atMs: days * DAY_MS + HOUR_MS });
    const shrunk = await shrinkPlan(planOf(5, 4), { run });
    expect(shrunk?.plan).toMatchObject({ days: 1, happenings: [] });
  });

  it("says nothing of a plan that does not fail", async () => {
    expect(await shrinkPlan(planOf(2, 4), { run: async () => undefined })).toBeUndefined();
  });
});
