import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { OfficeHistory } from "#sync/history.ts";
import { listBackups } from "../backup/backupFolder.ts";
import { KeyError } from "../keys/keyError.ts";
import { officeOf } from "../restore/officeOf.ts";
import { type Restored, restoreKiosk } from "../restore/restoreKiosk.ts";
import { createTimekeeper, systemTimeMark } from "../time/timekeeper.ts";
import { type Answer, type Command, type CommandWorld, readFlags, refused, WrongUse } from "./command.ts";
import { kioskConfigOf } from "./kioskConfigOf.ts";

export const restoreCommand: Command = {
  name: "restore",
  summary: "puts a backup in the place of the kiosk's database; the kiosk must be stopped",
  usage: `npm run -s kioskctl -- restore [--from latest|FILE|back-office] [--without-back-office] [--config FILE]
  --from latest         the newest backup (default)
  --from FILE           this backup
  --from back-office    no backup: everything from the back office
  --without-back-office does not ask the back office what it has since the backup
  --config FILE         kiosk.json; by default that of the kiosk on this machine
The present database is kept under another name. Afterwards every compartment stays closed for citizens until a clerk
has looked inside.`,
  run: async (args, world): Promise<Answer> => {
    const { values } = readFlags(args, {
      config: { type: "string" },
      from: { type: "string" },
      "without-back-office": { type: "boolean" },
    });
    const { config } = kioskConfigOf(values.config, world);
    const isWithoutOffice = values["without-back-office"] === true;
    const backupPath = backupOf(values.from ?? "latest", config.backup.folder);
    if (isWithoutOffice && backupPath === undefined)
      throw new WrongUse("--from back-office and --without-back-office leave nothing to restore from.");
    const office = isWithoutOffice ? undefined : reach(config, world);
    if (typeof office === "string") return refused(office);
    const restored = await restoreKiosk({
      databasePath: join(config.dataDir, "kiosk.db"),
      backupPath,
      office,
      mintLogId: () => randomBytes(16).toString("hex"),
      atMs: world.clock.wallMs(),
      isTimeTrusted: createTimekeeper({ clock: world.clock, history: {}, timeMark: systemTimeMark }).isTrusted(),
    });
    return restored.ok ? answerOf(restored.value, backupPath) : refused(restored.error);
  },
};

function backupOf(from: string, folder: string): string | undefined {
  if (from === "back-office") return undefined;
  const path = from === "latest" ? listBackups(folder)[0]?.path : resolve(from);
  if (path === undefined) throw new WrongUse(`There is no backup in ${folder}: say --from FILE or --from back-office.`);
  if (!existsSync(path)) throw new WrongUse(`There is no backup ${path}.`);
  return path;
}

/** A sentence where the back office cannot be asked as this kiosk. */
export function reach(
  config: ReturnType<typeof kioskConfigOf>["config"],
  { clock }: Pick<CommandWorld, "clock">,
): OfficeHistory | string | undefined {
  try {
    return officeOf(config, { clock, fetch: globalThis.fetch });
  } catch (error) {
    if (error instanceof KeyError) return `${error.message} Put the keys back, or say --without-back-office.`;
    throw error;
  }
}

function answerOf(restored: Restored, backupPath: string | undefined): Answer {
  const { kind, keptAs, fromOffice, caseNumber } = restored;
  const kept = keptAs === undefined ? "" : ` The database that was in use is kept as ${keptAs}.`;
  if (kind === "finished") {
    const text = `A restore that was interrupted is finished: the new database is in place.${kept} Nothing else was done.`;
    return { status: 0, json: restored, text };
  }
  const text = `Restored from ${backupPath ?? "the back office"}, ${fromOffice} events came from the back office.${kept}
Start the kiosk. No compartment opens for citizens until a clerk has looked inside (case ${caseNumber}).`;
  return { status: 0, json: { ...restored, from: backupPath ?? "back-office" }, text };
}
