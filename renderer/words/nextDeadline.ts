import { dateOnlyMs } from "../language/useDates.ts";

/**
 * The next of the days of the year by which something has to be handed in, as noon UTC of that day, milliseconds
 * (format it with time zone UTC); the day itself still counts. Undefined where there is none.
 */
export function nextDeadlineMs(
  deadlines: readonly { readonly month: number; readonly day: number }[],
  nowMs: number,
  { timeZone }: { readonly timeZone: string },
): number | undefined {
  // en-CA writes dates as YYYY-MM-DD, so days compare as text.
  const today = new Intl.DateTimeFormat("en-CA", { timeZone }).format(nowMs);
  const year = Number(today.slice(0, 4));
  const days = [year, year + 1].flatMap((one) =>
    deadlines.map(({ month, day }) => `${one}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`),
  );
  const [next] = days.filter((day) => day >= today).sort();
  return next === undefined ? undefined : dateOnlyMs(next);
}
