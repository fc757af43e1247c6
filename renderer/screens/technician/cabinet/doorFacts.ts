import type { TechnicianView } from "#core/contract/technician.ts";
import type { DoorState } from "#ui/cabinet/DoorState.ts";

/** What is known of one door. */
export type DoorFacts = TechnicianView["doors"][number];

/** Log and occupancy sensor disagree: something where nothing should be, or nothing where a dossier should be. */
export type Mismatch = "somethingInside" | "nothingInside";

/** How a door counts in the legend: each door once. */
export type DoorKind = "mismatch" | "open" | "outOfService" | "unknown" | "dossier" | "unchecked" | "free";

/** All kinds in the order of the legend. */
export const doorKinds = [
  "free",
  "dossier",
  "unchecked",
  "open",
  "mismatch",
  "outOfService",
  "unknown",
] as const satisfies readonly DoorKind[];

/** The disagreement, where there is one. An unchecked compartment, or a sensor that says nothing, contradicts nothing. */
export function mismatchOf(door: DoorFacts): Mismatch | undefined {
  const { occupancy } = door.reading;
  if (door.contents === "empty" && occupancy === "something") return "somethingInside";
  if (door.contents === "dossier" && occupancy === "nothing") return "nothingInside";
  return undefined;
}

/** What matters most of a door: a disagreement, then an open leaf, then service, then what cannot be read. */
export function kindOf(door: DoorFacts): DoorKind {
  if (mismatchOf(door) !== undefined) return "mismatch";
  if (door.reading.door === "open" && !door.isSensorFaulty) return "open";
  if (door.outOfService !== undefined) return "outOfService";
  if (door.reading.door === "unknown") return "unknown";
  return door.contents === "empty" ? "free" : door.contents;
}

/** How the picture draws a door of a kind. */
export const stateOfKind: Readonly<Record<DoorKind, DoorState>> = {
  mismatch: "shut",
  open: "openEmpty",
  outOfService: "outOfService",
  unknown: "unknown",
  dossier: "shut",
  unchecked: "shut",
  free: "free",
};

/** Doors that somebody should look at, in the order of the cabinet. */
export function doorsToLookAt(doors: readonly DoorFacts[]): readonly DoorFacts[] {
  return doors.filter((door) => {
    const kind = kindOf(door);
    return kind === "mismatch" || kind === "unknown" || kind === "outOfService" || door.isSensorFaulty;
  });
}

/** How many doors are of each kind. */
export function countByKind(doors: readonly DoorFacts[]): Readonly<Record<DoorKind, number>> {
  const counts = { mismatch: 0, open: 0, outOfService: 0, unknown: 0, dossier: 0, unchecked: 0, free: 0 };
  for (const door of doors) counts[kindOf(door)] += 1;
  return counts;
}
