import { randomBytes } from "node:crypto";
import { dirname, resolve } from "node:path";
import { ok } from "#core/base/result.ts";
import { listBackups } from "../backup/backupFolder.ts";
import { type Repaired, repairLog } from "../restore/repairLog.ts";
import { createTimekeeper, systemTimeMark } from "../time/timekeeper.ts";
import { type Answer, type CommandWorld, refused } from "./command.ts";
import { kioskConfigOf } from "./kioskConfigOf.ts";
import { reach } from "./restore.ts";

export interface RepairFlags {
  readonly file: string | undefined;
  readonly configPath: string | undefined;
  readonly mayAcceptLoss: boolean;
  readonly isWithoutOffice: boolean;
}

/** Makes a whole database out of a damaged one, its backups and the back office. */
export async function repair(flags: RepairFlags, world: CommandWorld): Promise<Answer> {
  const { config } = kioskConfigOf(flags.configPath, world);
  const databasePath = flags.file === undefined ? resolve(config.dataDir, "kiosk.db") : resolve(flags.file);
  const office = flags.isWithoutOffice ? ok(undefined) : await reach(config, world);
  if (!office.ok) return refused(office.error);
  const repaired = await repairLog({
    databasePath,
    backupPaths: listBackups(config.backup.folder).map(({ path }) => path),
    office: office.value?.history,
    mayLose: flags.mayAcceptLoss ? "accept" : "end",
    mintLogId: () => randomBytes(16).toString("hex"),
    atMs: world.clock.wallMs(),
    isTimeTrusted: createTimekeeper({ clock: world.clock, history: {}, timeMark: systemTimeMark }).isTrusted(),
  });
  return repaired.ok ? answerOf(repaired.value, databasePath) : refused(repaired.error);
}

function answerOf(repaired: Repaired, databasePath: string): Answer {
  const { kind, keptAs, events, caseNumber } = repaired;
  const kept = `The damaged file is kept as ${keptAs} in ${dirname(databasePath)}.`;
  if (kind === "whole") {
    return { status: 0, json: repaired, text: `The log is whole again: ${events} events, nothing is lost. ${kept}` };
  }
  if (kind === "finished") {
    return {
      status: 0,
      json: repaired,
      text: `What was interrupted is finished: the new database is in place. ${kept}`,
    };
  }
  const text = `${events} events could be saved; the end of the log is lost. ${kept}
Start the kiosk. No compartment opens for citizens until a clerk has looked inside (case ${caseNumber}).`;
  return { status: 0, json: repaired, text };
}
