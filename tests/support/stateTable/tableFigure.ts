import { listedAt } from "./listedPairs.ts";
import { walkTable } from "./walkTable.ts";

/** How much of the flow's table of steps and inputs was gone through. */
export interface TableFigure {
  readonly steps: number;
  /** Kinds of input, each kind of intent for itself. */
  readonly inputs: number;
  readonly pairs: number;
  /** Pairs that are meant to change something. */
  readonly listed: number;
  /** Pairs to which at least one input was given: all of them, unlisted ones included. */
  readonly covered: number;
  /** Unlisted pairs that changed something, and listed ones that never did: none. */
  readonly wrong: readonly string[];
  /** Inputs given in all. */
  readonly given: number;
}

/** Goes through the whole table; some seconds. */
export function tableFigure(): TableFigure {
  const fields = walkTable();
  const steps = new Set(fields.map(({ step }) => step)).size;
  const inputs = new Set(fields.map(({ input }) => input)).size;
  const isListed = ({ step, input }: (typeof fields)[number]) => listedAt(step).has(input);
  const wrong = fields.filter((field) => isListed(field) !== field.moved > 0);
  return {
    steps,
    inputs,
    pairs: steps * inputs,
    listed: fields.filter(isListed).length,
    covered: fields.filter(({ given }) => given > 0).length,
    wrong: wrong.map(
      ({ step, input, moved }) => `${step} × ${input}: ${moved > 0 ? "not listed, and moves" : "listed"}`,
    ),
    given: fields.reduce((sum, { given }) => sum + given, 0),
  };
}

/** The figure as a sentence. */
export function tableSentence({ steps, inputs, pairs, listed, covered, given }: TableFigure): string {
  const share = ((100 * covered) / pairs).toFixed(1);
  return `${steps} steps × ${inputs} inputs = ${pairs} pairs, ${listed} listed; ${share} % gone through with ${given} inputs`;
}
