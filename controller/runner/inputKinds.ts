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

/** Inputs that a person gives, and may give again. */
export function isOfPerson(input: Input): boolean {
  return input.kind === "intent" || input.kind === "maintenanceOpening" || isScan(input);
}

/** A code was held up, whether or not it could be read. */
export function isScan({ kind }: Input): boolean {
  return kind === "scan" || kind === "unreadableScan";
}
