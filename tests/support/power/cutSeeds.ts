import { fullRunMinutes, isFullRun } from "../fullRun.ts";
import { type CutOptions, type CutReport, cutEverywhere } from "./cutEverywhere.ts";
import type { PowerRecording } from "./powerRecording.ts";

/** Share of a full run's time that one recording's cuts get. */
const FULL_SHARE = 0.05;

/** Time limit of a test that cuts everywhere, milliseconds: a minute on a machine with nothing else to do, many with much. */
export const CUTS_TIMEOUT_MS = (isFullRun ? fullRunMinutes * 60_000 * FULL_SHARE : 0) + 900_000;

/** Cuts a recording with a seed that is printed; a full run goes on with the next ones for its share of the time. */
export async function cutWithSeeds(recording: PowerRecording, options: Omit<CutOptions, "seed">): Promise<CutReport[]> {
  const first = Number(process.env.KIOSK_SEED ?? Date.now() % 1_000_000);
  const endMs = performance.now() + (isFullRun ? fullRunMinutes * 60_000 * FULL_SHARE : 0);
  const reports: CutReport[] = [];
  for (let seed = first; reports.length === 0 || performance.now() < endMs; seed += 1) {
    const report = await cutEverywhere(recording, { ...options, seed });
    reports.push(report);
    if (report.violations.length > 0) break;
  }
  console.log(`KIOSK_SEED=${first}`);
  return reports;
}
