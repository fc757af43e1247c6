import { useEffect, useRef, useState } from "react";
import type { Snapshot } from "#core/contract/channel.ts";

/**
 * Wall time of the controller, milliseconds: the page counts on from the last snapshot with its own monotonic clock,
 * once a second.
 */
export function useNowMs(snapshot: Snapshot): number {
  const taken = useRef({ revision: -1, atMs: 0 });
  const [, setTick] = useState(0);
  if (taken.current.revision !== snapshot.revision) {
    taken.current = { revision: snapshot.revision, atMs: performance.now() };
  }
  useEffect(() => {
    const timer = setInterval(() => setTick((tick) => tick + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return snapshot.nowMs + (performance.now() - taken.current.atMs);
}
