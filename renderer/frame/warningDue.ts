import type { ScreenName } from "#core/contract/screen.ts";

/** A technician reads the time that is left in the head of the screen, and is asked only when this much is left. */
export const TECHNICIAN_ASKED_MS = 60_000;

/**
 * True where the person is asked whether more time is needed. Elsewhere the controller says when a step ends only once
 * that should be asked; in technician mode it may say so all along.
 */
export function isWarningDue(screen: ScreenName, leftMs: number): boolean {
  return screen !== "technician" || leftMs <= TECHNICIAN_ASKED_MS;
}
