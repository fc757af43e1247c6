import { expect, test } from "vitest";
import { memoryFolder } from "../support/memoryFolder.ts";
import { replayed, summaryOf } from "../support/power/cutEverywhere.ts";
import { CUTS_TIMEOUT_MS, cutWithSeeds } from "../support/power/cutSeeds.ts";
import { deposit, exchange, syncing } from "../support/power/powerJourneys.ts";
import { recordJourneys } from "../support/power/powerRecording.ts";

/** Half of the cuts that every run makes; the other half is in the tests beside this one. */
const LEAST_DISTINCT = 5_000;

test(
  "whatever a power cut leaves of the first day, a deposit and its way to the clerk, nothing is lost",
  async () => {
    const folder = memoryFolder();
    const recording = await recordJourneys({ folder, journeys: [deposit, exchange, syncing], checkpointAtPages: 16 });
    // Nothing reaches the disk past the recorder: the trace alone makes the same files.
    expect(replayed(recording)).toEqual(recording.after);
    const reports = await cutWithSeeds(recording, { folder, drawsPerMoment: 20 });
    console.log(summaryOf(reports));
    expect(reports.flatMap(({ violations }) => violations)).toEqual([]);
    expect(reports[0]?.distinct).toBeGreaterThan(LEAST_DISTINCT);
  },
  CUTS_TIMEOUT_MS,
);
