import type { Clock } from "#core/interfaces/clock.ts";
import type { PrinterStatus, PrintOutcome, Raster } from "#core/interfaces/printer.ts";
import {
  countQuestions,
  cutPaper,
  feedLines,
  fillStrip,
  INITIALISE,
  LEAVE_CHINESE_MODE,
  REPORT_ANEW,
  rasterStrips,
} from "../protocol/escPos/commands.ts";
import { attendedTimer } from "../transport/attendedTimer.ts";
import type { Link } from "../transport/link.ts";
import type { WriteOutcome } from "../transport/transport.ts";
import type { EndMark } from "./endMark.ts";
import { END_MARK_TIMEOUT_MS, RESTART_SUSPECTED_MS } from "./patience.ts";
import type { PrinterProfile } from "./printerProfile.ts";

/** An answer to a patient question. */
export interface PatientStatus {
  readonly status: PrinterStatus;
  /** How long the printer was silent before it answered, milliseconds of attended time. */
  readonly silentMs: number;
}

export interface PrintJobOptions {
  readonly link: Link;
  readonly clock: Clock;
  readonly profile: PrinterProfile;
  /** The last job ended in the middle: what it left is cut off before this one begins. */
  readonly hasStub: boolean;
  readonly endMark: EndMark;
  /** False once the connection on which the job began has ended, also when another one stands already. */
  readonly isSameConnection: () => boolean;
  /** The latest status, which the printer may report while the job runs. */
  readonly latest: () => PrinterStatus;
  readonly ask: () => Promise<PatientStatus>;
  /** So many of the bytes that leave now look like questions. */
  readonly expectDrawn: (questions: number) => void;
}

/** Time for feeding and cutting after the last row. */
const CUT_MS = 400;

/** Sends one picture once and finds out what became of it. Never sends a byte twice. */
export async function sendJob(raster: Raster, options: PrintJobOptions): Promise<PrintOutcome> {
  const { clock, profile, endMark } = options;
  const startedMs = clock.monotonicMs();
  const parts = jobParts(raster, options);
  options.expectDrawn(countQuestions(parts));
  let hasSent = false;
  for (const part of parts) {
    const written = await writeInTime(part, options);
    if (written !== "sent") {
      // A refused first part is the only case in which surely nothing is on the paper.
      if (!hasSent && written === "refused") return { kind: "notPrinted", reason: "offline" };
      return { kind: "unresolved", reason: reasonOf(options.latest()) };
    }
    hasSent = true;
    const { status } = options.latest();
    if (needsPerson(status)) return { kind: "unresolved", reason: status };
  }
  const marksBefore = endMark.isKnown ? endMark.count : undefined;
  if (marksBefore !== undefined) await writeInTime(REPORT_ANEW, options);
  // The bytes are in the printer's buffer; its state counts once the paper had time to come out.
  const printMs = (raster.heightDots / profile.rowsPerSecond) * 1_000 + CUT_MS;
  const restMs = startedMs + printMs - clock.monotonicMs();
  if (restMs > 0) await new Promise<void>((resolve) => clock.after(restMs, resolve));
  return settleJob(options, marksBefore);
}

/** The paper had its time: asks what became of it, as long as the connection of the job lives. */
async function settleJob(options: PrintJobOptions, marksBefore: number | undefined): Promise<PrintOutcome> {
  const after = await options.ask();
  if (!options.isSameConnection()) return { kind: "unresolved", reason: "offline" };
  const { status } = after.status;
  if (status === "notSupported") return { kind: "printed", isVerified: false };
  if (status !== "ready") return { kind: "unresolved", reason: status };
  // Without marks a silence this long cannot be told from a printer that started anew and forgot the end of the job.
  if (marksBefore === undefined) return { kind: "printed", isVerified: after.silentMs < RESTART_SUSPECTED_MS };
  if (await options.endMark.waitBeyond(marksBefore, END_MARK_TIMEOUT_MS)) return afterMark(options);
  const { status: reported } = options.latest();
  return { kind: "unresolved", reason: reported === "ready" ? "unknown" : reported };
}

/** A status that the printer reported by itself while the mark was waited for counts like an answer. */
function afterMark({ latest, isSameConnection }: PrintJobOptions): PrintOutcome {
  const { status } = latest();
  if (!isSameConnection() || status !== "ready") return { kind: "unresolved", reason: reasonOf(latest()) };
  return { kind: "printed", isVerified: true };
}

function jobParts(raster: Raster, { profile, hasStub }: PrintJobOptions): Uint8Array[] {
  const end =
    profile.cut === "none"
      ? [feedLines(profile.feedLinesBeforeCut)]
      : [feedLines(profile.feedLinesBeforeCut), cutPaper(profile.cut)];
  const stub = hasStub ? [fillStrip(raster.widthDots), ...end] : [];
  return [...stub, INITIALISE, LEAVE_CHINESE_MODE, ...rasterStrips(raster), ...end];
}

async function writeInTime(part: Uint8Array, { link, clock, profile }: PrintJobOptions): Promise<WriteOutcome> {
  const cancelLimit = attendedTimer(clock, profile.stripTimeoutMs, () => {
    // Ending this life of the device throws the waiting bytes away: they must not come out on tomorrow's paper.
    link.suspect("the printer took no more bytes");
  });
  const written = await link.write(part);
  cancelLimit();
  return written;
}

function needsPerson(status: PrinterStatus["status"]): boolean {
  return status === "paperOut" || status === "coverOpen" || status === "error";
}

/** Why a job stopped, where the printer may have looked well until its connection ended. */
function reasonOf({ status }: PrinterStatus): PrinterStatus["status"] {
  return status === "ready" ? "offline" : status;
}
