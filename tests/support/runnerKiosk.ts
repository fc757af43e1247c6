import type { RunnerParts } from "#controller/runner/parts.ts";
import { Runner } from "#controller/runner/runner.ts";
import { startRunner } from "#controller/runner/start.ts";
import type { TechnicianWorks } from "#controller/technician/works.ts";
import type { Setup, Snapshot } from "#core/contract/channel.ts";
import type { Intent } from "#core/contract/intent.ts";
import type { TimeTrust } from "#core/events/eventParts.ts";
import type {
  BoardHealth,
  BoardStatus,
  DoorChange,
  DoorReading,
  LockAddress,
  LockBoards,
  UnlockCommand,
  UnlockOutcome,
} from "#core/interfaces/lockBoard.ts";
import type { Printer, PrinterStatus, PrintOutcome, Raster } from "#core/interfaces/printer.ts";
import { CLERK_CARD, catalogue, clerk, idOf, readPerson, sampleTimes, sampleToken, timing } from "./flowWorld.ts";
import { ManualClock } from "./manualClock.ts";
import { MemoryLog } from "./memoryLog.ts";

const COMPARTMENTS = [1, 2, 3];

/** Lock boards whose doors a test moves; an unlock ends when the test says so. */
export class FakeBoards implements LockBoards {
  readonly commands: UnlockCommand[] = [];
  readonly readings = new Map<number, DoorReading>();
  /** Called before an unlock is noted: what was durable when the command left. */
  onCommand: (command: UnlockCommand) => void = () => {};
  isAnswering = true;
  readonly #waiting: ((outcome: UnlockOutcome) => void)[] = [];
  readonly #onDoor = new Set<(change: DoorChange) => void>();
  readonly #onBoard = new Set<(status: BoardStatus) => void>();

  start(): void {}

  read(lock: LockAddress): Promise<DoorReading> {
    return this.isAnswering ? Promise.resolve(this.latest(lock)) : new Promise(() => {});
  }

  latest({ channel }: LockAddress): DoorReading {
    if (!this.isAnswering) return { door: "unknown", occupancy: "notSupported" };
    return this.readings.get(channel) ?? { door: "closed", occupancy: "notSupported" };
  }

  unlock(command: UnlockCommand): Promise<UnlockOutcome> {
    this.onCommand(command);
    this.commands.push(command);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Ends the oldest unlock that waits; with `opened` its door stands open. */
  endUnlock(outcome: UnlockOutcome): void {
    const { lock } = this.commands[this.commands.length - this.#waiting.length] ?? {};
    if (lock && outcome === "opened") this.readings.set(lock.channel, { door: "open", occupancy: "notSupported" });
    this.#waiting.shift()?.(outcome);
  }

  moveDoor(channel: number, door: "open" | "closed"): void {
    const reading = { door, occupancy: "notSupported" } as const;
    this.readings.set(channel, reading);
    for (const listener of this.#onDoor) listener({ lock: { board: "A", channel }, reading });
  }

  onDoorChanged(listener: (change: DoorChange) => void): void {
    this.#onDoor.add(listener);
  }

  onBoardChanged(listener: (status: BoardStatus) => void): void {
    this.#onBoard.add(listener);
  }

  onFrame(): void {}

  boards(): readonly BoardHealth[] {
    return [];
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}

/** A printer that prints whatever it is given. */
export class FakePrinter implements Printer {
  printed = 0;
  status: PrinterStatus = { status: "ready", paper: "full" };
  readonly #listeners = new Set<(status: PrinterStatus) => void>();

  start(): void {}

  latest(): PrinterStatus {
    return this.status;
  }

  read(): Promise<PrinterStatus> {
    return Promise.resolve(this.status);
  }

  print(): Promise<PrintOutcome> {
    this.printed += 1;
    return Promise.resolve({ kind: "printed", isVerified: true });
  }

  noteInterruptedJob(): void {}

  onStatusChanged(listener: (status: PrinterStatus) => void): void {
    this.#listeners.add(listener);
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}

/** A runner over a log in memory, boards and a printer that a test holds, and a clock that it moves. */
export class RunnerKiosk {
  readonly log: MemoryLog;
  readonly boards = new FakeBoards();
  readonly printer = new FakePrinter();
  works: TechnicianWorks = idleWorks;
  isTimeTrusted = true;
  /** What the clock's judge has to say next. */
  readonly clockNews: { readonly steppedByMs: number; readonly trust: TimeTrust }[] = [];
  readonly clock: ManualClock;
  readonly snapshots: Snapshot[] = [];
  readonly errors: string[] = [];
  readonly parts: RunnerParts;
  readonly runner: Runner;

  /** `before`: the kiosk whose log and clock this one goes on with, as after a restart. */
  constructor(before?: RunnerKiosk) {
    this.log = before?.log ?? new MemoryLog();
    this.clock = before?.clock ?? new ManualClock();
    for (const [channel, reading] of before?.boards.readings ?? []) this.boards.readings.set(channel, reading);
    this.parts = this.#makeParts(before === undefined ? "a" : `b${this.log.lastSeq}`);
    this.runner = new Runner(this.parts);
    this.runner.onSnapshot((snapshot) => this.snapshots.push(snapshot));
  }

  /** A kiosk that is open for business. */
  static async started(before?: RunnerKiosk): Promise<RunnerKiosk> {
    const kiosk = new RunnerKiosk(before);
    await kiosk.clock.until(startRunner(kiosk.runner, kiosk.parts));
    return kiosk;
  }

  get snapshot(): Snapshot {
    const last = this.snapshots.at(-1);
    if (last === undefined) throw new Error("No snapshot was published.");
    return last;
  }

  get screenName(): string {
    return this.snapshot.screen.name;
  }

  touch(...intents: readonly Intent[]): void {
    for (const intent of intents) this.runner.submitIntent(this.snapshot.revision, intent);
  }

  scan(text: string): void {
    this.runner.submit({ kind: "scan", text });
  }

  /** Lets every promise settle. */
  settle(): Promise<void> {
    return this.clock.advance(0);
  }

  #makeParts(idPrefix: string): RunnerParts {
    const { log } = this;
    let ids = 0;
    const setup = { kioskNumber: 427, catalogue, consentVersion: "2026-01" };
    const raster: Raster = { widthDots: 8, heightDots: 1, data: new Uint8Array(1) };
    const note = (_: object, message: string) => void this.errors.push(message);
    return {
      log,
      boards: this.boards,
      printer: this.printer,
      clock: this.clock,
      papers: { draw: () => raster },
      technician: this.works,
      logger: { info: () => {}, warn: () => {}, error: note },
      // The runner reads the number, the catalogue and the consent's version only; the rest is the page's.
      setup: setup as unknown as Setup,
      timing,
      softwareVersion: "0.1.0",
      locks: new Map(COMPARTMENTS.map((channel) => [channel, { board: "A", channel }])),
      compartments: COMPARTMENTS.map((channel) => {
        return { compartmentNumber: channel, board: "A", channel, heightMm: 200, isWithinSeatedReach: true };
      }),
      seenEmptyBy: clerk.staffId,
      timesOf: sampleTimes,
      counterOpensAtMs: () => undefined,
      randomId: () => {
        ids += 1;
        return idOf(`${idPrefix} ${ids}`);
      },
      isWallTimeTrusted: () => this.isTimeTrusted,
      takeClockNews: () => this.clockNews.shift(),
      credentials: sampleCredentials(log),
    };
  }
}

/** A machine without anything that only technicians need. */
export const idleWorks: TechnicianWorks = {
  clients: [],
  commissioning: () => "absent",
  askClients: async () => [],
  test: async () => ({ outcome: "notSupported", facts: {} }),
  save: async () => undefined,
  commission: async () => {},
  flushLog: () => {},
};

function sampleCredentials(log: MemoryLog): RunnerParts["credentials"] {
  const tokens = new Map<string, string>();
  const personOf: RunnerParts["credentials"]["personOf"] = ({ personal }) =>
    readPerson(personal && log.openPersonal(personal));
  return {
    tokenHashOf: (token) => tokens.get(token),
    mintToken: (entropy) => {
      const token = sampleToken(entropy);
      tokens.set(token.text, token.hash);
      return token;
    },
    staffByCard: (card) => (card === CLERK_CARD ? clerk : undefined),
    staffById: (staffId) => (staffId === clerk.staffId ? clerk : undefined),
    isSecondValue: (dossier, digits) => personOf(dossier)?.secondValue === digits,
    personOf,
    isPickupCode: () => Promise.resolve(false),
    isPin: (_, pin) => Promise.resolve(pin === "2468"),
    makePickupCode: () => Promise.reject(new Error("not in these tests")),
  };
}
