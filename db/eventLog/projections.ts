import type { KioskEvent, StoredEvent } from "#core/events/event.ts";
import { readEvent } from "#core/events/event.ts";
import { applyEvent } from "#core/register/apply.ts";
import { RegisterLayer } from "#core/register/register.ts";
import { DatabaseError, type ReadableDb, type WritableDb } from "../connection.ts";
import { selectLastEvent } from "../queries/event.ts";
import { selectRegisterHead, upsertRegisterHead } from "../queries/registerHead.ts";
import { deleteAllRecords, entities, selectRecords, upsertRecord } from "../queries/registerRecord.ts";
import { readLog } from "./storedEvents.ts";

/** Grows whenever `core/register` derives something else from the same events: then the tables are made anew. */
export const PROJECTION_VERSION = 2;

/**
 * The projections as their tables hold them. Made anew from the log where other rules wrote them. Throws a
 * `DatabaseError` where the tables and the newest event do not belong together.
 */
export function loadRegister(db: WritableDb): RegisterLayer {
  const head = selectRegisterHead(db);
  const last = selectLastEvent(db);
  if (last !== undefined && head?.projectionVersion !== PROJECTION_VERSION) return remakeRegister(db);
  if (head?.position !== last?.position || head?.hash !== last?.hash)
    throw new DatabaseError(
      "damaged",
      `The database ${db.name} is damaged: its log ends at event ${last?.position ?? 0}, its register stands at ${head?.position ?? 0}. ` +
        "Nothing was changed. Keep a copy of the file and check it with: npm run -s kioskctl -- log verify FILE",
    );
  return readTables(db);
}

/** The projections as the tables hold them, whatever the log says. */
export function readTables(db: ReadableDb): RegisterLayer {
  const register = new RegisterLayer();
  for (const entity of entities)
    for (const { record } of selectRecords(db, entity)) register.absorb([{ entity, key: "", record }]);
  return register;
}

/** The projections of a whole log, worked out without touching the tables. Throws where an event cannot be applied. */
export function replayLog(db: ReadableDb): RegisterLayer {
  const register = new RegisterLayer();
  for (const stored of readLog(db)) applyEvent(register, understood(stored));
  return register;
}

/** Makes the tables anew from the log. */
export function remakeRegister(db: WritableDb): RegisterLayer {
  const register = replayLog(db);
  const last = selectLastEvent(db);
  db.transaction(() => {
    deleteAllRecords(db);
    for (const { entity, key, record } of register.changes())
      upsertRecord(db, entity, { key, body: JSON.stringify(record) });
    if (last)
      upsertRegisterHead(db, { position: last.position, hash: last.hash, projectionVersion: PROJECTION_VERSION });
  }).immediate();
  return register;
}

function understood(stored: StoredEvent): KioskEvent {
  const event = readEvent(stored);
  if (!event.ok) throw new DatabaseError("fromTheFuture", `${event.error} Install the program that wrote it.`);
  return event.value;
}
