import { z } from "zod";

const Localized = z.object({ vi: z.string(), en: z.string(), zh: z.string() });

/** A day on which the counter does not work, as the calendar's rules carry it (core/domain/calendar.ts). */
export const RestDay = z.object({
  kind: z.enum(["weekly", "dayOff"]),
  date: z.iso.date(),
  name: Localized.optional(),
});
export type RestDay = z.infer<typeof RestDay>;

/** A run of rest days that is said in one breath: Saturdays alone, or a named holiday from its first to its last day. */
export interface RestRun {
  readonly name: RestDay["name"];
  readonly from: string;
  readonly to: string;
}

/** Puts days of the same holiday together; weekly rest days stay single. In order. */
export function restRuns(days: readonly RestDay[]): RestRun[] {
  const runs: RestRun[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last?.name !== undefined && day.name !== undefined && last.name.vi === day.name.vi) {
      runs[runs.length - 1] = { ...last, to: day.date };
    } else {
      runs.push({ name: day.name, from: day.date, to: day.date });
    }
  }
  return runs;
}
