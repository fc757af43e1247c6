/** How many messages a page may send: `burst` at once, then `perSecond`. People and the camera stay far below. */
export interface MessageRate {
  /** Counts one message; false when it is one too many. `nowMs` is monotonic. */
  take(nowMs: number): boolean;
}

export function createMessageRate({ burst = 60, perSecond = 20 } = {}): MessageRate {
  let left = burst;
  let lastMs: number | undefined;
  return {
    take: (nowMs) => {
      left = Math.min(burst, left + ((nowMs - (lastMs ?? nowMs)) / 1_000) * perSecond);
      lastMs = nowMs;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
