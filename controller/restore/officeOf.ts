import { failed, ok, type Result } from "#core/base/result.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import { fetchKeys } from "#sync/fetchKeys.ts";
import { type OfficeHistory, officeHistory } from "#sync/history.ts";
import { enrol } from "#sync/round.ts";
import type { LoadedConfig } from "../config/loadConfig.ts";
import { loadKioskBox } from "../keys/kioskBox.ts";
import { type KioskKeys, openKeys } from "../keys/openKeys.ts";
import { createRandomPool } from "../keys/randomPool.ts";

/** One page with its answer, milliseconds. */
const PAGE_WITHIN_MS = 30_000;

/** The back office as this kiosk reads it while its database is put together. */
export interface OfficeAccess {
  readonly history: OfficeHistory;
  /** Fetches the keys of these dossiers that are not here, and keeps them. Gives how many came; fails with a word. */
  bringKeys(dossierIds: readonly string[]): Promise<Result<number, string>>;
}

export interface OfficePlace {
  readonly clock: Clock;
  readonly fetch: typeof globalThis.fetch;
  /** True where the kiosk's keys are lost: new ones are made and offered with the enrolment code of the configuration. */
  readonly isWithNewKeys?: boolean;
}

type Config = Pick<LoadedConfig["config"], "backOffice" | "keysDir" | "keys" | "kioskNumber">;

/**
 * Opens the way; undefined where no back office is configured. Fails with a sentence where it does not take new keys.
 * Throws a `KeyError` without keys.
 */
export async function officeOf(config: Config, place: OfficePlace): Promise<Result<OfficeAccess | undefined, string>> {
  const { backOffice, keysDir, kioskNumber } = config;
  const { clock, fetch, isWithNewKeys = false } = place;
  if (backOffice === undefined) return ok(undefined);
  const { masterKey } = config.keys;
  const keys = openKeys(keysDir, { mayCreate: isWithNewKeys, randomBytes: createRandomPool(), masterKey });
  const request = { fetch, clock, timeoutMs: PAGE_WITHIN_MS, signal: new AbortController().signal };
  const way = { kioskNumber, key: keys.signing, baseUrl: backOffice.url, request };
  if (isWithNewKeys) {
    // The new database learns the office's key with its first answer.
    const store = { setOfficeKey: () => {}, setEnrolled: () => {} };
    const enrolled = await enrol({ ...way, store, enrolmentCode: backOffice.enrolmentCode });
    if (enrolled.kind !== "done")
      return failed(
        `The back office does not take this kiosk's new keys (${enrolled.reason}). Put a new enrolment code into the configuration.`,
      );
  }
  return ok({ history: officeHistory(way), bringKeys: (dossierIds) => bringKeys(keys, way, dossierIds) });
}

async function bringKeys(
  keys: KioskKeys,
  way: Omit<Parameters<typeof fetchKeys>[0], "dossierIds" | "openFromOffice">,
  dossierIds: readonly string[],
): Promise<Result<number, string>> {
  const missing = dossierIds.filter((dossierId) => keys.dossierKey(dossierId) === undefined);
  if (missing.length === 0) return ok(0);
  const openFromOffice = await loadKioskBox(keys.signing);
  const fetched = await fetchKeys({ ...way, dossierIds: missing, openFromOffice });
  if (!fetched.ok) return fetched;
  keys.adoptDossierKeys(fetched.value);
  return ok(fetched.value.size);
}
