import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { BothWords, ReadinessLine } from "#core/domain/readiness.ts";
import { backupLine } from "#core/readiness/backupLine.ts";
import { sameWords, screenWords } from "#core/readiness/bothWords.ts";
import { diskLine } from "#core/readiness/machineLines.ts";
import { openForReading } from "#db/open.ts";
import { verifyLog } from "#db/verifyLog.ts";
import { listBackups } from "../backup/backupFolder.ts";
import { backupEveryMs } from "../backup/kioskBackups.ts";
import type { LoadedConfig } from "../config/loadConfig.ts";
import { type HolderChoice, readHolderChoice } from "../keys/chooseHolder.ts";
import { KeyError } from "../keys/keyError.ts";
import { openKeyFolder } from "../keys/keyFolder.ts";

type Config = LoadedConfig["config"];

const OFFICE_ANSWERS_WITHIN_MS = 5_000;
const NOT_THERE: BothWords = { vi: "chưa có", en: "not there yet" };
const START_ONCE: BothWords = { vi: "Chạy bộ điều khiển một lần.", en: "Start the controller once." };

export function configurationLine(configPath: string): ReadinessLine {
  return { subject: { vi: "Cấu hình", en: "Configuration" }, state: "ok", fact: sameWords(configPath) };
}

/** Where wires and doors come from. */
export function hardwareLine({ hardwareSource, hardwareFile, wires }: Config): ReadinessLine {
  const subject = { vi: "Dây và cửa", en: "Wires and doors" };
  if (hardwareSource === "none")
    return {
      subject,
      state: "notOk",
      fact: {
        vi: `chưa lắp đặt, không thấy ${hardwareFile}`,
        en: `nothing is commissioned; ${hardwareFile} is not there`,
      },
      advice: runCommand("npm run -s kioskctl -- commission"),
    };
  const boards = wires.flatMap((wire) => wire.boards);
  const unlearned = boards.filter(({ calibration }) => calibration === undefined).map(({ name }) => name);
  const isSimulated = wires.some(({ simulator }) => simulator === true);
  if (unlearned.length > 0 && !isSimulated)
    return {
      subject,
      state: "notOk",
      fact: {
        vi: `chưa học cách đọc bo ${unlearned.join(", ")}`,
        en: `the wiring of board ${unlearned.join(", ")} was never learned`,
      },
      advice: {
        vi: "Lắp đặt các bo này: đến lúc đó máy chỉ đọc, không mở cửa.",
        en: "Commission these boards: until then they are read and never pulsed.",
      },
    };
  const fact = {
    vi: `${wires.length} đường dây, ${boards.length} bo`,
    en: `${wires.length} wires, ${boards.length} boards`,
  };
  return { subject, state: "ok", fact };
}

/** The room that is left for the kiosk's data. */
export function dataDiskLine({ dataDir }: Config): ReadinessLine {
  try {
    const { bavail, bsize } = statfsSync(dataDir);
    return diskLine(bavail * bsize);
  } catch (error) {
    return {
      subject: screenWords(({ system }) => system.disk),
      state: "notOk",
      fact: {
        vi: `không đọc được ${dataDir} (${reason(error)})`,
        en: `${dataDir} cannot be read (${reason(error)})`,
      },
      advice: {
        vi: "Chạy bộ điều khiển một lần, hoặc xem quyền của thư mục.",
        en: "Start the controller once, or check the folder's rights.",
      },
    };
  }
}

/** The whole log, checked from its first event to its last. */
export function logLine({ dataDir }: Config): ReadinessLine {
  const subject = { vi: "Sổ ghi", en: "Log" };
  const path = join(dataDir, "kiosk.db");
  if (!existsSync(path)) return { subject, state: "unknown", fact: NOT_THERE, advice: START_ONCE };
  const advice = {
    vi: "Giữ một bản sao thư mục dữ liệu và gọi hỗ trợ. Không sửa gì.",
    en: "Keep a copy of the data folder and call support. Change nothing.",
  };
  try {
    const db = openForReading(path);
    try {
      const { isSound, lastSeq, faults } = verifyLog(db);
      if (!isSound) return { subject, state: "notOk", fact: sameWords(faults.join(" ")), advice };
      const fact = {
        vi: `${lastSeq} dòng, chuỗi và bảng tóm tắt đều đúng`,
        en: `${lastSeq} events, chain and projections are sound`,
      };
      return { subject, state: "ok", fact };
    } finally {
      db.close();
    }
  } catch (error) {
    return { subject, state: "notOk", fact: sameWords(reason(error)), advice };
  }
}

/** The age of the last good backup, while no controller runs that could make one. */
export function lastBackupLine(config: Config, nowMs: number): ReadinessLine {
  const everyMs = backupEveryMs(config);
  try {
    return backupLine({ lastGoodMs: listBackups(config.backup.folder)[0]?.atMs, everyMs }, nowMs);
  } catch (error) {
    return backupLine({ failure: reason(error), everyMs }, nowMs);
  }
}

/** Whether others can read the keys, and who keeps the master key. */
export function keysLine({ keysDir }: Config): ReadinessLine {
  const subject = { vi: "Khóa mật mã", en: "Keys" };
  if (!existsSync(keysDir)) return { subject, state: "unknown", fact: NOT_THERE, advice: START_ONCE };
  try {
    accessSync(keysDir, constants.R_OK | constants.X_OK);
    const isPrivate = (statSync(keysDir).mode & 0o077) === 0;
    const choice = readHolderChoice(openKeyFolder(keysDir));
    if (isPrivate) return { subject, state: "ok", fact: HOLDERS[choice?.masterKey ?? "nobody"] };
    const fact = { vi: "người khác đọc được thư mục", en: "others can read the folder" };
    return { subject, state: "notOk", fact, advice: runCommand(`chmod 700 ${keysDir}`) };
  } catch (error) {
    if (error instanceof KeyError) return { subject, state: "notOk", fact: sameWords(error.message) };
    const advice = { vi: "Chạy lệnh này bằng tài khoản của máy.", en: "Run this command as the kiosk's user." };
    return { subject, state: "unknown", fact: sameWords(reason(error)), advice };
  }
}

const HOLDERS: Readonly<Record<HolderChoice["masterKey"] | "nobody", BothWords>> = {
  file: {
    vi: "chỉ máy đọc được; khóa chính nằm trong tệp",
    en: "only the kiosk's user reads them; the master key is in a file",
  },
  credentialStore: {
    vi: "chỉ máy đọc được; khóa chính nằm trong kho mật khẩu của hệ điều hành",
    en: "only the kiosk's user reads them; the master key is in the operating system's credential store",
  },
  nobody: { vi: "chỉ máy đọc được; chưa có khóa chính", en: "only the kiosk's user reads them; no master key yet" },
};

/** Any answer of the server shows that it is reached. */
export async function officeLine({ backOffice }: Config, fetch: typeof globalThis.fetch): Promise<ReadinessLine> {
  const subject = screenWords(({ system }) => system.network);
  if (backOffice === undefined)
    return { subject, state: "notSupported", fact: { vi: "máy làm việc một mình", en: "the kiosk works alone" } };
  const { url } = backOffice;
  try {
    const { status } = await fetch(url, { signal: AbortSignal.timeout(OFFICE_ANSWERS_WITHIN_MS) });
    return { subject, state: "ok", fact: { vi: `${url} trả lời (${status})`, en: `${url} answers (${status})` } };
  } catch {
    return {
      subject,
      state: "notOk",
      fact: { vi: `${url} không trả lời`, en: `${url} does not answer` },
      advice: {
        vi: "Xem dây mạng, bộ định tuyến và địa chỉ. Máy vẫn nhận hồ sơ, sổ sẽ gửi sau.",
        en: "Check cable, router and address. The kiosk works on without it, and sends its log later.",
      },
    };
  }
}

function runCommand(command: string): BothWords {
  return { vi: `Chạy: ${command}`, en: `Run: ${command}` };
}

function reason(error: unknown): string {
  return error instanceof Error && error.message !== "" ? error.message : String(error);
}
