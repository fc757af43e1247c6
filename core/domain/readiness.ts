/**
 * What a check of the machine came to. `unknown`: it could not be found out now; `notSupported`: the machine has no such
 * thing.
 */
export type ReadinessState = "ok" | "notOk" | "unknown" | "notSupported";

/** One line of the readiness report. */
export interface ReadinessLine {
  /** What was looked at, such as `board A`. */
  readonly subject: string;
  readonly state: ReadinessState;
  /** What was found; no personal data. */
  readonly fact: string;
  /** What to do about it; absent where nothing is to be done. */
  readonly advice?: string | undefined;
}

/** Whether a machine can be put in service. */
export interface ReadinessReport {
  readonly kioskNumber: number;
  readonly office: string;
  /** Wall time, milliseconds. */
  readonly atMs: number;
  /** True where nothing is `notOk`. */
  readonly isReady: boolean;
  readonly lines: readonly ReadinessLine[];
}

/** Puts lines together; order is kept. */
export function readinessReport(
  about: Pick<ReadinessReport, "kioskNumber" | "office" | "atMs">,
  lines: readonly ReadinessLine[],
): ReadinessReport {
  return { ...about, isReady: lines.every(({ state }) => state !== "notOk"), lines };
}
