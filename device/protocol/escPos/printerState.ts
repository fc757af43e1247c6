import type { PrinterErrorCause, PrinterStatus } from "#core/interfaces/printer.ts";

/** What a printer reported, in one shape for both ways of reporting. */
export interface PrinterFacts {
  readonly isOffline: boolean;
  readonly isCoverOpen: boolean;
  readonly isPaperOut: boolean;
  readonly isNearEnd: boolean;
  readonly hasError: boolean;
  /** Absent where the printer tells of an error without saying which. */
  readonly cause?: PrinterErrorCause | undefined;
}

/** The answers to `10 04 1`, `10 04 2` and `10 04 4`. */
export function factsFromAnswers(printer: number, offlineCause: number, roll: number): PrinterFacts {
  return {
    isOffline: hasBit(printer, 3),
    isCoverOpen: hasBit(offlineCause, 2),
    isPaperOut: hasBit(offlineCause, 5) || (roll & 0x60) === 0x60,
    isNearEnd: (roll & 0x0c) === 0x0c,
    hasError: hasBit(offlineCause, 6),
  };
}

/** The answer to `10 04 3`; undefined when it names nothing. The graver cause counts. */
export function causeFromAnswer(errorCause: number): PrinterErrorCause | undefined {
  if (hasBit(errorCause, 5)) return "unrecoverable";
  if (hasBit(errorCause, 3)) return "cutter";
  if (hasBit(errorCause, 2)) return "recoverable";
  return hasBit(errorCause, 6) ? "passing" : undefined;
}

/** The four automatic bytes; the last differs from model to model and is not looked at. */
export function factsFromAutomatic(bytes: readonly [number, number, number, number]): PrinterFacts {
  const [printer, errors, roll] = bytes;
  return {
    isOffline: hasBit(printer, 3),
    isCoverOpen: hasBit(printer, 5),
    isPaperOut: (roll & 0x0c) === 0x0c,
    isNearEnd: (roll & 0x03) === 0x03,
    hasError: hasBit(errors, 3) || hasBit(errors, 5) || hasBit(errors, 6),
    cause: automaticCause(errors),
  };
}

function automaticCause(errors: number): PrinterErrorCause | undefined {
  if (hasBit(errors, 5)) return "unrecoverable";
  if (hasBit(errors, 3)) return "cutter";
  return hasBit(errors, 6) ? "passing" : undefined;
}

/** The one word that matters most to whoever must act. Without a near-end sensor only "out" can be told. */
export function printerStatus(facts: PrinterFacts, hasNearEndSensor: boolean): PrinterStatus {
  const paper = paperOf(facts, hasNearEndSensor);
  if (facts.isCoverOpen) return { status: "coverOpen", paper };
  if (facts.isPaperOut) return { status: "paperOut", paper };
  if (facts.hasError) return { status: "error", paper, ...(facts.cause && { cause: facts.cause }) };
  return { status: facts.isOffline ? "offline" : "ready", paper };
}

function paperOf(facts: PrinterFacts, hasNearEndSensor: boolean): PrinterStatus["paper"] {
  if (facts.isPaperOut) return "out";
  if (!hasNearEndSensor) return "notSupported";
  return facts.isNearEnd ? "nearEnd" : "full";
}

function hasBit(byte: number, bit: number): boolean {
  return ((byte >> bit) & 1) === 1;
}
