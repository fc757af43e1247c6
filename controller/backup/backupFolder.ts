import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** A verified backup: it got its name only after its check. */
export interface Backup {
  readonly path: string;
  /** Wall time at which it was made, milliseconds; by its name. */
  readonly atMs: number;
}

/** How many backups are kept. */
export interface Keeping {
  /** The newest so many. */
  readonly keep: number;
  /** And the newest of each of so many days. */
  readonly keepDays: number;
}

const NAME = /^kiosk-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)\.backup$/;
const DAY_MS = 86_400_000;

/** Name of a backup that is made now; UTC, so that names sort as they were made. */
export function backupName(atMs: number): string {
  const stamp = new Date(atMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, "").replace("T", "-");
  return `kiosk-${stamp}.backup`;
}

/** The backups in a folder, newest first; none where the folder is not there. Throws where it cannot be read. */
export function listBackups(folder: string): Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const atMs = momentOf(name);
      return atMs === undefined ? [] : [{ path: join(folder, name), atMs }];
    })
    .toSorted((a, b) => b.atMs - a.atMs);
}

/**
 * Backups that may be removed: beyond the newest ones, and not the newest of one of the newest days that have one. Days
 * are counted by the backups' own names, so that a wrong clock removes nothing that a right one would keep.
 */
export function removable(backups: readonly Backup[], { keep, keepDays }: Keeping): Backup[] {
  const newestFirst = backups.toSorted((a, b) => b.atMs - a.atMs);
  const kept = new Set<Backup>(newestFirst.slice(0, Math.max(1, keep)));
  const days = new Set<number>();
  for (const backup of newestFirst) {
    const day = Math.floor(backup.atMs / DAY_MS);
    if (days.has(day) || days.size >= keepDays) continue;
    days.add(day);
    kept.add(backup);
  }
  return newestFirst.filter((backup) => !kept.has(backup));
}

function momentOf(name: string): number | undefined {
  const [, ...parts] = NAME.exec(name) ?? [];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  return parts.length === 0 ? undefined : Date.UTC(year, month - 1, day, hour, minute, second);
}
