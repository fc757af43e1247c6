import { expect, test } from "vitest";
import { memoryFolder } from "../support/memoryFolder.ts";
import { replayed, summaryOf, worldAt } from "../support/power/cutEverywhere.ts";
import { CUTS_TIMEOUT_MS, cutWithSeeds } from "../support/power/cutSeeds.ts";
import {
  collection,
  deposit,
  exchange,
  inspection,
  jam,
  retention,
  technician,
} from "../support/power/powerJourneys.ts";
import { recordJourneys } from "../support/power/powerRecording.ts";

const LEAST_DISTINCT = 5_000;

test(
  "whatever a power cut leaves of a collection, the end of retention and the work of staff, nothing is lost",
  async () => {
    const folder = memoryFolder();
    const later = [collection, retention, technician, inspection, jam];
    const recording = await recordJourneys({
      folder,
      journeys: [deposit, exchange, ...later],
      checkpointAtPages: 16,
      endsInOrder: true,
    });
    expect(replayed(recording)).toEqual(recording.after);
    const journeys = [...later.map(({ name }) => name), "end"];
    const reports = await cutWithSeeds(recording, { folder, drawsPerMoment: 22, journeys });
    console.log(summaryOf(reports));
    expect(reports.flatMap(({ violations }) => violations)).toEqual([]);
    expect(reports[0]?.distinct).toBeGreaterThan(LEAST_DISTINCT);
  },
  CUTS_TIMEOUT_MS,
);

test(
  "a second power cut while the kiosk comes up after the first loses nothing either",
  async () => {
    const folder = memoryFolder();
    const life = await recordJourneys({ folder, journeys: [deposit] });
    const moments = [
      worldAt(life, (note) => note?.kind === "pulse"),
      worldAt(life, (note) => note?.kind === "paper"),
      worldAt(life, (_, { journey }) => journey === "end"),
    ];
    for (const found of moments) {
      const recording = await recordJourneys({ folder, found, journeys: [], hasOffice: false });
      expect(replayed(recording)).toEqual(recording.after);
      const reports = await cutWithSeeds(recording, { folder, drawsPerMoment: 16 });
      console.log(summaryOf(reports));
      expect(reports.flatMap(({ violations }) => violations)).toEqual([]);
    }
  },
  CUTS_TIMEOUT_MS,
);
