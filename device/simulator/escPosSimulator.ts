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
export function attachEscPosSimulator({ printer, peer }: EscPosSimulatorOptions): void {
  let isReporting = false;
  let lastReport = "";
  let waiting = new Uint8Array(0);
  const questions = new QuestionFinder();
  const rest: Uint8Array[] = [];
  let unread: Uint8Array[] = [];

  const report = (): void => {
    const bytes = automaticStatus(printer);
    if (!isReporting || printer.faults.isSilent || bytes.join() === lastReport) return;
    lastReport = bytes.join();
    peer.send(bytes);
  };
  const answer = (group: number): void => peer.send(Uint8Array.of(answerTo(group, printer)));
  const run = (command: PrinterCommand): void => {
    if (command.kind === "raster") rest.push(...rowsOf(command.data, command.rowBytes));
    else if (command.kind === "feed") rest.push(...blankRows(command.lines * ROWS_PER_LINE));
    else if (command.kind === "cut") printer.cut();
    else if (command.kind === "identity") {
      const name = printer.faults.isNameless ? undefined : NAMES.get(command.code);
      if (name !== undefined) peer.send(Uint8Array.of(0x5f, ...new TextEncoder().encode(name), 0));
    } else if (command.kind === "question") {
      if (printer.faults.ignoresQuestionsInPictures) answer(command.group);
    } else if (command.kind === "reportChanges") {
      isReporting = command.isOn;
      lastReport = "";
      report();
    }
  };
  const work = (): void => {
    for (;;) {
      for (let row = rest[0]; row !== undefined && printer.printRow(row); row = rest[0]) rest.shift();
      if (rest.length > 0 || waiting.length === 0) return;
      const parsed = parseCommand(waiting);
      if (parsed === undefined) return;
      waiting = waiting.slice(parsed.length);
      run(parsed.command);
    }
  };
  const read = (bytes: Uint8Array): void => {
    const groups = questions.find(bytes);
    if (!printer.faults.ignoresQuestionsInPictures) groups.forEach(answer);
    if (waiting.length + bytes.length <= BUFFER_BYTES) waiting = joined(waiting, bytes);
    work();
  };
  const readWaiting = (): void => {
    for (let bytes = unread[0]; bytes !== undefined && !printer.faults.isHeldUp; bytes = unread[0]) {
      unread.shift();
      read(bytes);
    }
  };
  printer.onChange(() => {
    report();
    // A new roll or a shut cover lets the waiting bytes out; not from inside a row that is just being printed.
    queueMicrotask(() => {
      readWaiting();
      work();
    });
  });
  printer.onRestart(() => {
    isReporting = false;
    waiting = new Uint8Array(0);
    unread = [];
    rest.length = 0;
  });
  peer.onBytes((bytes) => {
    if (printer.faults.isSilent) return;
    unread.push(bytes);
    readWaiting();
  });
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
