import type { ReadinessLine } from "../domain/readiness.ts";
import { sameWords } from "./bothWords.ts";

/** How backups of the log stand. */
export interface BackupFacts {
  /** Wall time of the newest good one, milliseconds; absent where there is none. */
  readonly lastGoodMs?: number | undefined;
  /** Why the latest attempt failed; absent where it did not. */
  readonly failure?: string | undefined;
  /** Between two backups, milliseconds. */
  readonly everyMs: number;
}

/** Age of the last good backup; not well when one is overdue or failed. */
export function backupLine({ lastGoodMs, failure, everyMs }: BackupFacts, nowMs: number): ReadinessLine {
  const subject = { vi: "Bản sao sổ ghi", en: "Backup of the log" };
  const advice = {
    vi: "Xem thư mục sao lưu và chỗ trống, rồi chạy: npm run -s kioskctl -- backup",
    en: "Check the backup folder and its room, then run: npm run -s kioskctl -- backup",
  };
  if (failure !== undefined) return { subject, state: "notOk", fact: sameWords(failure), advice };
  if (lastGoodMs === undefined)
    return { subject, state: "unknown", fact: { vi: "chưa có", en: "there is none yet" }, advice };
  const hours = Math.max(0, Math.floor((nowMs - lastGoodMs) / 3_600_000));
  const fact = { vi: `cách đây ${hours} giờ`, en: `${hours} h ago` };
  // One that was missed may have had its reason; two in a row do not come back by themselves.
  const isOverdue = nowMs - lastGoodMs > 2 * everyMs + 3_600_000;
  return isOverdue ? { subject, state: "notOk", fact, advice } : { subject, state: "ok", fact };
}
