import type { Snapshot } from "#core/contract/channel.ts";
import type { DoorLook } from "#core/contract/screen.ts";

/** The doors of a snapshot as the cabinet picture takes them. */
export function doorStates(snapshot: Snapshot): Readonly<Record<number, DoorLook>> {
  const { screen } = snapshot;
  return Object.fromEntries(
    snapshot.doors.map(({ compartmentNumber, look }) => {
      // A bag that is taken back: neither the arrow in nor the sheet of a result belongs there.
      const isTakenBack =
        screen.name === "depositOpen" && screen.ending !== "deposit" && (look === "openIn" || look === "openOut");
      return [compartmentNumber, isTakenBack ? "openInside" : look];
    }),
  );
}

/** How one door looks now; shut where the snapshot does not name it. */
export function lookOf(snapshot: Snapshot, compartmentNumber: number): DoorLook {
  return snapshot.doors.find((door) => door.compartmentNumber === compartmentNumber)?.look ?? "shut";
}
