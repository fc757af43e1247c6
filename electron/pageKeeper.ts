import { type GrowingPause, growingPauseMs } from "#core/base/growingPause.ts";

/** Pause before the page is loaded again. */
const RELOAD_PAUSE: GrowingPause = { firstMs: 250, mostMs: 30_000 };
/** A page that stayed up this long was well: the next failure counts as the first. */
const WELL_AFTER_MS = 60_000;

/** What the keeper needs from its surroundings. */
export type PageKeeperParts = {
  /** Loads an address; failures come back through `onFailed`. */
  load(url: string): void;
  /** Milliseconds on a clock that never goes back. */
  nowMs(): number;
  /** Calls back once after the pause. */
  after(pauseMs: number, run: () => void): void;
};

/** Keeps a page loaded. */
export type PageKeeper = {
  /** The page failed to load, crashed, or froze: it is loaded again after a pause. Calls during the pause count once. */
  onFailed(): void;
  /** The page has loaded. */
  onLoaded(): void;
};

/**
 * Loads the page, and loads it again after every failure, with pauses that grow from 0.25 s to 30 s. Until the first
 * load succeeds it uses `firstUrl` (its launch code is still unused), afterwards `againUrl`.
 */
export function keepPage(urls: { firstUrl: string; againUrl: string }, parts: PageKeeperParts): PageKeeper {
  let failures = 0;
  let hasLoaded = false;
  let isWaiting = false;
  let loadedAtMs = Number.POSITIVE_INFINITY;
  parts.load(urls.firstUrl);
  return {
    onLoaded: () => {
      hasLoaded = true;
      loadedAtMs = parts.nowMs();
    },
    onFailed: () => {
      if (isWaiting) return;
      isWaiting = true;
      failures = parts.nowMs() - loadedAtMs >= WELL_AFTER_MS ? 1 : failures + 1;
      loadedAtMs = Number.POSITIVE_INFINITY;
      parts.after(growingPauseMs(failures, RELOAD_PAUSE), () => {
        isWaiting = false;
        parts.load(hasLoaded ? urls.againUrl : urls.firstUrl);
      });
    },
  };
}
