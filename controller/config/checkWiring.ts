import type { z } from "zod";
import type { Cabinet } from "#core/domain/cabinet.ts";
import { boardDriver } from "#device/protocol/families.ts";
import type { WireSettings } from "./wires.ts";

interface Wiring {
  readonly cabinet?: Cabinet | undefined;
  readonly wires?: readonly z.infer<typeof WireSettings>[] | undefined;
  readonly printer: { readonly kind: string };
  readonly desk?: { readonly machine?: unknown } | undefined;
}

type Wire = z.infer<typeof WireSettings>;
type Board = Wire["boards"][number];
export type Report = (path: readonly (string | number)[], message: string) => void;

/** What no single value can show: boards and doors that contradict each other. */
export function checkWiring(config: Wiring, context: z.RefinementCtx): void {
  const report: Report = (path, message) => context.addIssue({ code: "custom", path: [...path], message });
  const { cabinet, wires = [] } = config;
  if ((cabinet === undefined) !== (config.wires === undefined))
    report([cabinet === undefined ? "cabinet" : "wires"], "is missing: doors and wires stand here both, or neither");
  const channelsOf = checkBoards(wires, report);
  if (cabinet !== undefined && config.wires !== undefined) checkDoors(cabinet, channelsOf, report);
  const simulators = wires.filter(({ simulator }) => simulator === true);
  if (simulators.length > 1) report(["wires"], "can have one simulated wire only; put all simulated boards on it");
  if (config.printer.kind === "simulator" && simulators.length === 0 && config.desk?.machine === undefined)
    report(["printer", "kind"], 'can be "simulator" only where a wire is simulated too');
}

/** Boards that contradict each other; the channels of each by its name. */
export function checkBoards(wires: NonNullable<Wiring["wires"]>, report: Report): Map<string, number> {
  const channelsOf = new Map<string, number>();
  const wireNames = new Set<string>();
  for (const [w, wire] of wires.entries()) {
    if (wireNames.has(wire.name)) report(["wires", w, "name"], `is the name of another wire too: "${wire.name}"`);
    wireNames.add(wire.name);
    checkSharing(wire, ["wires", w, "boards"], report);
    const addresses = new Set<number>();
    for (const [b, board] of wire.boards.entries()) {
      const { name, address, channels } = board;
      const path = ["wires", w, "boards", b];
      checkFamily(board, path, report);
      if (channelsOf.has(name)) report([...path, "name"], `is the name of another board too: "${name}"`);
      if (addresses.has(address)) report([...path, "address"], `is used twice on this wire: ${address}`);
      channelsOf.set(name, channels);
      addresses.add(address);
    }
  }
  return channelsOf;
}

/**
 * Frames of one family can look like commands to another (two Winnsen polls back to back hold an XOR-8A unlock), so only
 * boards of one maker share a wire.
 */
function checkSharing({ boards }: Wire, path: readonly (string | number)[], report: Report): void {
  const makers = new Set(boards.map(({ family }) => (family.startsWith("kerong-") ? "kerong" : family)));
  if (makers.size > 1)
    report(path, `are of several makers (${[...makers].join(", ")}): give each maker's boards a wire of their own`);
}

/** What a board's family allows. */
function checkFamily(board: Board, path: readonly (string | number)[], report: Report): void {
  const { family, address, channels, calibration, hasOccupancy } = board;
  const driver = boardDriver(family);
  const { lowestAddress, highestAddress, channels: most } = driver.limits;
  if (address < lowestAddress || address > highestAddress)
    report([...path, "address"], `is ${address}, but ${family} boards have ${lowestAddress} to ${highestAddress}`);
  if (channels > most) report([...path, "channels"], `is ${channels}, but ${family} boards have ${most} at most`);
  if (hasOccupancy && !driver.hasOccupancy)
    report([...path, "hasOccupancy"], `cannot be true: ${family} boards have no occupancy sensors`);
  if (calibration !== undefined && calibration.channel > channels)
    report([...path, "calibration", "channel"], `is ${calibration.channel}, but the board has ${channels} channels`);
}

/** Doors that name no lock, or one another's. */
export function checkDoors(cabinet: Cabinet, channelsOf: ReadonlyMap<string, number>, report: Report): void {
  const doorOf = new Map<number, string>();
  const doorAt = new Map<string, number>();
  for (const [m, module] of cabinet.modules.entries()) {
    if (module.kind !== "doors") continue;
    for (const [d, { compartmentNumber, board, channel }] of module.doors.entries()) {
      const path = ["cabinet", "modules", m, "doors", d];
      const channels = channelsOf.get(board);
      const lock = `${board}:${channel}`;
      const other = doorAt.get(lock);
      if (doorOf.has(compartmentNumber))
        report([...path, "compartmentNumber"], `stands on another door too: ${compartmentNumber}`);
      if (channels === undefined) report([...path, "board"], `names a board that no wire has: "${board}"`);
      else if (channel > channels)
        report([...path, "channel"], `is ${channel}, but board "${board}" has ${channels} channels`);
      if (other !== undefined)
        report(
          [...path, "channel"],
          `is the lock of compartment ${other} already (board "${board}", channel ${channel})`,
        );
      doorOf.set(compartmentNumber, lock);
      doorAt.set(lock, compartmentNumber);
    }
  }
}
