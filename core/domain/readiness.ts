import { z } from "zod";

/** The same words in both languages of the report: Vietnamese on paper, English in `kioskctl`. */
export const BothWords = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
export type BothWords = z.infer<typeof BothWords>;

/**
 * What a check of the machine came to. `unknown`: it could not be found out now; `notSupported`: the machine has no such
 * thing.
 */
export const ReadinessState = z.enum(["ok", "notOk", "unknown", "notSupported"]);
export type ReadinessState = z.infer<typeof ReadinessState>;

/** One line of the readiness report: what was looked at, what was found, and what to do about it. No personal data. */
export const ReadinessLine = z.strictObject({
  /** Such as `Bo khóa A`, `Lock board A`. */
  subject: BothWords,
  state: ReadinessState,
  fact: BothWords,
  /** Absent where nothing is to be done. */
  advice: BothWords.optional(),
});
export type ReadinessLine = z.infer<typeof ReadinessLine>;

/** Which machine the report is about, and when it was looked at. */
export interface ReadinessSubject {
  readonly kioskNumber: number;
  readonly officeName: string;
  readonly softwareVersion: string;
  /** IANA name of the zone in which the office lives. */
  readonly timeZone: string;
  /** Wall time, milliseconds. */
  readonly atMs: number;
}

/** Whether a machine can be put in service. */
export interface ReadinessReport extends ReadinessSubject {
  /** True where nothing is `notOk`. */
  readonly isReady: boolean;
  readonly lines: readonly ReadinessLine[];
}

/** Puts lines together; order is kept. */
export function readinessReport(about: ReadinessSubject, lines: readonly ReadinessLine[]): ReadinessReport {
  return { ...about, isReady: lines.every(({ state }) => state !== "notOk"), lines };
}

/** The states in the order in which somebody has to know of them. */
const URGENCY: readonly ReadinessState[] = ["notOk", "unknown", "ok", "notSupported"];

/** The lines of each state that there are, what needs somebody first; order within a state is kept. */
export function byUrgency(
  lines: readonly ReadinessLine[],
): readonly { readonly state: ReadinessState; readonly lines: readonly ReadinessLine[] }[] {
  return URGENCY.map((state) => ({ state, lines: lines.filter((line) => line.state === state) })).filter(
    (group) => group.lines.length > 0,
  );
}
