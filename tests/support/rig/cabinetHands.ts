import { z } from "zod";
import { type Cabinet, placedDoors } from "#core/domain/cabinet.ts";
import type { ControlAction } from "#device/simulator/controlServer.ts";
import { until } from "../until.ts";

const Lock = z.object({ board: z.string(), channel: z.number() });
const State = z.object({
  hadEffect: z.boolean().optional(),
  cabinet: z.object({
    compartments: z.array(z.object({ lock: Lock, isOpen: z.boolean(), hasBag: z.boolean(), pulses: z.number() })),
  }),
  printer: z.object({ paperCount: z.number(), papers: z.array(z.unknown()) }),
});

/** One compartment of the simulated cabinet, as it is in truth. */
export interface RealCompartment {
  readonly isOpen: boolean;
  readonly hasBag: boolean;
  /** Pulses that reached its lock. */
  readonly pulses: number;
}

/** A person's hands at the simulated cabinet and printer, which run in a process of their own. */
export interface CabinetHands {
  look(compartmentNumber: number): Promise<RealCompartment>;
  /** Waits until the door stands open. */
  waitOpen(compartmentNumber: number): Promise<void>;
  putBag(compartmentNumber: number): Promise<void>;
  takeBag(compartmentNumber: number): Promise<void>;
  shut(compartmentNumber: number): Promise<void>;
  jam(compartmentNumber: number, isJammed?: boolean): Promise<void>;
  control(action: ControlAction): Promise<void>;
  /** Papers that the printer cut off so far. */
  paperCount(): Promise<number>;
  /** The newest paper as a PNG file. */
  newestPaper(): Promise<Buffer>;
}

/** `url`: of the simulator's control. */
export function handsAt(url: string, { cabinet }: { readonly cabinet: Cabinet }): CabinetHands {
  const locks = new Map(placedDoors(cabinet).map((d) => [d.compartmentNumber, { board: d.board, channel: d.channel }]));
  const lockOf = (compartmentNumber: number): z.infer<typeof Lock> => {
    const lock = locks.get(compartmentNumber);
    if (lock === undefined) throw new Error(`There is no compartment ${compartmentNumber}.`);
    return lock;
  };
  const state = async () => State.parse(await (await fetch(`${url}/state`)).json());
  const control = async (action: ControlAction): Promise<void> => {
    const answer = await fetch(`${url}/control`, { method: "POST", body: JSON.stringify(action) });
    const { hadEffect } = State.parse(await answer.json());
    if (hadEffect !== true) throw new Error(`${JSON.stringify(action)} had no effect.`);
  };
  const look = async (compartmentNumber: number): Promise<RealCompartment> => {
    const { board, channel } = lockOf(compartmentNumber);
    const { compartments } = (await state()).cabinet;
    const found = compartments.find(({ lock }) => lock.board === board && lock.channel === channel);
    if (found === undefined) throw new Error(`The simulated cabinet has no lock ${board}:${channel}.`);
    return found;
  };
  const reach = (action: "putBag" | "takeBag" | "shutDoor") => (compartmentNumber: number) =>
    control({ action, lock: lockOf(compartmentNumber) });
  return {
    look,
    waitOpen: async (compartmentNumber) => {
      await until(async () => (await look(compartmentNumber)).isOpen, { what: `door ${compartmentNumber} opens` });
    },
    putBag: reach("putBag"),
    takeBag: reach("takeBag"),
    shut: reach("shutDoor"),
    jam: (compartmentNumber, isJammed = true) =>
      control({ action: "breakCompartment", lock: lockOf(compartmentNumber), isJammed }),
    control,
    paperCount: async () => (await state()).printer.paperCount,
    newestPaper: async () => {
      const { papers } = (await state()).printer;
      const answer = await fetch(`${url}/papers/${papers.length - 1}.png`);
      return Buffer.from(await answer.arrayBuffer());
    },
  };
}
