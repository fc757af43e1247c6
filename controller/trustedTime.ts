import type { Clock } from "#core/interfaces/clock.ts";

/** Before this a wall clock cannot be right: a dead battery says 1970. */
const EARLIEST_TRUSTED_MS = Date.UTC(2026, 0, 1);

/** True where the wall clock may be believed: deadlines and expiry count on trusted time only. */
export function isWallTimeTrusted(clock: Pick<Clock, "wallMs">): boolean {
  return clock.wallMs() >= EARLIEST_TRUSTED_MS;
}
