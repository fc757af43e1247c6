import { unreachable } from "#core/base/assert.ts";
import type { CommissioningProblem, CommissioningStep, CommissioningView } from "#core/contract/technician.ts";
import type { HardwareProfile } from "#core/domain/hardwareProfile.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import type { BoardDriver } from "../protocol/boardDriver.ts";
import type { TransportFactory } from "../transport/transport.ts";
import { BoardLines } from "./boardLines.ts";
import { LearningBoard } from "./learningBoard.ts";
import { isNumberTaken, standsOpen } from "./namedDoors.ts";
import { probe } from "./probe.ts";
import { profileFrom, type ScreenSize } from "./profileFrom.ts";
import { readBoard, watchPulse } from "./watchPulse.ts";

export interface CommissioningOptions {
  readonly drivers: readonly BoardDriver[];
  readonly clock: Clock;
  readonly transportAt: (path: string, baudRate: number) => TransportFactory;
  /** Serial devices that are there now, stable names first. Never rejects. */
  readonly listPorts: () => Promise<CommissioningView["ports"]>;
  /** True while the log says that a compartment holds a dossier: then no lock is moved and nothing is saved. */
  readonly hasDossiers: () => boolean;
  /** Who commissions, for the profile. */
  readonly by: string;
  readonly screen: ScreenSize;
  /** Keeps the profile durably. Throws where the disk refuses. */
  readonly save: (profile: HardwareProfile) => void;
  /** Called after every change. */
  readonly onView: (view: CommissioningView) => void;
}

/** Boards that one session takes. */
const MOST_BOARDS = 40;
/** Steps that may wait while one is under way. */
const MOST_WAITING = 16;
/** Pause between two looks at all boards, milliseconds. */
const LOOK_EVERY_MS = 250;

type StepOf<K extends CommissioningStep["kind"]> = Extract<CommissioningStep, { readonly kind: K }>;

/**
 * The wizard behind the screen and behind `kioskctl commission`: takes one step after another and publishes what is known.
 * Only `openChannel` moves a lock, with one pulse. What the sources of a protocol contradict each other about is learned
 * from what a door shows, never guessed.
 */
export class CommissioningSession {
  readonly #options: CommissioningOptions;
  readonly #lines: BoardLines;
  #boards: LearningBoard[] = [];
  #view: CommissioningView = { phase: "ports", ports: [], boards: [] };
  #turns: Promise<void> = Promise.resolve();
  #waiting = 0;
  #search: AbortController | undefined;
  #isOver = false;
  #cancelLook = (): void => {};

  constructor(options: CommissioningOptions) {
    this.#options = options;
    this.#lines = new BoardLines(options);
  }

  get view(): CommissioningView {
    return this.#view;
  }

  /** Carries out a step after those before it. Resolves when its result stands in the view. Never rejects. */
  take(step: CommissioningStep): Promise<void> {
    if (step.kind === "giveUp") this.#search?.abort();
    if (this.#isOver || this.#waiting >= MOST_WAITING) return Promise.resolve();
    return this.#inTurn(() => this.#perform(step));
  }

  /** Lets go of every port. Resolves when they are free. */
  async stop(): Promise<void> {
    this.#isOver = true;
    this.#search?.abort();
    this.#cancelLook();
    await this.#turns;
    await this.#lines.closeAll();
  }

  async #inTurn(work: () => Promise<void>): Promise<void> {
    this.#waiting += 1;
    this.#turns = this.#turns.then(work);
    await this.#turns;
    this.#waiting -= 1;
  }

  async #perform(step: CommissioningStep): Promise<void> {
    this.#cancelLook();
    const problem = await this.#take(step);
    this.#show({ problem });
    this.#lookLater();
  }

  async #take(step: CommissioningStep): Promise<CommissioningProblem | undefined> {
    switch (step.kind) {
      case "begin":
        return this.#begin();
      case "search":
        return this.#searchPorts(step);
      case "addBoard":
        return this.#addByHand(step);
      case "removeBoard":
        this.#boards = this.#boards.filter(({ options }) => options.name !== step.board);
        return undefined;
      case "confirmAllShut":
        return this.#confirmAllShut();
      case "openChannel":
        return this.#openChannel(step);
      case "nameDoor":
        return this.#nameDoor(step);
      case "leaveRest":
        this.#boardNamed(step.board)?.leaveRest();
        return undefined;
      case "save":
        return this.#save();
      case "giveUp":
        return this.#giveUp();
      default:
        return unreachable(step);
    }
  }

  async #begin(): Promise<CommissioningProblem | undefined> {
    this.#boards = [];
    await this.#lines.closeAll();
    this.#show({ phase: "ports", ports: await this.#options.listPorts(), opened: undefined });
    return this.#options.hasDossiers() ? "dossiersInside" : undefined;
  }

  async #searchPorts({ ports }: StepOf<"search">): Promise<CommissioningProblem | undefined> {
    const { drivers, clock, transportAt } = this.#options;
    const search = new AbortController();
    this.#search = search;
    await this.#lines.closeAll();
    this.#boards = this.#boards.filter(({ options }) => !ports.includes(options.port));
    let problem: CommissioningProblem | undefined;
    for (const [index, port] of ports.entries()) {
      const result = await probe({
        transportAt: (baudRate) => transportAt(port, baudRate),
        drivers,
        clock,
        signal: search.signal,
        onProgress: (share) => this.#show({ phase: "searching", progress: (index + share) / ports.length }),
      });
      for (const { family, baudRate, address, channels } of result.boards) {
        const driver = drivers.find((known) => known.family === family);
        if (driver !== undefined) this.#add({ port, baudRate, driver, address, channels });
      }
      if (result.portFault !== undefined) problem = isBusy(result.portFault) ? "portBusy" : "portFailed";
      const fault = result.faults.find((known) => known.fault !== "damagedReplies")?.fault;
      if (fault === "twoAnswers" || fault === "echo") problem ??= fault;
    }
    this.#search = undefined;
    this.#show({ phase: "boards", progress: undefined });
    return problem ?? (this.#boards.length === 0 ? "nothingFound" : undefined);
  }

  async #addByHand(step: StepOf<"addBoard">): Promise<CommissioningProblem | undefined> {
    const { port, family, baudRate, address, channels } = step;
    const driver = this.#options.drivers.find((known) => known.family === family);
    const { lowestAddress, highestAddress, channels: mostChannels } = driver?.limits ?? {};
    const isPossible = address >= (lowestAddress ?? 0) && address <= (highestAddress ?? -1);
    if (driver === undefined || !isPossible || channels > (mostChannels ?? 0)) return "boardSilent";
    const line = await this.#lines.at(port, baudRate);
    if (line === undefined) return "portFailed";
    const board = new LearningBoard({ name: this.#freeName(), port, baudRate, driver, address, channels });
    if ((await readBoard(line, board)) === undefined) return "boardSilent";
    this.#boards.push(board);
    this.#show({ phase: "boards" });
    return undefined;
  }

  async #confirmAllShut(): Promise<CommissioningProblem | undefined> {
    for (const board of this.#boards) {
      const line = await this.#lines.at(board.options.port, board.options.baudRate);
      if (line === undefined) return "portFailed";
      const first = await readBoard(line, board);
      const second = await readBoard(line, board);
      if (first === undefined || second === undefined) return "boardSilent";
      if (board.calibration === "done") {
        if (standsOpen(board)) return "doorsNotShut";
        continue;
      }
      board.shut = second;
      board.isShutOutdated = false;
      board.calibration = "none";
    }
    this.#show({ phase: "calibrating" });
    return this.#boards.length === 0 ? "nothingFound" : undefined;
  }

  async #openChannel({ board: name, channel }: StepOf<"openChannel">): Promise<CommissioningProblem | undefined> {
    const board = this.#boardNamed(name);
    if (board === undefined || channel > board.options.channels) return "boardSilent";
    if (this.#options.hasDossiers()) return "dossiersInside";
    const line = await this.#lines.at(board.options.port, board.options.baudRate);
    if (line === undefined) return "portFailed";
    const problem = await watchPulse({ line, board, channel, clock: this.#options.clock });
    if (board.pulsed.has(channel)) this.#show({ opened: { board: name, channel } });
    if (this.#boards.every(({ calibration }) => calibration === "done")) this.#show({ phase: "naming" });
    return problem;
  }

  #nameDoor(step: StepOf<"nameDoor">): CommissioningProblem | undefined {
    const { channel, compartmentNumber, column = 1, heightMm } = step;
    const board = this.#boardNamed(step.board);
    if (board === undefined || channel > board.options.channels) return "notFinished";
    if (compartmentNumber === undefined) {
      board.named.set(channel, "unused");
      return undefined;
    }
    if (board.calibration !== "done" || !board.pulsed.has(channel) || heightMm === undefined) return "notFinished";
    if (isNumberTaken(this.#boards, compartmentNumber, { board, channel })) return "numberTaken";
    board.named.set(channel, { compartmentNumber, column, heightMm });
    this.#show({ phase: "naming" });
    return undefined;
  }

  #save(): CommissioningProblem | undefined {
    const { by, clock, screen, save, hasDossiers } = this.#options;
    if (hasDossiers()) return "dossiersInside";
    const profile = profileFrom(this.#boards, { by, atMs: clock.wallMs(), screen });
    if (profile === undefined) return "notFinished";
    try {
      save(profile);
    } catch {
      // The view says so, and the technician may try again: nothing of the profile is lost.
      return "saveFailed";
    }
    this.#show({ phase: "saved" });
    return undefined;
  }

  async #giveUp(): Promise<undefined> {
    this.#boards = [];
    await this.#lines.closeAll();
    this.#show({ phase: "ports", opened: undefined, progress: undefined });
  }

  /** Keeps doors and ports in the view as they are, and notices the teaching door when it is shut again. */
  #lookLater(): void {
    if (this.#isOver || this.#view.phase === "saved") return;
    this.#cancelLook = this.#options.clock.after(LOOK_EVERY_MS, () => void this.#inTurn(() => this.#look()));
  }

  async #look(): Promise<void> {
    // A port that is plugged in while somebody looks for it.
    if (this.#view.phase === "ports") this.#show({ ports: await this.#options.listPorts() });
    for (const board of this.#boards) {
      if (this.#isOver) return;
      const line = await this.#lines.at(board.options.port, board.options.baudRate);
      if (line !== undefined) await readBoard(line, board);
    }
    const isLearned = this.#boards.every(({ calibration }) => calibration === "done");
    // Naming begins anew with the first channel: nobody remembers which door taught.
    this.#show(isLearned && this.#view.phase === "calibrating" ? { phase: "naming", opened: undefined } : {});
    this.#lookLater();
  }

  #add(found: Omit<LearningBoard["options"], "name">): void {
    if (this.#boards.length < MOST_BOARDS) this.#boards.push(new LearningBoard({ ...found, name: this.#freeName() }));
  }

  /** A, B, C … Z, A2, B2 … */
  #freeName(): string {
    for (let index = 0; ; index += 1) {
      const letter = String.fromCharCode("A".charCodeAt(0) + (index % 26));
      const name = index < 26 ? letter : `${letter}${Math.floor(index / 26) + 1}`;
      if (this.#boardNamed(name) === undefined) return name;
    }
  }

  #boardNamed(name: string): LearningBoard | undefined {
    return this.#boards.find(({ options }) => options.name === name);
  }

  #show(change: Partial<CommissioningView>): void {
    this.#view = { ...this.#view, ...change, boards: this.#boards.map((board) => board.view()) };
    this.#options.onView(this.#view);
  }
}

/** What the library and the operating system say of a port that another program holds. */
function isBusy(reason: string): boolean {
  return /lock port|busy|temporarily unavailable|in use/i.test(reason);
}
