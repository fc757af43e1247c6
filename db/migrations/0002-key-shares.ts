import type { Migration } from "./migration.ts";

/** Which dossiers' keys the back office has: outside the log, so that the end of retention leaves nothing behind. */
export const keyShares0002: Migration = {
  version: 2,
  sql: `
CREATE TABLE key_share (
  dossier_id TEXT PRIMARY KEY,
  office_key_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
