import { assert } from "#core/base/assert.ts";
import type { BoardFamily, ByteOrder, Feedback, LockAddress } from "#core/interfaces/lockBoard.ts";

/** A simulated lock board: how it hangs on the wire and how its sensors are wired. */
export interface SimulatedBoard {
  readonly name: string;
  readonly family: BoardFamily;
  /** As the family counts addresses. */
  readonly address: number;
  /** Locks connected. */
  readonly channels: number;
  readonly feedback: Feedback;
  /** Matters only to families that disagree about it. */
  readonly byteOrder: ByteOrder;
  /** True where occupancy sensors are fitted. */
  readonly hasOccupancy: boolean;
}

/** What can be broken in one compartment. */
export interface CompartmentFaults {
  /** The bolt does not move: a pulse does nothing. */
  readonly isJammed: boolean;
  /** The door's sensor always says this, or the truth when undefined. */
  readonly stuckSensor: "open" | "closed" | undefined;
}

/** What can be broken on one board. */
export interface BoardFaults {
  /** Without power: answers nothing and moves nothing. */
  readonly isDead: boolean;
  /** Hears and moves locks, and answers nothing: its sending wire is broken. */
  readonly isMute: boolean;
  /** Moves the lock but does not answer an unlock, as some real boards do. */
  readonly hasNoUnlockReply: boolean;
  /** Answers nothing for so long after it moved a lock, milliseconds. */
  readonly busyAfterUnlockMs: number;
  /** So many of the next replies leave with a wrong check. */
  readonly corruptReplies: number;
  /** Replies leave so much later, milliseconds. */
  readonly replyDelayMs: number;
  /** Replies leave in two pieces with this pause between them, milliseconds. */
  readonly splitPauseMs: number;
  /** So many bytes of noise come before each reply. */
  readonly noiseBytes: number;
  /** Replies name another board. */
  readonly hasWrongAddress: boolean;
  /** A second board, all doors shut, answers at the same address a little later. */
  readonly hasTwin: boolean;
}

/** What can be broken on the wire itself. */
export interface WireFaults {
  /** The adapter hands back every byte that is sent. */
  readonly isEchoing: boolean;
}

export interface SimulatedCompartment {
  readonly lock: LockAddress;
  readonly isOpen: boolean;
  readonly hasBag: boolean;
  readonly faults: CompartmentFaults;
  /** Pulses that reached this lock. */
  readonly pulses: number;
}

export interface CabinetState {
  readonly isWirePlugged: boolean;
  readonly wireFaults: WireFaults;
  readonly boards: readonly (SimulatedBoard & { readonly faults: BoardFaults })[];
  readonly compartments: readonly SimulatedCompartment[];
}

const NO_COMPARTMENT_FAULTS: CompartmentFaults = { isJammed: false, stuckSensor: undefined };
const NO_WIRE_FAULTS: WireFaults = { isEchoing: false };
/** A sound board. */
export const NO_BOARD_FAULTS: BoardFaults = {
  isDead: false,
  isMute: false,
  hasNoUnlockReply: false,
  busyAfterUnlockMs: 0,
  corruptReplies: 0,
  replyDelayMs: 0,
  splitPauseMs: 0,
  noiseBytes: 0,
  hasWrongAddress: false,
  hasTwin: false,
};

/** Doors, bags and everything that a person or a fault can do to them; the boards' wire reads and moves it. */
export class SimulatedCabinet {
  readonly boards: readonly SimulatedBoard[];
  readonly #boardFaults = new Map<string, BoardFaults>();
  /** By board, channel 1 first. */
  readonly #compartments = new Map<string, SimulatedCompartment[]>();
  readonly #listeners: (() => void)[] = [];
  #changes = 0;
  #isWirePlugged = true;
  #wireFaults = NO_WIRE_FAULTS;

  constructor(boards: readonly SimulatedBoard[]) {
    this.boards = boards;
    for (const { name, channels } of boards) {
      this.#boardFaults.set(name, NO_BOARD_FAULTS);
      const compartments = Array.from({ length: channels }, (_, index) => {
        const lock = { board: name, channel: index + 1 };
        return { lock, isOpen: false, hasBag: false, faults: NO_COMPARTMENT_FAULTS, pulses: 0 };
      });
      this.#compartments.set(name, compartments);
    }
  }

  /** How often anything changed so far. */
  get changes(): number {
    return this.#changes;
  }

  get isWirePlugged(): boolean {
    return this.#isWirePlugged;
  }

  get wireFaults(): WireFaults {
    return this.#wireFaults;
  }

  /** Everything as it is now, for a picture of the cabinet. */
  state(): CabinetState {
    return {
      isWirePlugged: this.#isWirePlugged,
      wireFaults: this.#wireFaults,
      boards: this.boards.map((board) => ({ ...board, faults: this.faultsOf(board.name) })),
      compartments: [...this.#compartments.values()].flat(),
    };
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  compartment(lock: LockAddress): SimulatedCompartment {
    const compartment = this.#compartments.get(lock.board)?.[lock.channel - 1];
    assert(compartment !== undefined, "The simulated cabinet has no such lock.");
    return compartment;
  }

  faultsOf(board: string): BoardFaults {
    const faults = this.#boardFaults.get(board);
    assert(faults !== undefined, `The simulated cabinet has no board ${board}.`);
    return faults;
  }

  /** A person pushes the door shut; it latches. */
  shutDoor(lock: LockAddress): void {
    this.#change(lock, { isOpen: false });
  }

  /** Somebody opens the door without an unlock: with the emergency key, or by force. */
  forceDoor(lock: LockAddress): void {
    this.#change(lock, { isOpen: true });
  }

  /** A person puts a bag in. False, and nothing happens, while the door is shut. */
  putBag(lock: LockAddress): boolean {
    return this.#reachIn(lock, true);
  }

  /** A person takes the bag out. False, and nothing happens, while the door is shut. */
  takeBag(lock: LockAddress): boolean {
    return this.#reachIn(lock, false);
  }

  breakCompartment(lock: LockAddress, faults: Partial<CompartmentFaults>): void {
    this.#change(lock, { faults: { ...this.compartment(lock).faults, ...faults } });
  }

  breakBoard(board: string, faults: Partial<BoardFaults>): void {
    this.#boardFaults.set(board, { ...this.faultsOf(board), ...faults });
    this.#tell();
  }

  breakWire(faults: Partial<WireFaults>): void {
    this.#wireFaults = { ...this.#wireFaults, ...faults };
    this.#tell();
  }

  unplugWire(): void {
    this.#isWirePlugged = false;
    this.#tell();
  }

  plugWire(): void {
    this.#isWirePlugged = true;
    this.#tell();
  }

  /** Mends everything that was broken; doors and bags stay as they are. */
  repair(): void {
    for (const board of this.#boardFaults.keys()) this.#boardFaults.set(board, NO_BOARD_FAULTS);
    for (const [board, compartments] of this.#compartments) {
      const sound = compartments.map((compartment) => ({ ...compartment, faults: NO_COMPARTMENT_FAULTS }));
      this.#compartments.set(board, sound);
    }
    this.#isWirePlugged = true;
    this.#wireFaults = NO_WIRE_FAULTS;
    this.#tell();
  }

  /** The board pulses a lock: the door springs open unless it is jammed. */
  pulse(lock: LockAddress): void {
    const { faults, pulses, isOpen } = this.compartment(lock);
    this.#change(lock, { pulses: pulses + 1, isOpen: isOpen || !faults.isJammed });
  }

  /** What the door's sensor tells the board. */
  sensedDoor(lock: LockAddress): "open" | "closed" {
    const { faults, isOpen } = this.compartment(lock);
    return faults.stuckSensor ?? (isOpen ? "open" : "closed");
  }

  #reachIn(lock: LockAddress, hasBag: boolean): boolean {
    if (!this.compartment(lock).isOpen) return false;
    this.#change(lock, { hasBag });
    return true;
  }

  #change(lock: LockAddress, change: Partial<SimulatedCompartment>): void {
    const changed = { ...this.compartment(lock), ...change };
    this.#compartments.get(lock.board)?.splice(lock.channel - 1, 1, changed);
    this.#tell();
  }

  #tell(): void {
    this.#changes += 1;
    for (const listener of this.#listeners) listener();
  }
}
