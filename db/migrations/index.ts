import { log0001 } from "./0001-log.ts";
import { keyShares0002 } from "./0002-key-shares.ts";
import { logSegments0003 } from "./0003-log-segments.ts";
import type { Migration } from "./migration.ts";

/** All steps, oldest first. */
export const migrations: readonly Migration[] = [log0001, keyShares0002, logSegments0003];
