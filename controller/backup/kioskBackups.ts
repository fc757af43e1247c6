import { join } from "node:path";
import type { LoadedConfig } from "../config/loadConfig.ts";
import type { Logger } from "../runner/parts.ts";
import type { Surroundings } from "../surroundings.ts";
import { BackupService } from "./backupService.ts";
import { type BackupPlace, makeBackup } from "./makeBackup.ts";

type Config = Pick<LoadedConfig["config"], "dataDir" | "backup">;

/** Where a kiosk's backups go and how many are kept. */
export function backupPlaceOf({ dataDir, backup }: Config): BackupPlace {
  const { folder, keep, keepDays } = backup;
  return { databasePath: join(dataDir, "kiosk.db"), folder, keep, keepDays };
}

/** Between two backups, milliseconds. */
export function backupEveryMs({ backup }: Config): number {
  return Math.round(backup.everyHours * 3_600_000);
}

/** Makes the kiosk's backups while it runs; not started yet. */
export function kioskBackups(config: Config, { clock }: Pick<Surroundings, "clock">, logger: Logger): BackupService {
  const place = backupPlaceOf(config);
  const everyMs = backupEveryMs(config);
  return new BackupService({ clock, logger, folder: place.folder, everyMs, make: (nowMs) => makeBackup(place, nowMs) });
}
