import type { Input } from "#flow/input.ts";

/** Answers to what somebody asked: they mean nothing to the next person. */
export function isAnswer({ kind }: Input): boolean {
  const kinds: readonly Input["kind"][] = [
    "pickupCodeChecked",
    "pinChecked",
    "clientsAcknowledged",
    "clientsOverdue",
    "deviceTestEnded",
    "fileSaved",
  ];
  return kinds.includes(kind);
}

/** What a person did, here or from outside: they may do it again. */
export function isOfPerson(input: Input): boolean {
  return input.kind === "intent" || input.kind === "maintenanceOpening" || isScan(input);
}

/** A code that was held up, whether it can be read or not. */
export function isScan({ kind }: Input): boolean {
  return kind === "scan" || kind === "unreadableScan";
}

/** The person who asked was told that the log is gone: nothing of it may happen by itself later. */
export function dropOfPersons(waiting: Input[]): void {
  const kept = waiting.filter((input) => !isOfPerson(input));
  waiting.splice(0, waiting.length, ...kept);
}
