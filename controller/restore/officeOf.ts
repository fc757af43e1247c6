import type { Clock } from "#core/interfaces/clock.ts";
import { type OfficeHistory, officeHistory } from "#sync/history.ts";
import type { LoadedConfig } from "../config/loadConfig.ts";
import { openKeys } from "../keys/openKeys.ts";
import { createRandomPool } from "../keys/randomPool.ts";

/** One page with its answer, milliseconds. */
const PAGE_WITHIN_MS = 30_000;

/** The back office as this kiosk reads it; undefined where none is configured. Throws a `KeyError` without its keys. */
export function officeOf(
  { backOffice, keysDir, kioskNumber }: Pick<LoadedConfig["config"], "backOffice" | "keysDir" | "kioskNumber">,
  { clock, fetch }: { readonly clock: Clock; readonly fetch: typeof globalThis.fetch },
): OfficeHistory | undefined {
  if (backOffice === undefined) return undefined;
  const { signing } = openKeys(keysDir, { mayCreate: false, randomBytes: createRandomPool() });
  const signal = new AbortController().signal;
  const request = { fetch, clock, timeoutMs: PAGE_WITHIN_MS, signal };
  return officeHistory({ kioskNumber, key: signing, baseUrl: backOffice.url, request });
}
