import { createHash } from "node:crypto";
import type { Database } from "better-sqlite3";
import { assert } from "#core/base/assert.ts";
import { readEvent, type StoredEvent } from "#core/events/event.ts";
import { eventCatalogue } from "#core/events/payloads.ts";
import { caseNumberOf, projectCase } from "../../register/caseRow.ts";
import { afterRestore, compartmentOf, projectCompartment } from "../../register/compartmentRow.ts";
import { projectDossier, settleUnfinished } from "../../register/dossierRow.ts";
import { caseRow, putCase } from "./queries/cases.ts";
import { compartment, compartments, putCompartment } from "./queries/compartments.ts";
import { dossier, putDossier, unfinishedIn } from "./queries/dossiers.ts";
import { allEvents, parkEvent } from "./queries/events.ts";
import { statement } from "./statement.ts";

/**
 * Lets one stored event take effect on the projections. Where that fails, its effects are undone, the event is parked
 * and the reason is returned; the event itself stays stored.
 */
export function projectOrPark(
  db: Database,
  kioskNumber: number,
  received: { readonly receivedId: number; readonly event: StoredEvent },
): string | undefined {
  const { receivedId, event } = received;
  try {
    // Nested in the batch's transaction, so this is a savepoint.
    db.transaction(() => project(db, kioskNumber, event))();
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 500) : "The event could not be read.";
    parkEvent(db, receivedId, reason);
    return reason;
  }
}

/** Counted up when a projection changes what it makes of an event. */
const PROJECTION_NUMBER = 2;

/** Makes the projections again where they were made by a program that knew other events: parked ones get their turn. */
export function rebuildOutdatedProjections(db: Database): void {
  const known = Object.entries(eventCatalogue).map(([type, { version }]) => `${type}@${version}`);
  const version = `${PROJECTION_NUMBER}:${createHash("sha256").update(known.sort().join()).digest("hex").slice(0, 16)}`;
  const madeBy = statement<[], string>(db, "SELECT version FROM projection_state").pluck().get();
  if (madeBy === version) return;
  rebuildProjections(db);
  statement(db, "INSERT OR REPLACE INTO projection_state (only_row, version) VALUES (1, ?)").run(version);
}

/** Makes all projections again from the events, in one transaction. */
export function rebuildProjections(db: Database): void {
  db.transaction(() => {
    for (const table of ["dossiers", "cases", "compartments", "parked_events"])
      statement(db, `DELETE FROM ${table}`).run();
    for (const event of allEvents(db)) projectOrPark(db, event.kioskNumber, { receivedId: event.receivedId, event });
  }).immediate();
}

function project(db: Database, kioskNumber: number, stored: StoredEvent): void {
  assert(db.inTransaction, "Projections change only inside a transaction.");
  const read = readEvent(stored);
  if (!read.ok) throw new Error(read.error);
  const event = read.value;
  const dossierId = "dossierId" in event.payload ? event.payload.dossierId : undefined;
  if (dossierId !== undefined) {
    const row = projectDossier(dossier(db, { kioskNumber, dossierId }), event, kioskNumber);
    if (row) putDossier(db, row);
  }
  const caseNumber = caseNumberOf(event);
  if (caseNumber !== undefined) {
    const row = projectCase(caseRow(db, kioskNumber, caseNumber), event, kioskNumber);
    if (row) putCase(db, row);
  }
  const compartmentNumber = compartmentOf(event);
  if (compartmentNumber !== undefined) {
    const row = projectCompartment(compartment(db, kioskNumber, compartmentNumber), event, kioskNumber);
    if (row) putCompartment(db, row);
    for (const unfinished of unfinishedIn(db, kioskNumber, compartmentNumber)) {
      const settled = settleUnfinished(unfinished, event);
      if (settled) putDossier(db, settled);
    }
  }
  if (event.type === "logRestored") {
    for (const row of compartments(db)) {
      if (row.kioskNumber === kioskNumber) putCompartment(db, afterRestore(row, event.payload));
    }
  }
}
