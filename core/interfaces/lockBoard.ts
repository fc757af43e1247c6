/** What a door's sensor says. `unknown`: not read since the last time the board answered. */
export type DoorState = "open" | "closed" | "unknown";

/** What the occupancy sensor says; `notSupported` where the board or the compartment has none. */
export type OccupancyState = "something" | "nothing" | "unknown" | "notSupported";

/** Where a compartment hangs on the wire. */
export interface LockAddress {
  /** Name of the lock board in the configuration. */
  readonly board: string;
  /** 1-based channel. */
  readonly channel: number;
}

/** One reading of one compartment. */
export interface DoorReading {
  readonly door: DoorState;
  readonly occupancy: OccupancyState;
}

/**
 * What an unlock came to. An acknowledgement is not a door state: `opened` was read from the door after the pulse.
 * - `opened`: the door was read shut, pulsed, and read open
 * - `alreadyOpen`: the door was read open before the pulse; nothing was sent
 * - `jammed`: the board answers, pulses were sent, the door was read shut all the time
 * - `noReply`: the board did not answer before the pulse; nothing was sent
 * - `unresolved`: the pulse may have been sent, and the door could not be read since
 * - `expired`: the use-by time passed before the command's turn; nothing was sent
 */
export type UnlockOutcome = "opened" | "alreadyOpen" | "jammed" | "noReply" | "unresolved" | "expired";

/** One unlock: sent at most once, never after its use-by time. */
export interface UnlockCommand {
  /** Unique; a second command with the same id is refused as a defect. */
  readonly requestId: string;
  readonly lock: LockAddress;
  /** Time from now after which the pulse must not leave any more, milliseconds. */
  readonly useByMs: number;
}

/** A change of what the boards say, as found by polling. */
export interface DoorChange {
  readonly lock: LockAddress;
  readonly reading: DoorReading;
}

/** How well a board can be talked to. */
export interface BoardStatus {
  readonly board: string;
  readonly status: "online" | "noReply" | "unknown";
}

/** All lock boards of a kiosk, on however many wires. */
export interface LockBoards {
  /** Opens the wires and polls for ever; returns at once. Lost devices are looked for without end. */
  start(): void;
  /** Reads the board now. Resolves `unknown` when it does not answer; never rejects. */
  read(lock: LockAddress): Promise<DoorReading>;
  /** The latest reading without asking the board. */
  latest(lock: LockAddress): DoorReading;
  /** Reads the door, pulses once if it is shut, watches what it does. Never sends a second pulse. Never rejects. */
  unlock(command: UnlockCommand): Promise<UnlockOutcome>;
  onDoorChanged(listener: (change: DoorChange) => void): void;
  onBoardChanged(listener: (status: BoardStatus) => void): void;
  /** Raw frames both ways, for traces. `at` is monotonic milliseconds. */
  onFrame(listener: (frame: TracedFrame) => void): void;
  stop(): Promise<void>;
}

/** A frame seen on a wire. */
export interface TracedFrame {
  readonly wire: string;
  readonly direction: "sent" | "received" | "dropped";
  readonly bytes: Uint8Array;
  readonly atMs: number;
}
