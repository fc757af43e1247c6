import { type Figure, makeFigure } from "../figure.ts";
import { percentile, sum } from "../statistics.ts";
import type { AppendTimes } from "./measureAppend.ts";

/** The log's append has to reach this part of the bare transaction's rate. */
export const LEAST_PART = 0.8;

/** What a figure about appends is about. */
export interface AppendSubject {
  readonly name: string;
  readonly what: string;
}

/** One event with its projection: what the limit is about. */
export const eventAppend: AppendSubject = {
  name: "eventAppend",
  what: "Appends with synchronous=FULL: one event and its projection; each way in turn, on one disk.",
};

/** What a step of a visit costs: the unfinished visit is sealed and kept in the same transaction. */
export const stepCommit: AppendSubject = {
  name: "stepCommit",
  what: "The same with the unfinished visit, which is encrypted anew at every step; the bare side writes ready ciphertext.",
};

/** Rates of the three ways to write, and what the log's own work costs. `least`: the part of the bare rate to reach. */
export function appendFigure(
  subject: AppendSubject,
  times: AppendTimes,
  options: { readonly least?: number } = {},
): Figure {
  const { append, bare, singleRow } = times;
  const perSecond = (ms: readonly number[]): number => (ms.length * 1_000) / sum(ms);
  const typicalPerSecond = (ms: readonly number[]): number => 1_000 / percentile(ms, 50);
  const { least } = options;
  return makeFigure(
    {
      ...subject,
      unit: "perSecond",
      rounds: append.length,
      values: { rate: perSecond(append), typicalRate: typicalPerSecond(append) },
    },
    [
      {
        value: "rate",
        beside: "bare transaction that writes the same rows",
        reference: perSecond(bare),
        ...(least === undefined ? {} : { required: { atLeast: least } }),
      },
      { value: "typicalRate", beside: "the same, by the median round", reference: typicalPerSecond(bare) },
      { value: "rate", beside: "bare insert of the event's row alone", reference: perSecond(singleRow) },
    ],
  );
}
