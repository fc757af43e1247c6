import { randomBytes } from "node:crypto";
import type { DraftEvent } from "#core/events/event.ts";
import type { EventLog } from "#core/interfaces/eventLog.ts";
import { compartmentOf } from "#core/register/register.ts";

type DraftOf<T extends DraftEvent["type"]> = Extract<DraftEvent, { readonly type: T }>;
type DoorEvent = DraftOf<"compartmentOpenRequested" | "compartmentOpened" | "compartmentClosed">;

const COMPARTMENTS = 24;

export function commissioning(): DraftOf<"compartmentCommissioned">[] {
  return Array.from({ length: COMPARTMENTS }, (_, index) => ({
    type: "compartmentCommissioned" as const,
    payload: { compartmentNumber: index + 1, board: "A", channel: index + 1, heightMm: 240, isWithinSeatedReach: true },
  }));
}

/** What happens next at the doors: one after the other is asked for, opens and shuts. */
export function nextDoorEvent({ register, lastSeq }: Pick<EventLog, "register" | "lastSeq">): DoorEvent {
  const turn = lastSeq - COMPARTMENTS;
  const compartmentNumber = (Math.floor(turn / 3) % COMPARTMENTS) + 1;
  const pending = compartmentOf(register, compartmentNumber)?.request?.requestId;
  if (turn % 3 !== 0 && pending !== undefined) {
    const door = { requestId: pending, compartmentNumber };
    if (turn % 3 === 1) return { type: "compartmentOpened", payload: { ...door, wasOpenAlready: false } };
    return { type: "compartmentClosed", payload: door };
  }
  const ids = { requestId: randomId(), visitId: randomId() };
  return {
    type: "compartmentOpenRequested",
    payload: { ...ids, compartmentNumber, reason: "deposit", pulse: 1, useByMs: 5_000 },
  };
}

function randomId(): string {
  return randomBytes(16).toString("hex");
}
