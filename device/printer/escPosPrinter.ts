import type { Clock } from "#core/interfaces/clock.ts";
import type { Printer, PrinterStatus, PrintOutcome, Raster } from "#core/interfaces/printer.ts";
import { assertRaster, REPORT_CHANGES } from "../protocol/escPos/commands.ts";
import { factsFromAutomatic, type PrinterFacts, printerStatus } from "../protocol/escPos/printerState.ts";
import { StatusReader } from "../protocol/escPos/statusReader.ts";
import { Link } from "../transport/link.ts";
import type { TransportFactory } from "../transport/transport.ts";
import { DEFAULT_PRINTER_PROFILE, type PrinterProfile } from "./printerProfile.ts";
import { sendJob } from "./printJob.ts";
import { StatusQuestion } from "./statusQuestion.ts";

export interface EscPosPrinterOptions {
  readonly transport: TransportFactory;
  readonly clock: Clock;
  readonly profile?: Partial<PrinterProfile>;
}

/** Jobs that may wait; a kiosk prints two papers in a visit. */
const LONGEST_LINE = 16;
/** So many unanswered questions in a row make the connection itself suspect. */
const SUSPECT_AFTER_MISSES = 3;

/** A receipt printer that speaks ESC/POS over any transport. Nothing is opened before `start`. */
export function createEscPosPrinter(options: EscPosPrinterOptions): Printer {
  return new EscPosPrinter(options);
}

class EscPosPrinter implements Printer {
  readonly #clock: Clock;
  readonly #profile: PrinterProfile;
  readonly #link: Link;
  readonly #question: StatusQuestion;
  readonly #listeners: ((status: PrinterStatus) => void)[] = [];
  #reader = new StatusReader();
  #latest: PrinterStatus = { status: "unknown", paper: "unknown" };
  #tail: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #misses = 0;
  #hasStub = false;
  #isStopped = false;
  #cancelPoll = (): void => {};

  constructor(options: EscPosPrinterOptions) {
    this.#clock = options.clock;
    this.#profile = { ...DEFAULT_PRINTER_PROFILE, ...options.profile };
    this.#link = new Link({
      transport: options.transport,
      clock: options.clock,
      onBytes: (bytes) => this.#receive(bytes),
      onOpened: () => void this.#opened(),
      onClosed: () => {
        this.#cancelPoll();
        this.#setLatest({ status: "unknown", paper: "unknown" });
      },
    });
    this.#question = new StatusQuestion(this.#link, options.clock, this.#profile.statusTimeoutMs);
  }

  start(): void {
    this.#isStopped = false;
    this.#link.start();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancelPoll();
    await this.#link.stop();
  }

  latest(): PrinterStatus {
    return this.#latest;
  }

  async read(): Promise<PrinterStatus> {
    const status = await this.#inTurn(() => this.#ask());
    return status ?? this.#latest;
  }

  async print(raster: Raster): Promise<PrintOutcome> {
    assertRaster(raster);
    const outcome = await this.#inTurn(() => this.#print(raster));
    return outcome ?? { kind: "notPrinted", reason: "error" };
  }

  noteInterruptedJob(): void {
    this.#hasStub = true;
  }

  onStatusChanged(listener: (status: PrinterStatus) => void): void {
    this.#listeners.push(listener);
  }

  async #print(raster: Raster): Promise<PrintOutcome> {
    const before = await this.#askPatiently();
    if (before.status !== "ready" && before.status !== "notSupported")
      return { kind: "notPrinted", reason: before.status };
    const outcome = await sendJob(raster, {
      link: this.#link,
      clock: this.#clock,
      profile: this.#profile,
      hasStub: this.#hasStub,
      latest: () => this.#latest,
      ask: () => this.#askPatiently(),
    });
    if (outcome.kind !== "notPrinted") this.#hasStub = outcome.kind === "unresolved";
    return outcome;
  }

  async #opened(): Promise<void> {
    this.#reader = new StatusReader();
    this.#misses = 0;
    await this.#inTurn(async () => {
      if (this.#profile.reportsChanges && this.#link.isReadable) await this.#link.write(REPORT_CHANGES);
    });
    void this.#poll();
  }

  async #poll(): Promise<void> {
    this.#cancelPoll();
    await this.#inTurn(() => this.#ask());
    this.#cancelPoll();
    if (this.#isStopped || !this.#link.isOpen) return;
    this.#cancelPoll = this.#clock.after(this.#profile.statusEveryMs, () => void this.#poll());
  }

  /** A printer that is busy with a picture may answer late: about a job one missed answer decides nothing. */
  async #askPatiently(): Promise<PrinterStatus> {
    const first = await this.#ask();
    return first.status === "unknown" && this.#link.isOpen ? this.#ask() : first;
  }

  async #ask(): Promise<PrinterStatus> {
    if (!this.#link.isOpen) return this.#setLatest({ status: "unknown", paper: "unknown" });
    if (!this.#profile.hasStatus || !this.#link.isReadable) {
      this.#link.proveAlive();
      return this.#setLatest({ status: "notSupported", paper: "notSupported" });
    }
    const facts = await this.#question.ask();
    if (facts !== undefined) {
      this.#misses = 0;
      this.#link.proveAlive();
      return this.#setFacts(facts);
    }
    this.#misses += 1;
    if (this.#misses >= SUSPECT_AFTER_MISSES) this.#link.suspect("the printer does not answer");
    return this.#setLatest({ status: "unknown", paper: "unknown" });
  }

  #receive(bytes: Uint8Array): void {
    this.#question.noticeBytes();
    for (const message of this.#reader.push(bytes)) {
      if (message.kind === "answer") this.#question.take(message.byte);
      else this.#setFacts(factsFromAutomatic(message.bytes));
    }
  }

  #setFacts(facts: PrinterFacts): PrinterStatus {
    return this.#setLatest(printerStatus(facts, this.#profile.hasNearEndSensor));
  }

  #setLatest(status: PrinterStatus): PrinterStatus {
    const hasChanged = status.status !== this.#latest.status || status.paper !== this.#latest.paper;
    this.#latest = status;
    if (hasChanged) for (const listener of this.#listeners) listener(status);
    return status;
  }

  /** Jobs and questions wait for each other: a picture must not be interrupted. Undefined when too many wait. */
  async #inTurn<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
    if (this.#waiting >= LONGEST_LINE) return undefined;
    this.#waiting += 1;
    const result = this.#tail.then(work);
    this.#tail = result.catch(() => undefined);
    try {
      return await result;
    } finally {
      this.#waiting -= 1;
    }
  }
}
