import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";
import type { SimulatedCabinet } from "#device/simulator/simulatedCabinet.ts";

const Memory = z.array(
  z.strictObject({
    board: z.string(),
    channel: z.number().int(),
    isOpen: z.boolean(),
    inside: z.enum(["nothing", "bag", "result"]),
  }),
);

/** What lies in the simulated compartments: the devices know only that something does. */
export interface CabinetMemory {
  inside(lock: { readonly board: string; readonly channel: number }): "nothing" | "bag" | "result";
  put(lock: { readonly board: string; readonly channel: number }, thing: "bag" | "result"): void;
}

/**
 * Keeps doors and contents of the simulated cabinet in a file: steel and paper outlive a power cut of the controller,
 * and so must their likeness.
 */
export function rememberCabinet(cabinet: SimulatedCabinet, path: string): CabinetMemory {
  const things = restore(cabinet, path);
  const inside: CabinetMemory["inside"] = (lock) =>
    cabinet.compartment(lock).hasBag ? (things.get(keyOf(lock)) ?? "bag") : "nothing";
  cabinet.onChange(() => {
    const compartments = cabinet
      .state()
      .compartments.map(({ lock, isOpen }) => ({ ...lock, isOpen, inside: inside(lock) }));
    writeFileSync(`${path}.new`, JSON.stringify(compartments));
    renameSync(`${path}.new`, path);
  });
  return {
    inside,
    put: (lock, thing) => {
      if (!cabinet.compartment(lock).isOpen) return;
      things.set(keyOf(lock), thing);
      cabinet.putBag(lock);
    },
  };
}

function restore(cabinet: SimulatedCabinet, path: string): Map<string, "bag" | "result"> {
  const things = new Map<string, "bag" | "result">();
  const remembered = Memory.safeParse(readJson(path));
  if (!remembered.success) return things;
  const known = new Set(cabinet.state().compartments.map(({ lock }) => keyOf(lock)));
  for (const { board, channel, isOpen, inside } of remembered.data) {
    const lock = { board, channel };
    if (!known.has(keyOf(lock)) || (!isOpen && inside === "nothing")) continue;
    cabinet.forceDoor(lock);
    if (inside !== "nothing") {
      things.set(keyOf(lock), inside);
      cabinet.putBag(lock);
    }
    if (!isOpen) cabinet.shutDoor(lock);
  }
  return things;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    // A desk that is set up for the first time, or a file that nobody can use: then everything is shut and empty.
    return undefined;
  }
}

function keyOf({ board, channel }: { readonly board: string; readonly channel: number }): string {
  return `${board}:${channel}`;
}
