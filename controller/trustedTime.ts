import { existsSync } from "node:fs";
import type { Clock } from "#core/interfaces/clock.ts";
import type { ClockFacts } from "#core/readiness/machineLines.ts";

/** Before this a wall clock cannot be right: a dead battery says 1970. */
const EARLIEST_TRUSTED_MS = Date.UTC(2026, 0, 1);
/** Made by the system's time service once it has heard from a server. */
const SYNCHRONIZED_MARK = "/run/systemd/timesync/synchronized";

/** True where the wall clock may be believed: deadlines and expiry count on trusted time only. */
export function isWallTimeTrusted(clock: Pick<Clock, "wallMs">): boolean {
  return clock.wallMs() >= EARLIEST_TRUSTED_MS;
}

/** What the readiness report says of the wall clock. */
export function clockFacts(clock: Pick<Clock, "wallMs">): ClockFacts {
  return {
    nowMs: clock.wallMs(),
    isTrusted: isWallTimeTrusted(clock),
    isSetByNetwork: existsSync(SYNCHRONIZED_MARK),
  };
}
