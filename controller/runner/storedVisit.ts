import type { Visit } from "#flow/state.ts";
import type { RunnerParts } from "./parts.ts";

/** After a restart a visit older than this is not shown again: it is somebody else's screen by then. */
const STALE_VISIT_MS = 10 * 60_000;

/** What the unfinished visit's row says. */
export interface StoredVisit {
  readonly visit: Visit;
  readonly savedAtMs: number;
}

/** The unfinished visit as its row holds it. */
export function textOfVisit(visit: Visit, savedAtMs: number): string {
  return JSON.stringify({ visit, savedAtMs } satisfies StoredVisit);
}

/** The visit that was under way when the program ended; undefined where there was none. A warning is not taken up. */
export function readStoredVisit({ log }: Pick<RunnerParts, "log">): StoredVisit | undefined {
  const text = log.readVisit();
  if (text === undefined) return undefined;
  // Written by the runner of this same program and authenticated by its encryption; no other writer exists.
  const { visit, savedAtMs } = JSON.parse(text) as StoredVisit;
  return { visit: { ...visit, endsAtMs: undefined }, savedAtMs };
}

/** True for a visit of which nobody can be waiting any more; where time is not trusted its patience ends it instead. */
export function isStale(stored: StoredVisit, { clock, isWallTimeTrusted }: RunnerParts): boolean {
  return isWallTimeTrusted() && clock.wallMs() - stored.savedAtMs > STALE_VISIT_MS;
}
