import type { BytePeer } from "../transport/memoryTransport.ts";
import { type PrinterCommand, parseCommand } from "./escPosParser.ts";
import type { SimulatedPrinter } from "./simulatedPrinter.ts";

/** Rows in one text line, 1/6 inch at 203 dpi. */
const ROWS_PER_LINE = 34;
/** Bytes that wait while nothing can be printed; more are lost, as in a printer whose line has no flow control. */
const BUFFER_BYTES = 1_048_576;

/** What it says of itself, by the n of `1D 49 n`. */
const NAMES: ReadonlyMap<number, string> = new Map([
  [0x41, "1.02 ESC/POS"],
  [0x42, "SIMULATED"],
  [0x43, "TM-80"],
  [0x44, "S0001"],
]);

export interface EscPosSimulatorOptions {
  readonly printer: SimulatedPrinter;
  /** The printer's end of the cable. */
  readonly peer: BytePeer;
}

/** Lets a simulated printer take ESC/POS bytes and answer status questions, byte for byte as printers do. */
export function attachEscPosSimulator(options: EscPosSimulatorOptions): void {
  const { printer, peer } = options;
  const inside = new PrinterElectronics(options);
  printer.onChange(() => inside.printerChanged());
  printer.onRestart(() => inside.forget());
  peer.onBytes((bytes) => inside.receive(bytes));
}

/** What stands between the cable and the paper: buffers, and what the printer was told to report. */
class PrinterElectronics {
  readonly #printer: SimulatedPrinter;
  readonly #peer: BytePeer;
  readonly #questions = new QuestionFinder();
  #isReporting = false;
  #lastReport = "";
  /** Arrived while the printer was held up. */
  #unread: Uint8Array[] = [];
  /** Read, and not carried out yet. */
  #waiting = new Uint8Array(0);
  /** Rows that wait for paper. */
  #rows: Uint8Array[] = [];

  constructor({ printer, peer }: EscPosSimulatorOptions) {
    this.#printer = printer;
    this.#peer = peer;
  }

  receive(bytes: Uint8Array): void {
    if (this.#printer.faults.isSilent) return;
    this.#unread.push(bytes);
    this.#readWaiting();
  }

  printerChanged(): void {
    this.#report();
    // A new roll or a shut cover lets the waiting bytes out; not from inside a row that is just being printed.
    queueMicrotask(() => {
      this.#readWaiting();
      this.#work();
    });
  }

  /** Switched off and on. */
  forget(): void {
    this.#isReporting = false;
    this.#waiting = new Uint8Array(0);
    this.#unread = [];
    this.#rows = [];
  }

  #readWaiting(): void {
    const { faults } = this.#printer;
    for (let bytes = this.#unread[0]; bytes !== undefined && !faults.isHeldUp; bytes = this.#unread[0]) {
      this.#unread.shift();
      const groups = this.#questions.find(bytes);
      if (!faults.ignoresQuestionsInPictures) for (const group of groups) this.#answer(group);
      if (this.#waiting.length + bytes.length <= BUFFER_BYTES) this.#waiting = joined(this.#waiting, bytes);
      this.#work();
    }
  }

  #work(): void {
    for (;;) {
      for (let row = this.#rows[0]; row !== undefined && this.#printer.printRow(row); row = this.#rows[0])
        this.#rows.shift();
      if (this.#rows.length > 0 || this.#waiting.length === 0) return;
      const parsed = parseCommand(this.#waiting);
      if (parsed === undefined) return;
      this.#waiting = this.#waiting.slice(parsed.length);
      this.#run(parsed.command);
    }
  }

  #run(command: PrinterCommand): void {
    const { faults } = this.#printer;
    if (command.kind === "raster") this.#rows.push(...rowsOf(command.data, command.rowBytes));
    else if (command.kind === "feed") this.#rows.push(...blankRows(command.lines * ROWS_PER_LINE));
    else if (command.kind === "cut") this.#printer.cut();
    else if (command.kind === "identity") this.#sayName(command.code);
    else if (command.kind === "question") {
      if (faults.ignoresQuestionsInPictures) this.#answer(command.group);
    } else if (command.kind === "reportChanges") {
      this.#isReporting = command.isOn;
      this.#lastReport = "";
      this.#report();
    }
  }

  #report(): void {
    const bytes = automaticStatus(this.#printer);
    if (!this.#isReporting || this.#printer.faults.isSilent || bytes.join() === this.#lastReport) return;
    this.#lastReport = bytes.join();
    this.#peer.send(bytes);
  }

  #answer(group: number): void {
    this.#peer.send(Uint8Array.of(answerTo(group, this.#printer)));
  }

  #sayName(code: number): void {
    const name = this.#printer.faults.isNameless ? undefined : NAMES.get(code);
    if (name !== undefined) this.#peer.send(Uint8Array.of(0x5f, ...new TextEncoder().encode(name), 0));
  }
}

/** Finds `10 04 n` anywhere in the stream: printers carry it out even inside a picture. */
class QuestionFinder {
  #last: [number, number] = [0, 0];

  find(bytes: Uint8Array): number[] {
    const groups: number[] = [];
    for (const byte of bytes) {
      const [first, second] = this.#last;
      if (first === 0x10 && second === 0x04 && byte >= 1 && byte <= 4) groups.push(byte);
      this.#last = [second, byte];
    }
    return groups;
  }
}

function answerTo(group: number, { faults, canPrint }: SimulatedPrinter): number {
  const fixed = 0x12;
  const { isCoverOpen, isPaperOut, isNearEnd, error } = faults;
  if (group === 1) return fixed | (canPrint ? 0 : 0x08);
  if (group === 2) return fixed | (isCoverOpen ? 0x04 : 0) | (isPaperOut ? 0x20 : 0) | (error ? 0x40 : 0);
  if (group === 4) return fixed | (isNearEnd || isPaperOut ? 0x0c : 0) | (isPaperOut ? 0x60 : 0);
  const causes = { recoverable: 0x04, cutter: 0x08, unrecoverable: 0x20, passing: 0x40 };
  return fixed | (error ? causes[error] : 0);
}

function automaticStatus({ faults, canPrint }: SimulatedPrinter): Uint8Array {
  const first = 0x10 | (canPrint ? 0 : 0x08) | (faults.isCoverOpen ? 0x20 : 0);
  const causes = { recoverable: 0, cutter: 0x08, unrecoverable: 0x20, passing: 0x40 };
  const third = (faults.isNearEnd || faults.isPaperOut ? 0x03 : 0) | (faults.isPaperOut ? 0x0c : 0);
  return Uint8Array.of(first, faults.error ? causes[faults.error] : 0, third, 0);
}

function rowsOf(data: Uint8Array, rowBytes: number): Uint8Array[] {
  if (rowBytes === 0) return [];
  return Array.from({ length: data.length / rowBytes }, (_, row) => data.slice(row * rowBytes, (row + 1) * rowBytes));
}

function blankRows(count: number): Uint8Array[] {
  return Array.from({ length: count }, () => new Uint8Array(0));
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
