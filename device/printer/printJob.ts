import type { Clock } from "#core/interfaces/clock.ts";
import type { PrinterStatus, PrintOutcome, Raster } from "#core/interfaces/printer.ts";
import {
  cutPaper,
  feedLines,
  fillStrip,
  INITIALISE,
  LEAVE_CHINESE_MODE,
  rasterStrips,
} from "../protocol/escPos/commands.ts";
import type { Link } from "../transport/link.ts";
import type { WriteOutcome } from "../transport/transport.ts";
import type { PrinterProfile } from "./printerProfile.ts";

export interface PrintJobOptions {
  readonly link: Link;
  readonly clock: Clock;
  readonly profile: PrinterProfile;
  /** The last job ended in the middle: what it left is cut off before this one begins. */
  readonly hasStub: boolean;
  /** The latest status, which the printer may report while the job runs. */
  readonly latest: () => PrinterStatus;
  readonly ask: () => Promise<PrinterStatus>;
}

/** Time for feeding and cutting after the last row. */
const CUT_MS = 400;

/** Sends one picture once and finds out what became of it. Never sends a byte twice. */
export async function sendJob(raster: Raster, options: PrintJobOptions): Promise<PrintOutcome> {
  const { clock, profile } = options;
  const startedMs = clock.monotonicMs();
  let hasSent = false;
  for (const part of jobParts(raster, options)) {
    const written = await writeInTime(part, options);
    if (written !== "sent") {
      // A refused first part is the only case in which surely nothing is on the paper.
      if (!hasSent && written === "refused") return { kind: "notPrinted", reason: "offline" };
      return { kind: "unresolved", reason: reasonOf(options.latest()) };
    }
    hasSent = true;
    const { status } = options.latest();
    if (status === "paperOut" || status === "coverOpen" || status === "error")
      return { kind: "unresolved", reason: status };
  }
  // The bytes are in the printer's buffer; its state counts once the paper had time to come out.
  const printMs = (raster.heightDots / profile.rowsPerSecond) * 1_000 + CUT_MS;
  const restMs = startedMs + printMs - clock.monotonicMs();
  if (restMs > 0) await new Promise<void>((resolve) => clock.after(restMs, resolve));
  const after = await options.ask();
  if (after.status === "ready") return { kind: "printed", isVerified: true };
  if (after.status === "notSupported") return { kind: "printed", isVerified: false };
  return { kind: "unresolved", reason: after.status };
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
  const cancelLimit = clock.after(profile.stripTimeoutMs, () => {
    // Ending this life of the device throws the waiting bytes away: they must not come out on tomorrow's paper.
    link.suspect("the printer took no more bytes");
  });
  const written = await link.write(part);
  cancelLimit();
  return written;
}

/** Why a job stopped, where the printer may have looked well until its connection ended. */
function reasonOf({ status }: PrinterStatus): PrinterStatus["status"] {
  return status === "ready" ? "offline" : status;
}
