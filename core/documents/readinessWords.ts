import type { ReadinessReport, ReadinessState } from "../domain/readiness.ts";

/** What stands over the lines of a state, on paper and in the PDF. */
export const STATE_TITLES: Readonly<Record<ReadinessState, string>> = {
  notOk: "Chưa đạt",
  unknown: "Chưa rõ",
  ok: "Đạt",
  notSupported: "Máy không có",
};

export const REPORT_TITLE = "Báo cáo sẵn sàng";

/** The report in one sentence; how much there is to do stands over the lines. */
export function verdictWords({ isReady }: Pick<ReadinessReport, "isReady">): string {
  return isReady ? "Sẵn sàng phục vụ" : "Chưa sẵn sàng phục vụ";
}

/** `Máy 7, phần mềm 1.4.0`. */
export function machineWords({ kioskNumber, softwareVersion }: ReadinessReport): string {
  return `Máy ${kioskNumber}, phần mềm ${softwareVersion}`;
}

/** A sentence as it stands alone: with a capital. */
export function capitalized(words: string): string {
  const [first = "", ...others] = words;
  return first.toLocaleUpperCase("vi") + others.join("");
}
