import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Clock } from "#core/interfaces/clock.ts";

/** What a command came to. */
export interface Answer {
  /** 0: done. 1: the device, the log or the kiosk says no. */
  readonly status: 0 | 1;
  /** The one JSON document of `--json`. */
  readonly json: object;
  /** The same for a person; may have several lines. */
  readonly text: string;
  /** Why it was not done, for standard error; a sentence. */
  readonly problem?: string | undefined;
}

/** What commands work with. */
export interface CommandWorld {
  readonly clock: Clock;
  /** Folders in which kiosks of this machine register. */
  readonly registryFolders: readonly string[];
  /** True with `--json`: then nothing but the answer goes to standard output. */
  readonly isJson: boolean;
  /** A line for a person while the command is under way; nothing with `--json`. */
  readonly show: (line: string) => void;
  /** A question or progress for a person, on standard error. */
  readonly tell: (line: string) => void;
  readonly stdin: NodeJS.ReadableStream;
}

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Options and what they mean, for `--help`. */
  readonly usage: string;
  /** Throws `WrongUse` for a wrong command line. */
  run(args: readonly string[], world: CommandWorld): Promise<Answer>;
}

/** A wrong command line or configuration; the message is a sentence. */
export class WrongUse extends Error {
  override readonly name = "WrongUse";
}

/** Nothing was done; the sentence says why. Further fields keep the document's shape. */
export function refused(sentence: string, shape: object = {}): Answer {
  return { status: 1, json: { ...shape, error: sentence }, text: sentence, problem: sentence };
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Reads flags; `--json` and `--help` are taken already. Throws `WrongUse` for what is not known. */
export function readFlags<Flags extends Options>(args: readonly string[], options: Flags) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}

/** A whole number between two limits, or undefined where the flag is absent. Throws `WrongUse`. */
export function numberFlag(
  name: string,
  text: string | undefined,
  { least, most }: { readonly least: number; readonly most: number },
): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (text.trim() !== "" && Number.isInteger(number) && number >= least && number <= most) return number;
  throw new WrongUse(`--${name} is a whole number from ${least} to ${most}, not "${text}".`);
}

/** A flag that must be there. Throws `WrongUse`. */
export function needed<Value>(name: string, value: Value | undefined): Value {
  if (value === undefined) throw new WrongUse(`--${name} is missing.`);
  return value;
}
