import { type Figure, makeFigure } from "../figure.ts";
import { percentile, sum } from "../statistics.ts";
import type { AppendTimes } from "./measureAppend.ts";

/** The log's append has to reach this part of the bare transaction's rate. */
const LEAST_PART = 0.8;

/** Rates of the three ways to write, and what the log's own work costs. */
export function appendFigure({ append, bare, singleRow }: AppendTimes): Figure {
  const perSecond = (times: readonly number[]): number => (times.length * 1_000) / sum(times);
  const typicalPerSecond = (times: readonly number[]): number => 1_000 / percentile(times, 50);
  return makeFigure(
    {
      name: "eventAppend",
      what: "Appends with synchronous=FULL: one event, its projection and the unfinished visit; each way in turn, on one disk.",
      unit: "perSecond",
      rounds: append.length,
      values: { rate: perSecond(append), typicalRate: typicalPerSecond(append) },
    },
    [
      {
        value: "rate",
        beside: "bare transaction that writes the same rows",
        reference: perSecond(bare),
        required: { atLeast: LEAST_PART },
      },
      { value: "typicalRate", beside: "the same, by the median round", reference: typicalPerSecond(bare) },
      { value: "rate", beside: "bare insert of the event's row alone", reference: perSecond(singleRow) },
    ],
  );
}
