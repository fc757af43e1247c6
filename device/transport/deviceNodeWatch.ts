import { stat } from "node:fs/promises";
import type { Clock } from "#core/interfaces/clock.ts";

const CHECK_EVERY_MS = 1_000;

/**
 * Watches the device node behind a path, and calls back once when it is gone or another device took its place. A serial
 * port that only reads does not notice that its device was unplugged; its node does.
 */
export function watchDeviceNode(path: string, clock: Clock, onLost: (reason: string) => void): () => void {
  let isStopped = false;
  let cancel = (): void => {};
  let first: string | undefined;
  const check = async (): Promise<void> => {
    const identity = await nodeIdentity(path);
    if (isStopped) return;
    if (identity === undefined) return onLost(`${path} is gone; the device was unplugged or switched off`);
    first ??= identity;
    if (identity !== first) return onLost(`${path} leads to another device than before`);
    cancel = clock.after(CHECK_EVERY_MS, () => void check());
  };
  void check();
  return () => {
    isStopped = true;
    cancel();
  };
}

async function nodeIdentity(path: string): Promise<string | undefined> {
  try {
    const { dev, ino, rdev } = await stat(path);
    return `${dev}:${ino}:${rdev}`;
  } catch {
    return undefined;
  }
}
