import { randomBytes } from "node:crypto";
import { loadConfig } from "#controller/config/loadConfig.ts";
import { createCredentials } from "#controller/credentials/runnerCredentials.ts";
import { createStaffDirectory } from "#controller/credentials/staff.ts";
import { compartmentsOf } from "#controller/devices.ts";
import { createRandomPool } from "#controller/keys/randomPool.ts";
import { openStore } from "#controller/store.ts";
import { assert } from "#core/base/assert.ts";
import type { DraftEvent } from "#core/events/event.ts";

/** What a person brings to collect a result. */
export interface LoadedResult {
  readonly code: string;
  readonly secondValue: string;
}

const SECOND_VALUE = "4567";
const STAFF_ID = "CB-101";

/** Writes a kiosk's log in which every compartment is known empty but one, which holds a result. */
export async function loadResult(configPath: string): Promise<LoadedResult> {
  const loaded = loadConfig(configPath);
  assert(loaded.ok, "The benchmark's configuration is wrong.");
  const store = await openStore(loaded.value.config, createRandomPool());
  try {
    const staff = createStaffDirectory(loaded.value.staff);
    const credentials = createCredentials({ signing: store.keys.signing, staff, log: store.log, randomBytes });
    const { code, credential } = await credentials.makePickupCode(new Set());
    const { compartments } = compartmentsOf(loaded.value.config);
    const dossierId = randomBytes(16).toString("hex");
    const exchangeId = randomBytes(16).toString("hex");
    const compartmentNumber = Math.max(...compartments.map((c) => c.compartmentNumber));
    const drafts: DraftEvent[] = compartments.flatMap((compartment): DraftEvent[] => [
      { type: "compartmentCommissioned", payload: compartment },
      {
        type: "compartmentSeenEmpty",
        payload: { compartmentNumber: compartment.compartmentNumber, staffId: STAFF_ID },
      },
    ]);
    drafts.push({
      type: "dossierAnnounced",
      payload: { dossierId, officialCode: "000.00.00.H29-261114-0001", source: "directory" },
      personal: { secondValue: SECOND_VALUE },
    });
    drafts.push({
      type: "resultLoaded",
      payload: { dossierId, compartmentNumber, staffId: STAFF_ID, exchangeId, pickup: credential },
    });
    store.log.append({ drafts, atMs: Date.now(), isTimeTrusted: true });
    return { code, secondValue: SECOND_VALUE };
  } finally {
    store.close();
  }
}
