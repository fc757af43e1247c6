import { listBackups } from "../backup/backupFolder.ts";
import type { LoadedConfig } from "../config/loadConfig.ts";
import { repairLog } from "../restore/repairLog.ts";
import type { Heal } from "../store.ts";
import type { Surroundings } from "../surroundings.ts";
import { createTimekeeper } from "../time/timekeeper.ts";

/**
 * Puts a whole database in the place of a damaged one at the start, from what can still be read of it and from the
 * backups, where not one event is missing; the damaged file is kept. Anything less is for a technician to decide.
 */
export function healWithoutLoss(
  { config }: Pick<LoadedConfig, "config">,
  { clock, randomBytes, timeMark }: Pick<Surroundings, "clock" | "randomBytes" | "timeMark">,
  tell: (fields: object, sentence: string) => void,
): Heal {
  return async (databasePath) => {
    const repaired = await repairLog({
      databasePath,
      backupPaths: listBackups(config.backup.folder).map(({ path }) => path),
      mayLose: "never",
      mintLogId: () => Buffer.from(randomBytes(16)).toString("hex"),
      atMs: clock.wallMs(),
      isTimeTrusted: createTimekeeper({ clock, history: {}, timeMark }).isTrusted(),
    });
    if (repaired.ok)
      tell({ keptAs: repaired.value.keptAs }, "The damaged database was replaced by a whole one; no event is lost.");
    else tell({}, repaired.error);
    return repaired.ok ? "healed" : "notPossible";
  };
}
