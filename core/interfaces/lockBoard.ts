/** Board families with a driver, by the names that configuration and `kioskctl` use. */
export const boardFamilies = [
  "kerong-cu16",
  "kerong-cu12",
  "kerong-cu24",
  "kerong-cu48",
  "xor8a",
  "wkly",
  "winnsen",
  "modbus",
] as const;
export type BoardFamily = (typeof boardFamilies)[number];

/**
 * How a lock's feedback contact is wired. `closing`: what the family's documents call closed is closed. `opening`: the
 * other way round. Learned at commissioning; wrong, it inverts every door.
 */
export type Feedback = "closing" | "opening";

/** Which status byte holds channels 1 to 8, where sources contradict each other; learned at commissioning. */
export type ByteOrder = "firstByteFirst" | "lastByteFirst";

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
  /**
   * `faulty`: the door's sensor was declared faulty, so a door read open does not keep the pulse back, and a door read
   * shut all the time is `unresolved`, never `jammed`. Default `trusted`.
   */
  readonly sensor?: "trusted" | "faulty";
}

/** A change of what the boards say, as found by polling. */
export interface DoorChange {
  readonly lock: LockAddress;
  readonly reading: DoorReading;
}

/**
 * Something wrong that a board's traffic shows.
 * - `echo`: the adapter hands back what was sent; answers can be told apart, but the wiring should be mended
 * - `twoAnswers`: two boards answer at one address
 * - `damagedReplies`: replies come, and their check is wrong: swapped or unterminated wires, a wrong baud rate
 * - `refusesPulse`: the board answers that it cannot pulse a lock by itself; it must not drive locks
 */
export type BoardFault = "echo" | "twoAnswers" | "damagedReplies" | "refusesPulse";

/** How well a board can be talked to. `notCommissioned`: its profile is not finished; it is read, never pulsed. */
export interface BoardStatus {
  readonly board: string;
  readonly status: "online" | "noReply" | "unknown" | "notCommissioned";
  readonly fault?: BoardFault | undefined;
}

/** A board's traffic since the start. Times are milliseconds from the request leaving to its whole reply. */
export interface BoardHealth extends BoardStatus {
  readonly wire: string;
  readonly family: BoardFamily;
  readonly address: number;
  readonly channels: number;
  readonly requests: number;
  readonly missed: number;
  readonly damaged: number;
  /** Of the last 256 answered requests; absent before the first. */
  readonly latencyMs?: { readonly median: number; readonly p99: number; readonly worst: number } | undefined;
  /** Milliseconds since the last good reply; absent before the first. */
  readonly sinceReplyMs?: number | undefined;
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
  /** Every board with its traffic, in the order of the configuration. */
  boards(): readonly BoardHealth[];
  onDoorChanged(listener: (change: DoorChange) => void): void;
  onBoardChanged(listener: (status: BoardStatus) => void): void;
  /** Raw frames both ways, for traces. `at` is monotonic milliseconds. */
  onFrame(listener: (frame: TracedFrame) => void): void;
  stop(): Promise<void>;
}

/** A frame seen on a wire. */
export interface TracedFrame {
  readonly wire: string;
  /** What the frame means, in the family's own words, such as `status board 0: open 1`; absent where nothing is known. */
  readonly meaning?: string | undefined;
  readonly direction: "sent" | "received" | "dropped";
  readonly bytes: Uint8Array;
  readonly atMs: number;
}
