import { parseArgs } from "node:util";
import { failed, ok, type Result } from "#core/base/result.ts";
import { faultNames } from "./faults/faultRates.ts";

export const USAGE = `Simulates kiosks: npm run simulate -- [flags]
  --seed N      the first run's seed, 0 to 4294967295 (default: drawn and printed); the next runs count on from it
  --days D      simulated days of each run, 0.01 to 300 (default 7)
  --runs R      how many runs, 1 to 100000 (default 1)
  --workers W   processes that share the runs, 1 to 64 (default 1)
  --faults F    all, none, or names with commas between them (default all)
  --mix M       swarm: each run draws its own mix, far worse than life; field: as often as in life (default swarm)
  --only H      of what the seed draws only these happenings: numbers from 0 with commas between them, or none
  --until-day D ends after so many of the drawn days
  --json        the figures as JSON
Faults: ${faultNames.join(", ")}
`;

export interface Flags {
  readonly seed: number | undefined;
  readonly days: number;
  readonly runs: number;
  readonly workers: number;
  readonly faultNames: readonly string[];
  readonly mix: "swarm" | "field";
  readonly only: readonly number[] | undefined;
  readonly untilDay: number | undefined;
  readonly isJson: boolean;
  readonly isHelp: boolean;
}

const HIGHEST_SEED = 2 ** 32 - 1;

/** Reads the command line; fails with a sentence. */
export function readFlags(args: readonly string[]): Result<Flags, string> {
  const text = { type: "string" } as const;
  const yes = { type: "boolean" } as const;
  try {
    const options = {
      seed: text,
      days: text,
      runs: text,
      workers: text,
      faults: text,
      mix: text,
      only: text,
      "until-day": text,
      json: yes,
      help: yes,
    };
    const { values } = parseArgs({ args: [...args], options });
    const { faults = "all", mix = "swarm", json = false, help = false } = values;
    if (mix !== "swarm" && mix !== "field") return failed(`--mix is "swarm" or "field", not "${mix}".`);
    const seed = values.seed === undefined ? undefined : wholeNumber("seed", values.seed, [0, HIGHEST_SEED]);
    const runs = wholeNumber("runs", values.runs ?? "1", [1, 100_000]);
    const workers = wholeNumber("workers", values.workers ?? "1", [1, 64]);
    const days = Number(values.days ?? "7");
    if (!(days >= 0.01 && days <= 300)) return failed(`--days is 0.01 to 300, not "${values.days}".`);
    const only = values.only === undefined ? undefined : numbersOf(values.only);
    const untilText = values["until-day"];
    const untilDay = untilText === undefined ? undefined : Number(untilText);
    if (untilDay !== undefined && !(untilDay > 0 && untilDay <= days))
      return failed(`--until-day is more than 0 and at most --days, not "${untilText}".`);
    return ok({
      only,
      untilDay,
      seed,
      days,
      runs,
      workers,
      faultNames: namesOf(faults),
      mix,
      isJson: json,
      isHelp: help,
    });
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

/** Throws a sentence. */
function wholeNumber(flag: string, text: string, [least, most]: readonly [number, number]): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new RangeError(`--${flag} is a whole number from ${least} to ${most}, not "${text}".`);
}

/** Throws a sentence. */
function numbersOf(text: string): readonly number[] {
  return text === "none" ? [] : text.split(",").map((number) => wholeNumber("only", number, [0, 10_000_000]));
}

/** Throws a sentence. */
function namesOf(text: string): readonly string[] {
  if (text === "all") return faultNames;
  if (text === "none") return [];
  const names = text.split(",");
  const unknown = names.find((name) => !faultNames.includes(name));
  if (unknown === undefined) return names;
  throw new RangeError(`There is no fault called "${unknown}". There are: ${faultNames.join(", ")}.`);
}
