import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import type { LockAddress } from "#core/interfaces/lockBoard.ts";
import { Deframer, remembering } from "#device/protocol/deframer.ts";
import { attachBoardSimulators } from "#device/simulator/boardSimulators.ts";
import { attachEscPosSimulator } from "#device/simulator/escPosSimulator.ts";
import { type SimulatedBoard, SimulatedCabinet } from "#device/simulator/simulatedCabinet.ts";
import { simulatedFamily } from "#device/simulator/simulatedFamilies.ts";
import { SimulatedPrinter } from "#device/simulator/simulatedPrinter.ts";
import { createMemoryWire, type MemoryWire } from "#device/transport/memoryTransport.ts";
import type { Chance } from "../contract/plan.ts";
import { type FaultyPeer, faultyPeer } from "./faultyPeer.ts";

/** Time that a board takes to answer, milliseconds, as real ones do. */
const TURNAROUND_MS = 8;

/** One lock wire and the boards on it. */
export interface LockWire {
  readonly name: string;
  readonly boards: readonly SimulatedBoard[];
}

export interface MachineOptions {
  readonly lockWires: readonly LockWire[];
  readonly locks: ReadonlyMap<CompartmentNumber, LockAddress>;
  /** The world's clock: boards and doors go on when the program does not. */
  readonly clock: Clock;
  readonly chance: Chance;
  readonly onPulse: (compartmentNumber: CompartmentNumber) => void;
  /** Every chunk of bytes that either side put on a wire. */
  readonly onBytes: (bytes: Uint8Array) => void;
}

/** One cable with its two ends. */
export interface Cable {
  readonly wire: MemoryWire;
  readonly peer: FaultyPeer;
}

/** The machine without its program: cabinet, boards, printer and scanner at the far ends of their wires. */
export class Machine {
  readonly cabinet: SimulatedCabinet;
  readonly printer: SimulatedPrinter;
  /** By the wire's name. */
  readonly lockCables: ReadonlyMap<string, Cable>;
  readonly printerCable: Cable;
  readonly scannerCable: Cable;
  readonly locks: ReadonlyMap<CompartmentNumber, LockAddress>;
  readonly boards: readonly SimulatedBoard[];
  /** Papers are cut off and do not come out, while the printer says that all is well. */
  isPaperSwallowed = false;
  readonly #numbers = new Map<string, CompartmentNumber>();

  constructor(options: MachineOptions) {
    const { lockWires, locks, clock, chance, onBytes } = options;
    const boards = lockWires.flatMap((wire) => wire.boards);
    const cable = (name: string): Cable => {
      const wire = createMemoryWire(name);
      const peer = faultyPeer({ peer: wire.peer, clock, chance: chance.fork() });
      peer.onSent(onBytes);
      return { wire, peer };
    };
    this.boards = boards;
    this.locks = locks;
    for (const [number, lock] of locks) this.#numbers.set(keyOf(lock), number);
    this.cabinet = new SimulatedCabinet(boards);
    this.printer = new SimulatedPrinter();
    this.printerCable = cable("printer");
    this.scannerCable = cable("scanner");
    attachEscPosSimulator({ printer: this.printer, peer: this.printerCable.peer });
    this.lockCables = new Map(lockWires.map(({ name }) => [name, cable(`lock wire ${name}`)]));
    for (const wire of lockWires) this.#attach(wire, options);
  }

  lockOf(compartmentNumber: CompartmentNumber): LockAddress {
    const lock = this.locks.get(compartmentNumber);
    if (lock === undefined) throw new RangeError(`The machine has no compartment ${compartmentNumber}.`);
    return lock;
  }

  isOpen(compartmentNumber: CompartmentNumber): boolean {
    return this.cabinet.compartment(this.lockOf(compartmentNumber)).isOpen;
  }

  /** Holds a code before the scanner. */
  scan(bytes: Uint8Array): void {
    this.scannerCable.peer.send(bytes);
  }

  get cables(): readonly Cable[] {
    return [...this.lockCables.values(), this.printerCable, this.scannerCable];
  }

  /** The program at the near ends is gone: its ports are free for the next one. */
  letGo(): void {
    for (const { wire } of this.cables) {
      if (!wire.isPlugged) continue;
      wire.unplug();
      wire.replug();
    }
  }

  #attach({ name, boards }: LockWire, { clock, onPulse }: MachineOptions): void {
    const peer = this.lockCables.get(name)?.peer;
    if (peer === undefined) return;
    attachBoardSimulators({ cabinet: this.cabinet, boards, peer, clock, turnaroundMs: TURNAROUND_MS });
    watchPulses(peer, boards, (lock) => {
      const number = this.#numbers.get(keyOf(lock));
      if (number !== undefined) onPulse(number);
    });
  }
}

function keyOf({ board, channel }: LockAddress): string {
  return `${board}:${channel}`;
}

/** Reads every frame that leaves for the boards, apart from the driver that made it, and tells of each pulse in it. */
function watchPulses(peer: FaultyPeer, boards: readonly SimulatedBoard[], onPulse: (lock: LockAddress) => void): void {
  const readers = [...new Set(boards.map(({ family }) => family))].map((family) => {
    const behaviour = simulatedFamily(family);
    return { family, behaviour, deframer: new Deframer(remembering(behaviour.requestRule)) };
  });
  peer.onSent((bytes, by) => {
    if (by !== "kiosk") return;
    for (const { family, behaviour, deframer } of readers) {
      // The program hands over whole frames: what is left of the bytes before belongs to another family.
      deframer.expire();
      for (const frame of deframer.push(bytes).frames) {
        if (!behaviour.isUnlock(frame)) continue;
        for (const board of boards) {
          if (board.family === family) behaviour.answer(frame, listenerFor(board, onPulse));
        }
      }
    }
  });
}

/** A board that moves nothing and tells which of its locks it was asked to move. */
function listenerFor(
  { name, address, channels, byteOrder }: SimulatedBoard,
  onPulse: (lock: LockAddress) => void,
): Parameters<ReturnType<typeof simulatedFamily>["answer"]>[1] {
  return {
    address,
    replyAddress: address,
    channels,
    byteOrder,
    saysClosed: () => true,
    saysOccupied: () => false,
    pulse: (channel) => onPulse({ board: name, channel }),
  };
}
