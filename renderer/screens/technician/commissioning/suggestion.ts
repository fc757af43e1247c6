import type { CommissionedBoard } from "#core/contract/technician.ts";
import { type Channel, doorOf } from "./wizardStep.ts";

/** What the technician says of a door. */
export interface DoorName {
  readonly compartmentNumber: number;
  /** 1-based from the left. */
  readonly column: number;
  readonly heightMm: number;
}

/** Usual heights of doors, millimetres. */
export const doorSizes = { S: 120, M: 180, L: 240, XL: 360 } as const;
export type DoorSize = keyof typeof doorSizes;

/** Largest values that the controller takes. */
export const limits = { compartmentNumber: 999, column: 24, leastMm: 40, mostMm: 2000, stepMm: 10 } as const;

/**
 * What is likely for a channel: its own name where it has one; otherwise the least number that is free after the last
 * named channel's, in that channel's column and with its height.
 */
export function suggestedName(boards: readonly CommissionedBoard[], wanted: Channel): DoorName {
  const own = doorOf(boards, wanted)?.named;
  if (own !== undefined && own !== "unused") return own;
  const before = lastNamedBefore(boards, wanted);
  const taken = takenNumbers(boards);
  let compartmentNumber = before === undefined ? 1 : before.compartmentNumber + 1;
  while (taken.has(compartmentNumber) && compartmentNumber < limits.compartmentNumber) compartmentNumber += 1;
  return { compartmentNumber, column: before?.column ?? 1, heightMm: before?.heightMm ?? doorSizes.M };
}

/** Numbers that doors have, but for the door of the channel given. */
export function takenNumbers(boards: readonly CommissionedBoard[], except?: Channel): ReadonlySet<number> {
  const taken = new Set<number>();
  for (const { board, doors } of boards) {
    for (const { channel, named } of doors) {
      if (named === undefined || named === "unused") continue;
      if (board === except?.board && channel === except.channel) continue;
      taken.add(named.compartmentNumber);
    }
  }
  return taken;
}

/** The door named before a channel, in the order of boards and channels; else the one with the highest number. */
function lastNamedBefore(boards: readonly CommissionedBoard[], wanted: Channel): DoorName | undefined {
  let last: DoorName | undefined;
  let highest: DoorName | undefined;
  let isBefore = true;
  for (const { board, doors } of boards) {
    for (const { channel, named } of doors) {
      if (board === wanted.board && channel === wanted.channel) isBefore = false;
      if (named === undefined || named === "unused") continue;
      if (isBefore) last = named;
      if (highest === undefined || named.compartmentNumber > highest.compartmentNumber) highest = named;
    }
  }
  return last ?? highest;
}
