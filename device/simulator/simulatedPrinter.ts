import type { Raster } from "#core/interfaces/printer.ts";

/** What can be wrong with the simulated printer. */
export interface PrinterFaults {
  readonly isPaperOut: boolean;
  readonly isCoverOpen: boolean;
  /** Answers nothing. */
  readonly isSilent: boolean;
  /** Reads nothing for now: what arrives waits, and is taken and answered when this ends. */
  readonly isHeldUp: boolean;
  readonly isNearEnd: boolean;
  /** Answers questions in their turn only, as simple printers do, and none that stands inside a picture. */
  readonly ignoresQuestionsInPictures: boolean;
  /** The printer tells of an error and of its cause. */
  readonly error: "cutter" | "unrecoverable" | "recoverable" | "passing" | undefined;
  /** Does not know the command that asks who it is. */
  readonly isNameless: boolean;
  /** The roll ends after so many more rows; undefined: never. */
  readonly rowsLeft: number | undefined;
}

export interface PrinterState {
  readonly faults: PrinterFaults;
  /** Papers that were cut off, oldest first; at most the last 50. */
  readonly papers: readonly Raster[];
  /** Papers cut off since the start, also those no longer kept. */
  readonly paperCount: number;
  /** Rows that hang out of the slot and are not cut off yet. */
  readonly uncutRows: number;
}

/** A sound printer with paper. */
export const NO_PRINTER_FAULTS: PrinterFaults = {
  isPaperOut: false,
  isCoverOpen: false,
  isSilent: false,
  isHeldUp: false,
  isNearEnd: false,
  ignoresQuestionsInPictures: false,
  error: undefined,
  isNameless: false,
  rowsLeft: undefined,
};
const PAPERS_KEPT = 50;

/** The paper path of a printer: rows come out, a cutter makes papers of them, and things run out. */
export class SimulatedPrinter {
  /** Dots across the paper, a multiple of 8. */
  readonly widthDots: number;
  readonly #listeners: (() => void)[] = [];
  readonly #restartListeners: (() => void)[] = [];
  #faults: PrinterFaults = NO_PRINTER_FAULTS;
  #papers: Raster[] = [];
  #paperCount = 0;
  #rows: Uint8Array[] = [];

  constructor(widthDots = 576) {
    this.widthDots = widthDots;
  }

  get faults(): PrinterFaults {
    return this.#faults;
  }

  /** False while the cover is open, the roll is out or an error stands: bytes then wait. */
  get canPrint(): boolean {
    return !this.#faults.isPaperOut && !this.#faults.isCoverOpen && this.#faults.error === undefined;
  }

  state(): PrinterState {
    return { faults: this.#faults, papers: this.#papers, paperCount: this.#paperCount, uncutRows: this.#rows.length };
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  onRestart(listener: () => void): void {
    this.#restartListeners.push(listener);
  }

  /** Switched off and on: it forgets what it had not printed and whatever it was told, and says nothing of it. */
  restart(): void {
    for (const listener of this.#restartListeners) listener();
  }

  break(faults: Partial<PrinterFaults>): void {
    this.#faults = { ...this.#faults, ...faults };
    this.#tell();
  }

  /** Mends everything and puts a new roll in. */
  repair(): void {
    this.#faults = NO_PRINTER_FAULTS;
    this.#tell();
  }

  /** One row of dots comes out; false when there is no paper for it. Wider rows are cut at the paper's edge. */
  printRow(dots: Uint8Array): boolean {
    if (!this.canPrint) return false;
    const row = new Uint8Array(this.widthDots / 8);
    row.set(dots.subarray(0, row.length));
    this.#rows.push(row);
    const { rowsLeft } = this.#faults;
    if (rowsLeft !== undefined) {
      this.#faults = { ...this.#faults, rowsLeft: rowsLeft - 1, isPaperOut: rowsLeft <= 1 };
      if (rowsLeft <= 1) this.#tell();
    }
    return true;
  }

  /** Cuts off what hangs out. */
  cut(): void {
    if (this.#rows.length === 0) return;
    const data = new Uint8Array(this.#rows.length * (this.widthDots / 8));
    for (const [index, row] of this.#rows.entries()) data.set(row, index * row.length);
    this.#papers = [...this.#papers, { widthDots: this.widthDots, heightDots: this.#rows.length, data }].slice(
      -PAPERS_KEPT,
    );
    this.#paperCount += 1;
    this.#rows = [];
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
