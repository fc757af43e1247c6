import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ReadinessLine } from "#core/domain/readiness.ts";
import { openForReading } from "#db/open.ts";
import { verifyLog } from "#db/verifyLog.ts";
import type { LoadedConfig } from "../config/loadConfig.ts";

type Config = LoadedConfig["config"];

/** Less than this and the log may soon have no room. */
const LEAST_FREE_BYTES = 1024 ** 3;
/** Before this a wall clock cannot be right: a dead battery says 1970. */
const EARLIEST_TRUSTED_MS = Date.UTC(2026, 0, 1);
/** Made by the system's time service once it has heard from a server. */
const SYNCHRONIZED_MARK = "/run/systemd/timesync/synchronized";
const OFFICE_ANSWERS_WITHIN_MS = 5_000;

/** Where wires and doors come from. */
export function hardwareLine({ hardwareSource, hardwareFile, wires }: Config): ReadinessLine {
  const subject = "wires and doors";
  if (hardwareSource === "none")
    return {
      subject,
      state: "notOk",
      fact: `nothing is commissioned; ${hardwareFile} is not there`,
      advice: "Run: npm run -s kioskctl -- commission",
    };
  const boards = wires.flatMap((wire) => wire.boards);
  const unlearned = boards.filter(({ calibration }) => calibration === undefined).map(({ name }) => name);
  const isSimulated = wires.some(({ simulator }) => simulator === true);
  if (unlearned.length > 0 && !isSimulated)
    return {
      subject,
      state: "notOk",
      fact: `the wiring of board ${unlearned.join(", ")} was never learned`,
      advice: "Commission these boards: until then they are read and never pulsed.",
    };
  return { subject, state: "ok", fact: `${wires.length} wires, ${boards.length} boards` };
}

export function diskLine({ dataDir }: Config): ReadinessLine {
  const subject = "disk";
  try {
    const { bavail, bsize } = statfsSync(dataDir);
    const freeBytes = bavail * bsize;
    const fact = `${(freeBytes / 1024 ** 3).toFixed(1)} GiB free`;
    if (freeBytes >= LEAST_FREE_BYTES) return { subject, state: "ok", fact };
    return { subject, state: "notOk", fact, advice: "Make room: without it the kiosk takes no dossier." };
  } catch (error) {
    return {
      subject,
      state: "notOk",
      fact: `${dataDir} cannot be read (${reason(error)})`,
      advice: "Start the controller once, or check the folder's rights.",
    };
  }
}

export function databaseLine({ dataDir }: Config): ReadinessLine {
  const subject = "database";
  const path = join(dataDir, "kiosk.db");
  if (!existsSync(path))
    return { subject, state: "unknown", fact: "not there yet", advice: "Start the controller once." };
  const advice = "Keep a copy of the data folder and call support. Change nothing.";
  try {
    const db = openForReading(path);
    try {
      const { isSound, lastSeq, faults } = verifyLog(db);
      if (isSound) return { subject, state: "ok", fact: `${lastSeq} events, chain and projections are sound` };
      return { subject, state: "notOk", fact: faults.join(" "), advice };
    } finally {
      db.close();
    }
  } catch (error) {
    return { subject, state: "notOk", fact: reason(error), advice };
  }
}

export function keysLine({ keysDir }: Config): ReadinessLine {
  const subject = "keys";
  if (!existsSync(keysDir))
    return { subject, state: "unknown", fact: "not there yet", advice: "Start the controller once." };
  try {
    accessSync(keysDir, constants.R_OK | constants.X_OK);
    const isPrivate = (statSync(keysDir).mode & 0o077) === 0;
    if (isPrivate) return { subject, state: "ok", fact: "only the kiosk's user reads them" };
    return { subject, state: "notOk", fact: "others can read the folder", advice: `Run: chmod 700 ${keysDir}` };
  } catch (error) {
    return { subject, state: "unknown", fact: reason(error), advice: "Run this command as the kiosk's user." };
  }
}

export function clockLine(nowMs: number): ReadinessLine {
  const subject = "clock";
  const fact = new Date(nowMs).toISOString();
  if (nowMs < EARLIEST_TRUSTED_MS)
    return { subject, state: "notOk", fact, advice: "Set the clock; check its battery and the time service." };
  if (existsSync(SYNCHRONIZED_MARK)) return { subject, state: "ok", fact: `${fact}, set by the network` };
  return { subject, state: "unknown", fact: `${fact}, not known to be set by the network`, advice: "Compare it." };
}

/** Any answer of the server shows that it is reached. */
export async function officeLine({ backOffice }: Config, fetch: typeof globalThis.fetch): Promise<ReadinessLine> {
  const subject = "back office";
  if (backOffice === undefined) return { subject, state: "notSupported", fact: "the kiosk works alone" };
  try {
    const { status } = await fetch(backOffice.url, { signal: AbortSignal.timeout(OFFICE_ANSWERS_WITHIN_MS) });
    return { subject, state: "ok", fact: `${backOffice.url} answers (${status})` };
  } catch {
    const advice = "Check cable, router and address. The kiosk works on without it, and sends its log later.";
    return { subject, state: "notOk", fact: `${backOffice.url} does not answer`, advice };
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
