import type { BothWords, ReadinessLine } from "../domain/readiness.ts";
import type { StoreDamage } from "../events/eventParts.ts";
import { joinWords } from "./bothWords.ts";

const facts: Readonly<Record<StoreDamage, BothWords>> = {
  historyDamaged: {
    vi: "sổ cũ bị hỏng: không nhận hồ sơ, vẫn trả kết quả",
    en: "old events are damaged: no intake, results are given out",
  },
  registerDamaged: { vi: "bảng tóm tắt bị hỏng", en: "the register is damaged" },
  diskFull: {
    vi: "đĩa đầy: không nhận hồ sơ, vẫn trả kết quả",
    en: "the disk is full: no intake, results are given out",
  },
};
const advices: Readonly<Record<StoreDamage, BothWords>> = {
  historyDamaged: { vi: "Chạy: npm run -s kioskctl -- log repair", en: "Run: npm run -s kioskctl -- log repair" },
  registerDamaged: { vi: "Khởi động lại bộ điều khiển.", en: "Restart the controller: it is made anew." },
  diskFull: { vi: "Dọn bớt đĩa; máy tự nhận lại hồ sơ.", en: "Make room on it; intake opens again by itself." },
};

/** @param damage what the log says is wrong with it now */
export function storeLine(damage: readonly StoreDamage[]): ReadinessLine {
  const subject = { vi: "Nơi ghi sổ", en: "Store of the log" };
  if (damage.length === 0) return { subject, state: "ok", fact: { vi: "nguyên vẹn", en: "whole" } };
  const words = (from: typeof facts): BothWords =>
    joinWords(
      damage.map((one) => from[one]),
      " ",
    );
  return { subject, state: "notOk", fact: words(facts), advice: words(advices) };
}
