import { assert } from "#core/base/assert.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import type {
  BoardHealth,
  BoardStatus,
  DoorChange,
  DoorReading,
  LockAddress,
  LockBoards,
  TracedFrame,
  UnlockCommand,
  UnlockOutcome,
} from "#core/interfaces/lockBoard.ts";
import { Bus, type BusFrame } from "../bus/bus.ts";
import type { BusTimes } from "../bus/busTimes.ts";
import type { TransportFactory } from "../transport/transport.ts";
import { Board } from "./board.ts";
import { type BoardProfile, driverOf, unreadChannel } from "./boardProfile.ts";
import { DEFAULT_LOCK_BOARD_TIMES, type LockBoardTimes } from "./lockBoardTimes.ts";
import { PulseTurns } from "./pulseTurns.ts";
import { unlockDoor } from "./unlockDoor.ts";

export type { BoardProfile } from "./boardProfile.ts";

/** One wire with the boards that share it. */
export interface WireProfile {
  readonly name: string;
  readonly transport: TransportFactory;
  /** Bits per second at which the transport is opened. */
  readonly baudRate: number;
  /** 1 to 10 boards with different addresses, of whatever families. */
  readonly boards: readonly BoardProfile[];
}

export interface LockBoardsOptions {
  readonly wires: readonly WireProfile[];
  readonly clock: Clock;
  readonly times?: Partial<LockBoardTimes>;
  readonly busTimes?: Partial<BusTimes>;
}

/** Request ids that are remembered to refuse their second use. */
const REMEMBERED_REQUESTS = 4_096;

/** All lock boards of a kiosk. Nothing is opened before `start`. */
export function createLockBoards(options: LockBoardsOptions): LockBoards {
  return new WiredLockBoards(options);
}

interface Wire {
  readonly name: string;
  readonly bus: Bus;
  readonly turns: PulseTurns;
  readonly boards: readonly Board[];
}

class WiredLockBoards implements LockBoards {
  readonly #clock: Clock;
  readonly #times: LockBoardTimes;
  readonly #wires: readonly Wire[];
  readonly #places = new Map<string, { readonly board: Board; readonly wire: Wire }>();
  readonly #requestIds = new Set<string>();
  readonly #doorListeners: ((change: DoorChange) => void)[] = [];
  readonly #boardListeners: ((status: BoardStatus) => void)[] = [];
  readonly #frameListeners: ((frame: TracedFrame) => void)[] = [];

  constructor(options: LockBoardsOptions) {
    this.#clock = options.clock;
    this.#times = { ...DEFAULT_LOCK_BOARD_TIMES, ...options.times };
    this.#wires = options.wires.map((profile) => this.#createWire(profile, options.busTimes));
  }

  start(): void {
    for (const { bus } of this.#wires) bus.start();
  }

  async stop(): Promise<void> {
    for (const { boards } of this.#wires) for (const board of boards) board.stop();
    await Promise.all(this.#wires.map(({ bus }) => bus.stop()));
  }

  async read(lock: LockAddress): Promise<DoorReading> {
    const { board } = this.#place(lock);
    const outcome = await board.ask();
    const raw = outcome === "reply" ? board.raw(lock.channel) : undefined;
    return raw?.reading ?? unreadChannel(board.profile);
  }

  latest(lock: LockAddress): DoorReading {
    return this.#place(lock).board.steady(lock.channel);
  }

  unlock(command: UnlockCommand): Promise<UnlockOutcome> {
    const { board, wire } = this.#place(command.lock);
    this.#remember(command.requestId);
    const useByMs = this.#clock.monotonicMs() + command.useByMs;
    return unlockDoor(board, command.lock.channel, {
      turns: wire.turns,
      clock: this.#clock,
      times: this.#times,
      useByMs,
      sensor: command.sensor ?? "trusted",
    });
  }

  boards(): readonly BoardHealth[] {
    return this.#wires.flatMap(({ name: wire, boards }) =>
      boards.map((board) => ({ board: board.profile.name, wire, ...board.health() })),
    );
  }

  onDoorChanged(listener: (change: DoorChange) => void): void {
    this.#doorListeners.push(listener);
  }

  onBoardChanged(listener: (status: BoardStatus) => void): void {
    this.#boardListeners.push(listener);
  }

  onFrame(listener: (frame: TracedFrame) => void): void {
    this.#frameListeners.push(listener);
  }

  #createWire(profile: WireProfile, busTimes: Partial<BusTimes> | undefined): Wire {
    assertDistinctAddresses(profile);
    const boards: Board[] = [];
    const turns = new PulseTurns(this.#clock, this.#times.pulseSpacingMs);
    const { name, transport, baudRate } = profile;
    const bus = new Bus({
      transport,
      clock: this.#clock,
      baudRate,
      drivers: profile.boards.map(driverOf),
      ...(busTimes && { times: busTimes }),
      onOpened: () => boards.forEach((board) => void board.wireOpened()),
      onClosed: () => boards.forEach((board) => void board.wireClosed()),
      onFrame: (frame) => this.#trace(name, frame),
      onReport: (family, report) =>
        boards.find((one) => one.profile.family === family && one.profile.address === report.address)?.report(report),
      onSecondAnswer: (board) => boards.find((one) => one.profile.name === board)?.secondAnswer(),
    });
    const wire: Wire = { name, bus, turns, boards };
    for (const boardProfile of profile.boards) boards.push(this.#createBoard(boardProfile, wire));
    return wire;
  }

  #createBoard(profile: BoardProfile, wire: Wire): Board {
    assert(!this.#places.has(profile.name), `Two lock boards are called ${profile.name}.`);
    const board = new Board({
      profile,
      bus: wire.bus,
      turns: wire.turns,
      clock: this.#clock,
      times: this.#times,
      onDoor: (channel, reading) => {
        const change = { lock: { board: profile.name, channel }, reading };
        for (const listener of this.#doorListeners) listener(change);
      },
      onStatus: (status) => {
        for (const listener of this.#boardListeners) listener({ board: profile.name, ...status });
      },
    });
    this.#places.set(profile.name, { board, wire });
    return board;
  }

  #trace(wire: string, frame: BusFrame): void {
    if (this.#frameListeners.length === 0) return;
    const traced = new DescribedFrame(wire, frame);
    for (const listener of this.#frameListeners) listener(traced);
  }

  #place(lock: LockAddress): { readonly board: Board; readonly wire: Wire } {
    const place = this.#places.get(lock.board);
    assert(place !== undefined, place === undefined ? `There is no lock board called ${lock.board}.` : "");
    const { channels } = place.board.profile;
    const isChannel = Number.isInteger(lock.channel) && lock.channel >= 1 && lock.channel <= channels;
    // Every door is looked up every few seconds: the sentence is made only where it is needed.
    assert(isChannel, isChannel ? "" : `Lock board ${lock.board} has no channel ${lock.channel}.`);
    return place;
  }

  #remember(requestId: string): void {
    assert(
      !this.#requestIds.has(requestId),
      `Unlock request ${requestId} was already used; a further pulse needs its own.`,
    );
    this.#requestIds.add(requestId);
    const [oldest] = this.#requestIds;
    if (this.#requestIds.size > REMEMBERED_REQUESTS && oldest !== undefined) this.#requestIds.delete(oldest);
  }
}

/** A frame that is put into words when somebody asks: most are kept for a while and never read. */
class DescribedFrame implements TracedFrame {
  readonly wire: string;
  readonly direction: TracedFrame["direction"];
  readonly bytes: Uint8Array;
  readonly atMs: number;
  readonly #driver: BusFrame["driver"];

  constructor(wire: string, { direction, bytes, atMs, driver }: BusFrame) {
    this.wire = wire;
    this.direction = direction;
    this.bytes = bytes;
    this.atMs = atMs;
    this.#driver = driver;
  }

  get meaning(): string | undefined {
    return this.direction === "dropped" ? undefined : this.#driver?.describe(this.bytes, this.direction);
  }
}

function assertDistinctAddresses({ name, boards }: WireProfile): void {
  const addresses = new Set(boards.map((board) => board.address));
  assert(addresses.size === boards.length, `Two lock boards on wire ${name} have the same address.`);
}
