import type { TestResult } from "../contract/technician.ts";
import { momentWords } from "../documents/vietnameseTime.ts";
import type { BothWords, ReadinessLine, ReadinessState } from "../domain/readiness.ts";
import type { TimeTrust } from "../events/eventParts.ts";
import { joinWords, sameWords, screenWords } from "./bothWords.ts";

/** Below this no further day of work is sure to fit, bytes. */
export const LEAST_FREE_BYTES = 1_000_000_000;

/** All compartments together. */
export interface CompartmentCounts {
  readonly doors: number;
  readonly unread: number;
  readonly outOfService: number;
  readonly faultySensors: number;
}

export function compartmentsLine({ doors, unread, outOfService, faultySensors }: CompartmentCounts): ReadinessLine {
  const subject = { vi: "Các ngăn", en: "Compartments" };
  if (doors === 0)
    return {
      subject,
      state: "notOk",
      fact: { vi: "chưa có ngăn nào", en: "there are none" },
      advice: { vi: "Làm phần Lắp đặt.", en: "Commission the cabinet." },
    };
  const parts = [
    { vi: `${doors} ngăn`, en: `${doors} doors` },
    ...(unread > 0 ? [{ vi: `${unread} cửa không đọc được`, en: `${unread} cannot be read` }] : []),
    ...(outOfService > 0 ? [{ vi: `${outOfService} tạm ngưng`, en: `${outOfService} out of service` }] : []),
    ...(faultySensors > 0 ? [{ vi: `${faultySensors} cảm biến hỏng`, en: `${faultySensors} faulty sensors` }] : []),
  ];
  const fact = joinWords(parts, ", ");
  if (parts.length === 1) return { subject, state: "ok", fact };
  const advice = { vi: "Xem từng ngăn trong phần Tủ.", en: "Look at them on the technician's screen." };
  return { subject, state: "notOk", fact, advice };
}

/** @param freeBytes left where the kiosk keeps its data */
export function diskLine(freeBytes: number): ReadinessLine {
  const gigabytes = (freeBytes / 1e9).toFixed(1);
  const subject = screenWords(({ system }) => system.disk);
  const fact = { vi: `còn trống ${gigabytes.replace(".", ",")} GB`, en: `${gigabytes} GB free` };
  if (freeBytes >= LEAST_FREE_BYTES) return { subject, state: "ok", fact };
  const advice = {
    vi: "Dọn bớt đĩa: đầy đĩa thì máy không nhận hồ sơ.",
    en: "Make room: without it the kiosk takes no dossier.",
  };
  return { subject, state: "notOk", fact, advice };
}

/** What is known of the wall clock. */
export interface ClockFacts {
  readonly nowMs: number;
  readonly trust: TimeTrust;
  readonly reason: ClockReason;
}

/**
 * Why the wall clock is believed as far as it is.
 * - `timeService`, `office`: they say the same; `confirmedBefore`: they did, and the clock was not set since
 * - `notConfirmed`: nothing speaks against it, and nobody has confirmed it
 * - `officeDisagrees`: the back office says another time
 * - `behind`, `ahead`: not what the log and the monotonic clock lead to
 * - `beforeRelease`, `farFuture`: a date that cannot be
 */
export type ClockReason = keyof typeof CLOCK_REASONS;

const CLOCK_REASONS = {
  timeService: { vi: "theo giờ mạng", en: "set by the network" },
  office: { vi: "khớp với máy chủ", en: "the back office says the same" },
  confirmedBefore: { vi: "đã xác nhận, chưa bị chỉnh từ đó", en: "was confirmed and not set since" },
  notConfirmed: { vi: "chưa có nguồn nào xác nhận", en: "not confirmed by anything" },
  officeDisagrees: { vi: "máy chủ báo giờ khác", en: "the back office says another time" },
  behind: { vi: "chậm hơn sổ ghi", en: "behind what the log says" },
  ahead: { vi: "nhanh hơn mức có thể", en: "further ahead than can be explained" },
  beforeRelease: { vi: "trước ngày làm ra phần mềm", en: "before this program was made" },
  farFuture: { vi: "quá xa về sau", en: "in a far future" },
} as const satisfies Record<string, BothWords>;

/** How far the clock is believed, and why. */
export function clockLine({ nowMs, trust, reason }: ClockFacts): ReadinessLine {
  const subject = screenWords(({ system }) => system.clock);
  const why = CLOCK_REASONS[reason];
  if (trust === "untrusted")
    return {
      subject,
      state: "notOk",
      fact: joinWords([sameWords(new Date(nowMs).toISOString()), why], ", "),
      advice: {
        vi: "Chỉnh giờ; xem pin đồng hồ và dịch vụ giờ.",
        en: "Set the clock; check its battery and the time service.",
      },
    };
  if (trust === "confirmed") return { subject, state: "ok", fact: why };
  const advice = {
    vi: "So với giờ đúng; xem dịch vụ giờ và đường mạng.",
    en: "Compare it; check the time service and the network.",
  };
  return { subject, state: "unknown", fact: why, advice };
}

/** Events that the back office has not acknowledged. */
export function queueLine({ length, ageMs }: { readonly length: number; readonly ageMs?: number | undefined }) {
  const oldest = ageMs === undefined ? [] : [ageWords(ageMs)];
  const fact = length === 0 ? screenWords(({ system }) => system.queueEmpty) : waiting(length, oldest);
  return { subject: screenWords(({ system }) => system.queue), state: "ok", fact } satisfies ReadinessLine;
}

function waiting(length: number, oldest: readonly BothWords[]): BothWords {
  return joinWords([{ vi: `${length} dòng`, en: `${length} events` }, ...oldest], ", ");
}

function ageWords(ageMs: number): BothWords {
  const hours = Math.floor(ageMs / 3_600_000);
  if (hours >= 48) return { vi: `cũ nhất ${Math.floor(hours / 24)} ngày`, en: `oldest ${Math.floor(hours / 24)} days` };
  if (hours >= 1) return { vi: `cũ nhất ${hours} giờ`, en: `oldest ${hours} h` };
  const minutes = Math.floor(ageMs / 60_000);
  return { vi: `cũ nhất ${minutes} phút`, en: `oldest ${minutes} min` };
}

/** Alarms that nobody has acknowledged. */
export function alarmsLine(alarms: readonly ("tamper" | "panic")[]): ReadinessLine {
  const subject = { vi: "Báo động chờ xem", en: "Latched alarms" };
  if (alarms.length === 0) return { subject, state: "ok", fact: { vi: "không có", en: "none" } };
  const fact = joinWords(
    alarms.map((alarm) => screenWords(({ technician }) => technician.alarm[alarm])),
    ", ",
  );
  const advice = {
    vi: "Xem tại chỗ, rồi tắt báo động trên màn hình.",
    en: "Look, then acknowledge them on the screen.",
  };
  return { subject, state: "notOk", fact, advice };
}

/** Cases that staff have not closed. */
export function casesLine(openCases: number): ReadinessLine {
  const subject = { vi: "Sự cố chưa xong", en: "Open cases" };
  if (openCases === 0) return { subject, state: "ok", fact: { vi: "không có", en: "none" } };
  const advice = { vi: "Cán bộ xem trên màn hình nhân viên.", en: "Staff look at them on their screen." };
  return { subject, state: "ok", fact: sameWords(String(openCases)), advice };
}

const OUTCOMES: Readonly<Record<TestResult["outcome"], ReadinessState>> = {
  passed: "ok",
  failed: "notOk",
  unresolved: "unknown",
  notSupported: "notSupported",
};

/** The newest result of a test that a technician ran; times by the office's clock. */
export function testLine({ test, outcome, facts, atMs }: TestResult, timeZone: string): ReadinessLine {
  const name = test.kind === "lockBoard" ? test.board : test.kind === "scanner" ? test.name : "";
  const tested = screenWords(({ devices }) => devices.testName[test.kind].replace("{{name}}", name));
  const { replies, missed, medianMs, worstMs } = facts;
  const figures = [
    ...(missed === undefined || replies === undefined
      ? []
      : [{ vi: `${replies} trả lời, mất ${missed}`, en: `${replies} answers, ${missed} missed` }]),
    ...(medianMs === undefined || worstMs === undefined
      ? []
      : [{ vi: `giữa ${medianMs} ms, lâu nhất ${worstMs} ms`, en: `median ${medianMs} ms, worst ${worstMs} ms` }]),
  ];
  const result = screenWords(({ devices }) => devices.outcome[outcome]);
  const at = { vi: momentWords({ timeZone }, atMs), en: new Date(atMs).toISOString() };
  return {
    subject: joinWords([{ vi: "Thử", en: "Test" }, tested], ": "),
    state: OUTCOMES[outcome],
    fact: joinWords([result, ...figures, at], ", "),
  };
}
