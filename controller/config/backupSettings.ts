import { z } from "zod";

/** Backups of the log while the kiosk runs; see docs/backup.md. */
export const BackupSettings = z.strictObject({
  /** Where they lie; best on another disk. Without it: `backups` inside `dataDir`, which a broken disk takes along. */
  folder: z.string().min(1).max(500).optional(),
  everyHours: z.number().min(0.1).max(168).default(6),
  /** The newest so many are kept. */
  keep: z.number().int().min(1).max(1_000).default(8),
  /** And the newest of each of so many days. */
  keepDays: z.number().int().min(0).max(366).default(7),
});
