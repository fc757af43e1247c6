import { describe, expect, test } from "vitest";
import type { Happening } from "#simulation/contract/plan.ts";
import { logCheckers } from "#simulation/engine/logCheckers.ts";
import { simulate } from "#simulation/engine/simulate.ts";
import { faultNames, rateOf } from "#simulation/faults/faultRates.ts";
import { faults } from "#simulation/faults/index.ts";
import { visits } from "#simulation/people/visits.ts";

const MINUTE_MS = 60_000;

function happening(kind: Happening["kind"], name: string, atMs: number): Happening {
  const forMs = kind === "fault" && rateOf(name).mostMs > 0 ? 4 * MINUTE_MS : 0;
  return { atMs, kind, name, forMs, seed: 77 };
}

describe("each fault alone", () => {
  test.each(faultNames)("%s begins, heals, and leaves a kiosk that takes dossiers", async (name) => {
    const happenings = [
      happening("visit", "deposit", 1 * MINUTE_MS),
      happening("fault", name, 2 * MINUTE_MS),
      happening("visit", "deposit", 2.1 * MINUTE_MS),
      happening("visit", "deposit", 20 * MINUTE_MS),
    ];
    const { violation, figures, story } = await simulate({
      plan: { seed: 5, days: 0.02, happenings },
      visits,
      faults,
      checkersFor: logCheckers,
    });
    expect(violation, story.slice(-40).join("\n")).toBeUndefined();
    expect(figures.faults).toEqual({ [name]: 1 });
    const lastVisit = story.slice(story.findIndex((line) => line.startsWith("day 1 00:20:00")));
    expect(lastVisit.join("\n")).toContain("dossierDeposited");
  });
});
