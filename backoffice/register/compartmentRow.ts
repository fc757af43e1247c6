import type { KioskEvent } from "#core/events/event.ts";

/** One compartment of a kiosk as its log last told: `unknown` until staff saw it empty or a collection emptied it. */
export interface CompartmentRow {
  readonly kioskNumber: number;
  readonly compartmentNumber: number;
  readonly heightMm: number;
  readonly contents: "unknown" | "empty" | "dossier" | "result";
  readonly isInService: boolean;
}

/** Number of the compartment whose row an event changes, if any. */
export function compartmentOf(event: KioskEvent): number | undefined {
  return "compartmentNumber" in event.payload ? event.payload.compartmentNumber : undefined;
}

/** The compartment after one more event; an event before its commissioning changes nothing. */
export function projectCompartment(
  row: CompartmentRow | undefined,
  event: KioskEvent,
  kioskNumber: number,
): CompartmentRow | undefined {
  if (event.type === "compartmentCommissioned") {
    const { compartmentNumber, heightMm } = event.payload;
    const contents = row?.contents ?? "unknown";
    return { kioskNumber, compartmentNumber, heightMm, contents, isInService: row?.isInService ?? true };
  }
  if (!row) return undefined;
  switch (event.type) {
    case "compartmentSeenEmpty":
      return { ...row, contents: "empty" };
    case "dossierDeposited":
      return { ...row, contents: "dossier" };
    case "resultLoaded":
      return { ...row, contents: "result" };
    case "resultCollected":
      // Empty is known only where the door was seen to move and the person said so.
      return { ...row, contents: isSeenTaken(event) ? "empty" : "unknown" };
    case "depositAbandoned":
      return event.payload.caseNumber === undefined ? row : { ...row, contents: "unknown" };
    case "dossierTakenOver":
    case "dossierNotFound":
    case "unexpectedContentsFound":
      return { ...row, contents: "empty" };
    // Behind a door that was open, or may have been, nothing is known to be empty until somebody says so.
    case "compartmentOpened":
    case "doorForced":
      return doubted(row);
    case "compartmentOpenFailed":
      return event.payload.outcome === "unresolved" ? doubted(row) : row;
    case "compartmentTakenOutOfService": {
      const seen = event.payload.reason === "doorLeftOpen" ? doubted(row) : row;
      return { ...seen, isInService: false };
    }
    case "compartmentReturnedToService":
      return { ...row, isInService: true };
    default:
      return row;
  }
}

/** After a restore that lost the log's end nothing is known to be empty, and no door opens before staff looked inside. */
export function afterRestore(row: CompartmentRow, restored: { readonly isComplete: boolean }): CompartmentRow {
  return restored.isComplete ? row : { ...doubted(row), isInService: false };
}

function doubted(row: CompartmentRow): CompartmentRow {
  return row.contents === "empty" ? { ...row, contents: "unknown" } : row;
}

function isSeenTaken({ payload }: Extract<KioskEvent, { type: "resultCollected" }>): boolean {
  return payload.isVerified && payload.confirmedBy === "person";
}
