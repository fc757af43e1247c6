import { expect, test } from "vitest";
import type { Commit } from "#core/interfaces/eventLog.ts";
import type { UnlockCommand, UnlockOutcome } from "#core/interfaces/lockBoard.ts";
import type { KioskLog } from "#db/eventLog/openEventLog.ts";
import { memoryFolder } from "../support/memoryFolder.ts";
import { cutEverywhere } from "../support/power/cutEverywhere.ts";
import { CUTS_TIMEOUT_MS } from "../support/power/cutSeeds.ts";
import { deposit } from "../support/power/powerJourneys.ts";
import { lockOf } from "../support/power/powerKiosk.ts";
import { type RecordingOptions, recordJourneys } from "../support/power/powerRecording.ts";

/** Everything that the cuts find in a deposit at a kiosk that was meddled with, one sentence a line. */
async function findIn(options: Omit<RecordingOptions, "folder" | "journeys">): Promise<string> {
  const folder = memoryFolder();
  const recording = await recordJourneys({ ...options, folder, journeys: [deposit], hasOffice: false });
  const { violations } = await cutEverywhere(recording, {
    folder,
    seed: 1,
    drawsPerMoment: 1,
    hasRecovery: false,
    violationLimit: Number.POSITIVE_INFINITY,
  });
  return violations.join("\n");
}

function aroundAppend(log: KioskLog, before: (commit: Commit) => void, after: () => void = () => {}): void {
  const append = log.append.bind(log);
  const wrapped: Pick<KioskLog, "append"> = {
    append: (commit) => {
      before(commit);
      const events = append(commit);
      after();
      return events;
    },
  };
  Object.assign(log, wrapped);
}

test(
  "the power cuts find nothing in a kiosk that nobody meddled with",
  async () => {
    expect(await findIn({})).toBe("");
  },
  CUTS_TIMEOUT_MS,
);

test(
  "with synchronous NORMAL instead of FULL the power cuts find lost events and a receipt without its deposit",
  async () => {
    const found = await findIn({
      meddle: ({ store }) => {
        store.db.pragma("synchronous = NORMAL");
        return {};
      },
    });
    expect(found).toMatch(/its log ends at event \d+, and event \d+ was known/);
    expect(found).toContain("I1: 1 pulses went to compartment 1, 0 requests are durable.");
    expect(found).toMatch(/I6: receipt \d is out, its deposit is not durable/);
  },
  CUTS_TIMEOUT_MS,
);

test(
  "with the request logged after the pulse the power cuts find a door that opened without a reason",
  async () => {
    const found = await findIn({
      meddle: ({ store, devices }) => {
        aroundAppend(store.log, ({ drafts }) => {
          for (const { type, payload } of drafts)
            if (type === "compartmentOpenRequested") devices.desk?.cabinet.pulse(lockOf(payload.compartmentNumber));
        });
        // The frame has left already: what remains is to read that the door is open.
        const unlock = async ({ lock }: UnlockCommand): Promise<UnlockOutcome> => {
          for (let look = 0; look < 50 && devices.boards.latest(lock).door !== "open"; look += 1)
            await devices.boards.read(lock);
          return "opened";
        };
        return { devices: { ...devices, boards: Object.assign(devices.boards, { unlock }) } };
      },
    });
    expect(found).toContain("I1: 1 pulses went to compartment 1, 0 requests are durable.");
    expect(found).not.toContain("Lost");
  },
  CUTS_TIMEOUT_MS,
);

test(
  "with a dossier's key written after its event the power cuts find personal data that nobody can read",
  async () => {
    const found = await findIn({
      meddle: ({ store }, recorder) => {
        aroundAppend(
          store.log,
          () => recorder.holdBack(),
          () => recorder.letGo(),
        );
        return {};
      },
    });
    expect(found).toMatch(/Key: the personal data of dossier \w+ cannot be read any more/);
    expect(found).not.toContain("Lost");
  },
  CUTS_TIMEOUT_MS,
);

test(
  "with files that are never synced the power cuts find keys that are gone while the log is there",
  async () => {
    const found = await findIn({ losesSyncs: true });
    expect(found).toMatch(/master key .* is missing/);
    expect(found).toMatch(/key file .* is damaged/);
  },
  CUTS_TIMEOUT_MS,
);
