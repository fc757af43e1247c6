import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FlowKiosk } from "#tests/support/flowKiosk.ts";
import { deposit, enterMode, withResult } from "#tests/support/flowMoves.ts";
import { CITIZEN_CARD, CITIZEN_NAME, CITIZEN_NUMBER, CITIZEN_PHONE } from "#tests/support/flowWorld.ts";
import { PROPERTY_TIMEOUT_MS, propertyRuns } from "#tests/support/fullRun.ts";
import { breachesOf, leakBreaches, placeBreaches } from "#tests/support/invariants.ts";
import { anyMove, play } from "#tests/support/randomMoves.ts";

/** A failing run names its seed; set it here to play the same moves again. */
const seed = Number(process.env.FLOW_SEED ?? Date.now() % 2 ** 31);

function breachesAfter(kiosk: FlowKiosk): string[] {
  const { events, register } = kiosk.log;
  const secrets = [CITIZEN_NAME, CITIZEN_NUMBER, CITIZEN_PHONE, CITIZEN_CARD];
  return [...breachesOf(events), ...placeBreaches(register), ...leakBreaches(kiosk.log.drafts, secrets)];
}

describe("any sequence of inputs", () => {
  it(
    "keeps the invariants, with whatever cabinet it begins",
    () => {
      const cabinet = fc.record({
        compartments: fc.integer({ min: 1, max: 4 }),
        unchecked: fc.subarray([1, 2, 3, 4]),
        occupancy: fc.constantFrom("notSupported" as const, "nothing" as const, "something" as const),
      });
      const property = fc.property(cabinet, fc.array(anyMove, { minLength: 40, maxLength: 200 }), (options, moves) => {
        const kiosk = new FlowKiosk(options);
        for (const move of moves) play(kiosk, move);
        expect(breachesAfter(kiosk)).toEqual([]);
        expect([...kiosk.log.replayed().all("dossier")]).toEqual([...kiosk.log.register.all("dossier")]);
      });
      fc.assert(property, { seed, numRuns: propertyRuns(200) });
    },
    PROPERTY_TIMEOUT_MS,
  );

  it(
    "keeps the invariants where a technician stands at the machine",
    () => {
      const property = fc.property(fc.array(anyMove, { minLength: 20, maxLength: 120 }), (moves) => {
        const kiosk = new FlowKiosk();
        withResult(kiosk);
        deposit(kiosk, { bagLabel: "TUI-0002", procedureId: "business" });
        enterMode(kiosk);
        for (const move of moves) play(kiosk, move);
        expect(breachesAfter(kiosk)).toEqual([]);
      });
      fc.assert(property, { seed, numRuns: propertyRuns(200) });
    },
    PROPERTY_TIMEOUT_MS,
  );

  it(
    "keeps the invariants where a deposit and a result wait already",
    () => {
      const property = fc.property(fc.array(anyMove, { minLength: 20, maxLength: 120 }), (moves) => {
        const kiosk = new FlowKiosk();
        withResult(kiosk);
        deposit(kiosk, { bagLabel: "TUI-0002", procedureId: "business" });
        for (const move of moves) play(kiosk, move);
        expect(breachesAfter(kiosk)).toEqual([]);
      });
      fc.assert(property, { seed, numRuns: propertyRuns(300) });
    },
    PROPERTY_TIMEOUT_MS,
  );
});
