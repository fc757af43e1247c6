import type { Migration } from "./migration.ts";

/** The log, its projections, the unfinished visit and how far the back office has it. */
export const log0001: Migration = {
  version: 1,
  sql: `
CREATE TABLE log_identity (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  log_id TEXT NOT NULL CHECK (length(log_id) = 32)
) STRICT;

-- AUTOINCREMENT: a number is never used twice, and SQLite remembers the highest even if rows are cut off.
CREATE TABLE event (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  type TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  at_ms INTEGER NOT NULL,
  is_time_trusted INTEGER NOT NULL CHECK (is_time_trusted IN (0, 1)),
  payload TEXT NOT NULL,
  sealed TEXT,
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'Events are never changed.'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'Events are never deleted.'); END;
-- Which dossiers' keys the back office has.
CREATE INDEX event_key_shared
  ON event (json_extract(payload, '$.dossierId'), json_extract(payload, '$.officeKeyId'))
  WHERE type = 'dossierKeyShared';

-- The event up to which the projections below stand.
CREATE TABLE register_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seq INTEGER NOT NULL REFERENCES event (seq),
  hash TEXT NOT NULL,
  projection_version INTEGER NOT NULL
) STRICT;
CREATE TABLE register_compartment (key TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE register_dossier (key TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE register_case (key TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE register_print_job (key TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE register_machine (key TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE register_staff (key TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- At most one row, encrypted; deleted at the end of the visit.
CREATE TABLE unfinished_visit (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  sealed TEXT NOT NULL
) STRICT;

CREATE TABLE sync_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  acknowledged_up_to INTEGER NOT NULL CHECK (acknowledged_up_to >= 0),
  orders_taken_up_to INTEGER NOT NULL CHECK (orders_taken_up_to >= 0),
  is_enrolled INTEGER NOT NULL CHECK (is_enrolled IN (0, 1)),
  office_key_id TEXT,
  office_public_key TEXT
) STRICT;
INSERT INTO sync_state VALUES (1, 0, 0, 0, NULL, NULL);
`,
};
