import type { KioskEvent } from "#core/events/event.ts";

/** Something that staff must settle. */
export interface CaseRow {
  readonly kioskNumber: number;
  readonly caseNumber: number;
  readonly kind: string;
  readonly compartmentNumber: number | null;
  readonly dossierId: string | null;
  readonly openedAtMs: number;
  readonly closedAtMs: number | null;
  readonly closedBy: string | null;
}

/** Number of the case that an event speaks of, if any. */
export function caseNumberOf(event: KioskEvent): number | undefined {
  return "caseNumber" in event.payload ? event.payload.caseNumber : undefined;
}

/**
 * The case after one more event. An event that carries a case number opens that case if `caseOpened` did not come
 * first; `caseOpened` then gives the kind.
 */
export function projectCase(row: CaseRow | undefined, event: KioskEvent, kioskNumber: number): CaseRow | undefined {
  const caseNumber = caseNumberOf(event);
  if (caseNumber === undefined) return row;
  if (event.type === "caseClosed") {
    if (!row) throw new Error(`Event ${event.seq} closes case ${caseNumber}, which this kiosk never opened.`);
    return { ...row, closedAtMs: event.atMs, closedBy: event.payload.staffId };
  }
  if (row && event.type !== "caseOpened") return row;
  const { payload } = event;
  const dossierId = "dossierId" in payload ? (payload.dossierId ?? null) : null;
  const compartmentNumber = "compartmentNumber" in payload ? (payload.compartmentNumber ?? null) : null;
  return {
    kioskNumber,
    caseNumber,
    kind: kindOf(event),
    compartmentNumber: compartmentNumber ?? row?.compartmentNumber ?? null,
    dossierId: dossierId ?? row?.dossierId ?? null,
    openedAtMs: row?.openedAtMs ?? event.atMs,
    closedAtMs: row?.closedAtMs ?? null,
    closedBy: row?.closedBy ?? null,
  };
}

function kindOf(event: KioskEvent): string {
  switch (event.type) {
    case "caseOpened":
      return event.payload.kind;
    case "compartmentTakenOutOfService":
      return event.payload.reason;
    case "discrepancyFound":
      return "discrepancy";
    case "dossierNotFound":
      return "dossierNotFound";
    case "unexpectedContentsFound":
      return "unexpectedContents";
    case "doorSensorDeclared":
      return "sensorFaulty";
    case "logRestored":
      return "restored";
    case "evacuationStarted":
      return "evacuated";
    case "alarmRaised":
      return event.payload.alarm;
    case "doorForced":
      return "doorForced";
    case "depositAbandoned":
      return "depositUnfinished";
    default:
      return "trouble";
  }
}
