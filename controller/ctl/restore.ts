import { randomBytes } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { failed, ok, type Result } from "#core/base/result.ts";
import { listBackups } from "../backup/backupFolder.ts";
import { KeyError } from "../keys/keyError.ts";
import { type OfficeAccess, officeOf } from "../restore/officeOf.ts";
import { type Restored, restoreKiosk } from "../restore/restoreKiosk.ts";
import { createTimekeeper, systemTimeMark } from "../time/timekeeper.ts";
import { type Answer, type Command, type CommandWorld, readFlags, refused, WrongUse } from "./command.ts";
import { kioskConfigOf } from "./kioskConfigOf.ts";

type Config = ReturnType<typeof kioskConfigOf>["config"];

export const restoreCommand: Command = {
  name: "restore",
  summary: "puts a backup in the place of the kiosk's database; the kiosk must be stopped",
  usage: `npm run -s kioskctl -- restore [--from latest|FILE|back-office] [--without-back-office | --new-keys] [--config FILE]
  --from latest         the newest backup (default)
  --from FILE           this backup
  --from back-office    no backup: everything from the back office
  --without-back-office does not ask the back office what it has since the backup
  --new-keys            the key folder is lost: makes new keys, enrols with the code in the configuration, and fetches
                        the keys of dossiers that are still live
  --config FILE         kiosk.json; by default that of the kiosk on this machine
The present database is kept under another name. Afterwards every compartment stays closed for citizens until a clerk
has looked inside.`,
  run: async (args, world): Promise<Answer> => {
    const { values } = readFlags(args, {
      config: { type: "string" },
      from: { type: "string" },
      "without-back-office": { type: "boolean" },
      "new-keys": { type: "boolean" },
    });
    const { config } = kioskConfigOf(values.config, world);
    const isWithoutOffice = values["without-back-office"] === true;
    const backupPath = backupOf(values.from ?? "latest", config.backup.folder);
    if (isWithoutOffice && backupPath === undefined)
      throw new WrongUse("--from back-office and --without-back-office leave nothing to restore from.");
    const isWithNewKeys = values["new-keys"] === true;
    if (isWithNewKeys) checkNewKeys(config, isWithoutOffice);
    const office = isWithoutOffice ? ok(undefined) : await reach(config, world, isWithNewKeys);
    if (!office.ok) return refused(office.error);
    let keys: Result<number, string> = ok(0);
    const restored = await restoreKiosk({
      databasePath: join(config.dataDir, "kiosk.db"),
      backupPath,
      office: office.value?.history,
      bringKeys: async (dossierIds) => {
        keys = (await office.value?.bringKeys(dossierIds)) ?? keys;
      },
      mintLogId: () => randomBytes(16).toString("hex"),
      atMs: world.clock.wallMs(),
      isTimeTrusted: createTimekeeper({ clock: world.clock, history: {}, timeMark: systemTimeMark }).isTrusted(),
    });
    return restored.ok ? answerOf(restored.value, { backupPath, keys }) : refused(restored.error);
  },
};

function backupOf(from: string, folder: string): string | undefined {
  if (from === "back-office") return undefined;
  const path = from === "latest" ? listBackups(folder)[0]?.path : resolve(from);
  if (path === undefined) throw new WrongUse(`There is no backup in ${folder}: say --from FILE or --from back-office.`);
  if (!existsSync(path)) throw new WrongUse(`There is no backup ${path}.`);
  return path;
}

/** New keys beside old ones would hide that receipts and personal data of the old ones are still to be read. */
function checkNewKeys({ keysDir, backOffice }: Config, isWithoutOffice: boolean): void {
  if (isWithoutOffice || backOffice === undefined)
    throw new WrongUse("--new-keys needs the back office: it has the keys of dossiers that are still live.");
  if (existsSync(keysDir) && readdirSync(keysDir).length > 0)
    throw new WrongUse(`The key folder ${keysDir} is not empty. Move it away first if its keys are of no use.`);
}

/** The way to the back office. Fails with a sentence where it cannot be asked as this kiosk. */
export async function reach(
  config: Config,
  { clock }: Pick<CommandWorld, "clock">,
  isWithNewKeys = false,
): Promise<Result<OfficeAccess | undefined, string>> {
  try {
    return await officeOf(config, { clock, fetch: globalThis.fetch, isWithNewKeys });
  } catch (error) {
    if (error instanceof KeyError)
      return failed(
        `${error.message} Put the keys back, or say --without-back-office; where they are lost for good, restore with --new-keys.`,
      );
    throw error;
  }
}

function answerOf(
  restored: Restored,
  { backupPath, keys }: { readonly backupPath: string | undefined; readonly keys: Result<number, string> },
): Answer {
  const { kind, keptAs, fromOffice, caseNumber } = restored;
  const kept = keptAs === undefined ? "" : ` The database that was in use is kept as ${keptAs}.`;
  if (kind === "finished") {
    const text = `A restore that was interrupted is finished: the new database is in place.${kept} Nothing else was done.`;
    return { status: 0, json: restored, text };
  }
  const brought = keys.ok
    ? keys.value > 0
      ? ` ${keys.value} keys of dossiers came from there too.`
      : ""
    : ` Keys of dossiers did not come (${keys.error}): their personal data cannot be read here.`;
  const text = `Restored from ${backupPath ?? "the back office"}, ${fromOffice} events came from the back office.${brought}${kept}
Start the kiosk. No compartment opens for citizens until a clerk has looked inside (case ${caseNumber}).`;
  return { status: 0, json: { ...restored, from: backupPath ?? "back-office" }, text };
}
