import { useEffect, useRef } from "react";
import type { PageProps } from "../screenProps.ts";

/** Least time between two signs of life, milliseconds. */
const EVERY_MS = 10_000;

/** Touches that ask the machine for nothing, such as choosing a door to look at, keep the mode from ending all the same. */
export function useKeepAlive(send: PageProps["send"]): void {
  const sentAtMs = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const onPress = () => {
      const nowMs = performance.now();
      if (nowMs - sentAtMs.current < EVERY_MS) return;
      sentAtMs.current = nowMs;
      send({ kind: "keepAlive" });
    };
    window.addEventListener("pointerup", onPress);
    return () => window.removeEventListener("pointerup", onPress);
  }, [send]);
}
