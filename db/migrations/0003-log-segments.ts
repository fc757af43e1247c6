import type { Migration } from "./migration.ts";

/**
 * A restored database goes on under a new log id and keeps the events of the old one. An event's place in the table is
 * one number over all logs; its sequence number in its own log follows from where that log begins.
 */
export const logSegments0003: Migration = {
  version: 3,
  sql: `
ALTER TABLE event RENAME COLUMN seq TO position;
ALTER TABLE register_head RENAME COLUMN seq TO position;
ALTER TABLE key_share RENAME COLUMN from_seq TO from_position;

CREATE TABLE log_segment (
  -- 1, 2, 3 …: the order in which the logs follow each other; the last one is written to.
  ordinal INTEGER PRIMARY KEY CHECK (ordinal >= 1),
  log_id TEXT NOT NULL UNIQUE CHECK (length(log_id) = 32),
  -- Position of the event with sequence number 1; the log ends where the next one begins.
  first_position INTEGER NOT NULL UNIQUE CHECK (first_position >= 1),
  -- Sequence number up to which the back office has this log.
  acknowledged_up_to INTEGER NOT NULL CHECK (acknowledged_up_to >= 0)
) STRICT;
INSERT INTO log_segment
  SELECT 1, log_id, 1, (SELECT acknowledged_up_to FROM sync_state) FROM log_identity;
DROP TABLE log_identity;
ALTER TABLE sync_state DROP COLUMN acknowledged_up_to;
`,
};
