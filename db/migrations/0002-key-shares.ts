import type { Migration } from "./migration.ts";

/**
 * Dossiers whose personal parts can still be opened, and which of their keys the back office has: outside the log, so
 * that the end of retention leaves nothing behind.
 */
export const keyShares0002: Migration = {
  version: 2,
  sql: `
DROP INDEX event_key_shared;
CREATE TABLE key_share (
  dossier_id TEXT PRIMARY KEY,
  -- The first event that this key sealed.
  from_seq INTEGER NOT NULL,
  -- The office key for which the back office accepted the share; NULL while it has none.
  office_key_id TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX key_share_from ON key_share (from_seq);
INSERT INTO key_share
  SELECT json_extract(payload, '$.dossierId'), min(seq), NULL FROM event WHERE sealed IS NOT NULL GROUP BY 1;
CREATE INDEX event_retention_ended
  ON event (json_extract(payload, '$.dossierId'))
  WHERE type = 'retentionEnded';
`,
};
