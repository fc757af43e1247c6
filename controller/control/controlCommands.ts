import { unreachable } from "#core/base/assert.ts";
import type { ControlRequest } from "#core/contract/control.ts";
import type { ReadinessLine } from "#core/domain/readiness.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import type { BoardFamily, LockAddress, LockBoards, TracedFrame } from "#core/interfaces/lockBoard.ts";
import type { Printer, Raster } from "#core/interfaces/printer.ts";
import type { Scan, Scanner } from "#core/interfaces/scanner.ts";
import { deviceOf } from "../registry/kioskRegistry.ts";
import { channelStatus } from "./channelStatus.ts";
import type { SendLine } from "./controlSocket.ts";
import { hexOf } from "./hexText.ts";
import { Listeners } from "./listeners.ts";
import type { OutsideDoors } from "./openFromOutside.ts";
import { paperResult } from "./paperResult.ts";

/** A wire as the configuration names it. */
export interface ControlledWire {
  readonly name: string;
  /** Absent for the simulated cabinet. */
  readonly path?: string | undefined;
  readonly boards: readonly { readonly name: string; readonly address: number; readonly channels: number }[];
}

export interface ControlCommandsOptions {
  readonly kioskNumber: number;
  readonly wires: readonly ControlledWire[];
  readonly boards: LockBoards;
  /** Scanners with the ports on which they are. */
  readonly scanners: readonly { readonly path: string; readonly scanner: Scanner }[];
  readonly printer: Printer;
  readonly clock: Clock;
  readonly doors: OutsideDoors;
  readonly locks: ReadonlyMap<number, LockAddress>;
  /** True while nobody is being served. */
  readonly isIdle: () => boolean;
  /** True from the PIN of a technician at the machine until they leave. */
  readonly isTechnicianMode: () => boolean;
  readonly readinessLines: () => readonly ReadinessLine[];
  readonly testPage: () => Raster;
  /** Makes a backup of the log; rejects with a sentence. */
  readonly makeBackup: () => Promise<{ readonly path: string; readonly lastSeq: number }>;
}

/** What a running controller does for `kioskctl`. Moves a lock by the runner only. */
export class ControlCommands {
  readonly #options: ControlCommandsOptions;
  readonly #frames = new Listeners<TracedFrame>();
  readonly #scans = new Map<string, Listeners<Scan>>();
  /** Openings and prints that have no outcome yet. */
  readonly #underWay = new Set<Promise<void>>();

  constructor(options: ControlCommandsOptions) {
    this.#options = options;
    options.boards.onFrame((frame) => this.#frames.tell(frame));
    for (const { path, scanner } of options.scanners) {
      const listeners = new Listeners<Scan>();
      this.#scans.set(path, listeners);
      scanner.onScan((scan) => listeners.tell(scan));
    }
  }

  /** Answers with one last line, and with frames or codes before it. Never rejects for what a person or a device did. */
  async perform(request: ControlRequest, send: SendLine, signal: AbortSignal): Promise<void> {
    switch (request.command) {
      case "ping":
        return send({ kind: "pong", kioskNumber: this.#options.kioskNumber });
      case "status":
        return this.#status(request, send);
      case "open":
        return this.#noteUnderWay(this.#open(request, send));
      case "trace":
        return this.#trace(request, send, signal);
      case "scan":
        return this.#scan(request, send, signal);
      case "printTest":
        return this.#noteUnderWay(this.#printTest(send));
      case "backup":
        return this.#backup(send);
      case "readiness":
        return send({ kind: "readiness", lines: [...this.#options.readinessLines()] });
      default:
        return unreachable(request);
    }
  }

  /** Resolves when no opening and no print is under way; while technician mode begins or is on, none starts anew. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#underWay);
  }

  async #noteUnderWay(work: Promise<void>): Promise<void> {
    this.#underWay.add(work);
    try {
      await work;
    } finally {
      this.#underWay.delete(work);
    }
  }

  async #status(request: Extract<ControlRequest, { command: "status" }>, send: SendLine): Promise<void> {
    const { boards } = this.#options;
    const board = this.#boardAt(request);
    if (typeof board === "string") return send({ kind: "refused", sentence: board });
    // One question to the board answers for all of its channels.
    await boards.read({ board: board.name, channel: 1 });
    const channels = Array.from({ length: board.channels }, (_, index) => {
      return channelStatus(index + 1, boards.latest({ board: board.name, channel: index + 1 }));
    });
    send({ kind: "status", channels });
  }

  async #open(request: Extract<ControlRequest, { command: "open" }>, send: SendLine): Promise<void> {
    const { clock, doors, locks } = this.#options;
    const board = this.#boardAt(request);
    if (typeof board === "string") return send({ kind: "refused", sentence: board });
    const [compartmentNumber] =
      [...locks].find(([, lock]) => lock.board === board.name && lock.channel === request.channel) ?? [];
    if (compartmentNumber === undefined)
      return send({ kind: "refused", sentence: `No compartment of the kiosk hangs on channel ${request.channel}.` });
    const beganAtMs = clock.monotonicMs();
    const opened = await doors.open(compartmentNumber, request.staffId);
    const elapsedMs = Math.round(clock.monotonicMs() - beganAtMs);
    send(
      opened.ok ? { kind: "outcome", outcome: opened.value, elapsedMs } : { kind: "refused", sentence: opened.error },
    );
  }

  async #trace(
    { port, seconds }: Extract<ControlRequest, { command: "trace" }>,
    send: SendLine,
    signal: AbortSignal,
  ): Promise<void> {
    const { clock, wires } = this.#options;
    const wire = wires.find(({ path }) => path !== undefined && deviceOf(path) === port);
    if (wire === undefined)
      return send({ kind: "refused", sentence: "The port is no wire of the kiosk's lock boards." });
    const beganAtMs = clock.monotonicMs();
    const show = ({ wire: name, atMs, direction, bytes, meaning }: TracedFrame): void => {
      if (name !== wire.name) return;
      const said = meaning === undefined ? {} : { meaning };
      send({
        kind: "frame",
        frame: { atMs: Math.max(0, Math.round(atMs - beganAtMs)), direction, hex: hexOf(bytes), ...said },
      });
    };
    await this.#frames.during(show, this.#pass(seconds, signal));
    send({ kind: "over" });
  }

  async #scan(
    { port, seconds }: Extract<ControlRequest, { command: "scan" }>,
    send: SendLine,
    signal: AbortSignal,
  ): Promise<void> {
    // What a citizen shows is for nobody else.
    const obstacle = this.#obstacle();
    if (obstacle !== undefined) return send({ kind: "refused", sentence: obstacle });
    const { path } = this.#options.scanners.find((known) => deviceOf(known.path) === port) ?? {};
    const listeners = path === undefined ? undefined : this.#scans.get(path);
    if (listeners === undefined) return send({ kind: "refused", sentence: "The port is no scanner of the kiosk." });
    const show = ({ symbology, text }: Scan): void => {
      if (this.#options.isIdle()) send({ kind: "code", code: { symbology, ...(text === undefined ? {} : { text }) } });
    };
    await listeners.during(show, this.#pass(seconds, signal));
    send({ kind: "over" });
  }

  async #backup(send: SendLine): Promise<void> {
    try {
      const { path, lastSeq } = await this.#options.makeBackup();
      send({ kind: "backup", path, lastSeq });
    } catch (error) {
      send({ kind: "refused", sentence: error instanceof Error ? error.message : String(error) });
    }
  }

  async #printTest(send: SendLine): Promise<void> {
    const { printer, testPage } = this.#options;
    const obstacle = this.#obstacle();
    if (obstacle !== undefined) return send({ kind: "refused", sentence: obstacle });
    const result = paperResult(await printer.print(testPage()));
    send({ kind: "printed", result, printer: printer.latest().status });
  }

  /** Why nothing may be read or printed beside the person at the machine, or undefined. */
  #obstacle(): string | undefined {
    if (this.#options.isTechnicianMode()) return "A technician works at the machine.";
    return this.#options.isIdle() ? undefined : "Somebody is being served at the kiosk.";
  }

  /** The board on this port at this address, or a sentence. */
  #boardAt(at: { readonly port: string; readonly address: number; readonly family?: BoardFamily | undefined }) {
    const wire = this.#options.wires.find(({ path }) => path !== undefined && deviceOf(path) === at.port);
    const board = wire?.boards.find(({ address }) => address === at.address);
    if (board === undefined) return `The kiosk's profile has no board with address ${at.address} on this port.`;
    const known = this.#options.boards.boards().find(({ board: name }) => name === board.name);
    if (at.family !== undefined && known !== undefined && known.family !== at.family)
      return `The kiosk's profile says that this board is a ${known.family}.`;
    return board;
  }

  #pass(seconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#options.clock.after(seconds * 1_000, resolve);
      signal.addEventListener("abort", () => {
        cancel();
        resolve();
      });
    });
  }
}
