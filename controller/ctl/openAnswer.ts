import type { OpenOutcome } from "#core/contract/control.ts";
import type { Answer } from "./command.ts";

const PROBLEMS: Readonly<Partial<Record<OpenOutcome, string>>> = {
  jammed: "The door was read shut all the time, after three pulses: it is jammed, or its lock is not connected.",
  noReply: "The board does not answer, or says nothing of this channel. No pulse was sent.",
  unresolved: "A pulse was sent, and what the door did could not be read. Look at the door.",
};

/** What an opening came to, as the command says it. */
export function openAnswer(outcome: OpenOutcome, elapsedMs: number): Answer {
  const problem = PROBLEMS[outcome];
  const text = `${outcome} after ${elapsedMs} ms${problem === undefined ? "" : `. ${problem}`}`;
  return { status: problem === undefined ? 0 : 1, json: { outcome, elapsedMs }, text, problem };
}
