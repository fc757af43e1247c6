import type { Finding } from "./source.ts";

const DRAWERS = /(^|[/.])(utils?|helpers?|services?)(\.|\/|$)/i;

/** Files and folders named after no concept. */
export function nameFindings(path: string): Finding[] {
  return DRAWERS.test(path) ? [`${path}: is named after no concept`] : [];
}
