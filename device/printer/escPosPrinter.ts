import type { Clock } from "#core/interfaces/clock.ts";
import type { DeviceReport } from "#core/interfaces/deviceReport.ts";
import type { Printer, PrinterStatus, PrintOutcome, Raster } from "#core/interfaces/printer.ts";
import { assertRaster, REPORT_ANEW } from "../protocol/escPos/commands.ts";
import { factsFromAutomatic, type PrinterFacts, printerStatus } from "../protocol/escPos/printerState.ts";
import { StatusReader } from "../protocol/escPos/statusReader.ts";
import { Link } from "../transport/link.ts";
import type { TransportFactory } from "../transport/transport.ts";
import { EndMark } from "./endMark.ts";
import { IdentityQuestion, type PrinterIdentity } from "./identity.ts";
import { IDLE_SILENCES_MS, JOB_SILENCES_MS } from "./patience.ts";
import { DEFAULT_PRINTER_PROFILE, type PrinterProfile } from "./printerProfile.ts";
import { printerReport } from "./printerReport.ts";
import { type PatientStatus, sendJob } from "./printJob.ts";
import { StatusQuestion } from "./statusQuestion.ts";

export interface EscPosPrinterOptions {
  readonly transport: TransportFactory;
  readonly clock: Clock;
  readonly profile?: Partial<PrinterProfile>;
}

/** Jobs that may wait; a kiosk prints two papers in a visit. */
const LONGEST_LINE = 16;
/** So many regular looks in a row without an answer make the connection itself suspect. */
const SUSPECT_AFTER_MISSES = 2;
const NOTHING_KNOWN: PrinterStatus = { status: "unknown", paper: "unknown" };

/** A printer that can also be reported on. */
export interface ReportingPrinter extends Printer {
  report(): DeviceReport;
}

/** A receipt printer that speaks ESC/POS over any transport. Nothing is opened before `start`. */
export function createEscPosPrinter(options: EscPosPrinterOptions): ReportingPrinter {
  return new EscPosPrinter(options);
}

class EscPosPrinter implements ReportingPrinter {
  readonly #clock: Clock;
  readonly #profile: PrinterProfile;
  readonly #link: Link;
  readonly #question: StatusQuestion;
  readonly #endMark: EndMark;
  readonly #listeners: ((status: PrinterStatus) => void)[] = [];
  readonly #identityQuestion: IdentityQuestion;
  #identity: PrinterIdentity | undefined;
  #reader = new StatusReader();
  #latest: PrinterStatus = NOTHING_KNOWN;
  #tail: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #misses = 0;
  /** Counts the connections, so that a job knows whether its own still stands. */
  #connection = 0;
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
      onClosed: () => this.#lost(),
    });
    this.#question = new StatusQuestion(this.#link, options.clock);
    this.#endMark = new EndMark(options.clock);
    this.#identityQuestion = new IdentityQuestion(this.#link, options.clock);
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

  report(): DeviceReport {
    return printerReport({
      profile: this.#profile,
      status: this.#latest,
      isConnected: this.#link.isOpen,
      identity: this.#identity,
    });
  }

  async read(): Promise<PrinterStatus> {
    const status = await this.#inTurn(() => this.#look());
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
    const before = await this.#askPatiently(JOB_SILENCES_MS);
    const { status } = before.status;
    if (status !== "ready" && status !== "notSupported") return { kind: "notPrinted", reason: status };
    const connection = this.#connection;
    const outcome = await sendJob(raster, {
      link: this.#link,
      clock: this.#clock,
      profile: this.#profile,
      hasStub: this.#hasStub,
      endMark: this.#endMark,
      isSameConnection: () => this.#link.isOpen && this.#connection === connection,
      latest: () => this.#latest,
      ask: () => this.#askPatiently(JOB_SILENCES_MS),
      expectDrawn: (questions) => this.#question.expectDrawn(questions),
    });
    if (outcome.kind !== "notPrinted") this.#hasStub = outcome.kind === "unresolved";
    // A printer that was switched off and on no longer reports; asking for it anew also shows whether it gives marks.
    if (outcome.kind === "unresolved") await this.#reportAnew();
    return outcome;
  }

  async #opened(): Promise<void> {
    this.#connection += 1;
    this.#reader = new StatusReader();
    this.#misses = 0;
    this.#identity = undefined;
    await this.#inTurn(() => this.#reportAnew());
    void this.#poll();
  }

  #lost(): void {
    this.#cancelPoll();
    this.#question.forget();
    this.#endMark.forget();
    this.#setLatest(NOTHING_KNOWN);
  }

  async #reportAnew(): Promise<void> {
    if (!this.#profile.reportsChanges || !this.#profile.hasStatus || !this.#link.isReadable) return;
    this.#endMark.learn();
    await this.#link.write(REPORT_ANEW);
  }

  async #poll(): Promise<void> {
    this.#cancelPoll();
    await this.#inTurn(() => this.#look());
    this.#cancelPoll();
    if (this.#isStopped || !this.#link.isOpen) return;
    this.#cancelPoll = this.#clock.after(this.#profile.statusEveryMs, () => void this.#poll());
  }

  /** The regular look. Only it may find the connection itself suspect: a job would lose what it can still learn. */
  async #look(): Promise<PrinterStatus> {
    const { status, silentMs } = await this.#askPatiently(IDLE_SILENCES_MS);
    if (status.status !== "unknown") {
      // Whoever comes back may have been switched off and on, and then no longer reports by itself.
      if (silentMs > 0 || this.#misses > 0) await this.#reportAnew();
      this.#misses = 0;
      if (status.status === "ready") this.#identity ??= await this.#identityQuestion.ask();
      return status;
    }
    this.#misses += 1;
    if (this.#misses >= SUSPECT_AFTER_MISSES) this.#link.suspect("the printer does not answer");
    return status;
  }

  /** Asks until the printer has answered, or has borne all of these silences without an answer, or is gone. */
  async #askPatiently(silencesMs: readonly number[]): Promise<PatientStatus> {
    if (this.#link.isOpen && (!this.#profile.hasStatus || !this.#link.isReadable)) {
      this.#link.proveAlive();
      return { status: this.#setLatest({ status: "notSupported", paper: "notSupported" }), silentMs: 0 };
    }
    const connection = this.#connection;
    let silentMs = 0;
    for (const silenceMs of silencesMs) {
      if (!this.#link.isOpen || this.#connection !== connection) break;
      const facts = await this.#question.ask(silenceMs);
      if (facts !== undefined) {
        this.#link.proveAlive();
        return { status: this.#setFacts(facts), silentMs };
      }
      silentMs += silenceMs;
    }
    return { status: this.#setLatest(NOTHING_KNOWN), silentMs };
  }

  #receive(bytes: Uint8Array): void {
    this.#question.noticeBytes();
    for (const message of this.#reader.push(bytes)) {
      if (message.kind === "answer") this.#question.take(message.byte);
      else if (message.kind === "identity") this.#identityQuestion.take(message.text);
      else {
        this.#setFacts(factsFromAutomatic(message.bytes));
        this.#endMark.take();
      }
    }
  }

  #setFacts(facts: PrinterFacts): PrinterStatus {
    return this.#setLatest(printerStatus(facts, this.#profile.hasNearEndSensor));
  }

  #setLatest(status: PrinterStatus): PrinterStatus {
    const { status: word, paper, cause } = this.#latest;
    const hasChanged = status.status !== word || status.paper !== paper || status.cause !== cause;
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
