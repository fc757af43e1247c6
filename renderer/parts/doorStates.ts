import type { Snapshot } from "#core/contract/channel.ts";
import type { DoorLook } from "#core/contract/screen.ts";

/** The doors of a snapshot as the cabinet picture takes them. */
export function doorStates(snapshot: Snapshot): Readonly<Record<number, DoorLook>> {
  return Object.fromEntries(snapshot.doors.map((door) => [door.compartmentNumber, door.look]));
}

/** How one door looks now; shut where the snapshot does not name it. */
export function lookOf(snapshot: Snapshot, compartmentNumber: number): DoorLook {
  return snapshot.doors.find((door) => door.compartmentNumber === compartmentNumber)?.look ?? "shut";
}
