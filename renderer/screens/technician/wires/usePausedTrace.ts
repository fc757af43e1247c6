import { useState } from "react";
import type { TraceLine } from "#core/contract/technician.ts";
import { newerThan } from "./traceLines.ts";

/** A trace that can be held still on the page; the machine goes on all the same. */
export interface PausedTrace {
  readonly isPaused: boolean;
  readonly lines: readonly TraceLine[];
  /** Frames that came since the pause. */
  readonly more: number;
  /** Time of the newest line shown; undefined where there is none. */
  readonly untilMs: number | undefined;
  readonly toggle: () => void;
}

/** Holds the trace still from one press to the next. */
export function usePausedTrace(trace: readonly TraceLine[]): PausedTrace {
  const [held, setHeld] = useState<readonly TraceLine[] | undefined>(undefined);
  const lines = held ?? trace;
  return {
    isPaused: held !== undefined,
    lines,
    more: held === undefined ? 0 : newerThan(trace, held),
    untilMs: lines.at(-1)?.atMs,
    toggle: () => setHeld(held === undefined ? trace : undefined),
  };
}
