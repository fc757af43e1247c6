import { setTimeout as pause } from "node:timers/promises";

export interface UntilOptions {
  /** What is waited for, in words, for the message of a failed test. */
  readonly what: string;
  /** Longest wait, milliseconds. Default 30,000. */
  readonly timeoutMs?: number;
  /** Between two looks, milliseconds. Default 25. */
  readonly everyMs?: number;
}

/**
 * Looks again and again until `look` finds something, for conditions in other processes that nobody announces. The pause
 * between two looks decides nothing: only what was found does.
 */
export async function until<Found>(
  look: () => Promise<Found | undefined | false> | Found | undefined | false,
  { what, timeoutMs = 30_000, everyMs = 25 }: UntilOptions,
): Promise<Found> {
  const giveUpAtMs = performance.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > giveUpAtMs) throw new Error(`Waited ${timeoutMs} ms in vain: ${what}.`);
    await pause(everyMs);
  }
}
