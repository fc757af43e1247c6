import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Input } from "#flow/input.ts";
import { stepNames } from "#flow/step.ts";
import { everyIntent } from "#tests/support/anyInput.ts";
import { FlowKiosk } from "#tests/support/flowKiosk.ts";
import { PROPERTY_TIMEOUT_MS, propertyRuns } from "#tests/support/fullRun.ts";
import { anyMove, play } from "#tests/support/randomMoves.ts";
import { type InputKey, inputsAt } from "#tests/support/stateTable/inputs.ts";
import { listedAt } from "#tests/support/stateTable/listedPairs.ts";
import { tableFigure, tableSentence } from "#tests/support/stateTable/tableFigure.ts";

const seed = Number(process.env.FLOW_SEED ?? Date.now() % 2 ** 31);

const keyOf = (input: Input): InputKey => (input.kind === "intent" ? `intent ${input.intent.kind}` : input.kind);

/** Notes every pair that moved although it is not listed. */
class WatchedKiosk extends FlowKiosk {
  readonly unlisted = new Set<string>();

  override give(input: Input) {
    const { at, preferences } = this.visit;
    const taken = super.give(input);
    const isSame = JSON.stringify([at, preferences]) === JSON.stringify([taken.visit.at, taken.visit.preferences]);
    const moved = !isSame || taken.events.length > 0 || taken.effects.length > 0;
    if (moved && !listedAt(at.step).has(keyOf(input))) this.unlisted.add(`${at.step} × ${keyOf(input)}`);
    return taken;
  }
}

describe("the table of steps and inputs", () => {
  it(
    "is gone through whole: what is listed moves the visit, what is not changes nothing",
    () => {
      const figure = tableFigure();
      process.stdout.write(`${tableSentence(figure)}\n`);
      expect(figure.wrong).toEqual([]);
      expect(figure.steps).toBe(stepNames.length);
      expect(figure.inputs).toBe(inputsAt(new FlowKiosk()).size);
      expect(figure.inputs).toBeGreaterThan(everyIntent.length + 15);
      expect(figure.covered).toBe(figure.pairs);
    },
    PROPERTY_TIMEOUT_MS,
  );

  it(
    "has every pair that moves a visit in any play",
    () => {
      const property = fc.property(fc.array(anyMove, { minLength: 40, maxLength: 200 }), (moves) => {
        const kiosk = new WatchedKiosk();
        for (const move of moves) play(kiosk, move);
        expect([...kiosk.unlisted]).toEqual([]);
      });
      fc.assert(property, { seed, numRuns: propertyRuns(150) });
    },
    PROPERTY_TIMEOUT_MS,
  );
});
