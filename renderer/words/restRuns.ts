import type { RestDay } from "#core/domain/calendar.ts";
import type { LocalizedText } from "#core/domain/localizedText.ts";

/** A run of rest days that is said in one breath: Saturdays alone, or a named holiday from its first to its last day. */
export interface RestRun {
  readonly name: LocalizedText | undefined;
  readonly from: string;
  readonly to: string;
}

/** Puts days of the same holiday together; weekly rest days stay single. In order. */
export function restRuns(days: readonly RestDay[]): RestRun[] {
  const runs: RestRun[] = [];
  for (const day of days) {
    const name = day.kind === "dayOff" ? day.name : undefined;
    const last = runs.at(-1);
    if (last?.name !== undefined && name !== undefined && last.name.vi === name.vi) {
      runs[runs.length - 1] = { ...last, to: day.date };
    } else {
      runs.push({ name, from: day.date, to: day.date });
    }
  }
  return runs;
}
