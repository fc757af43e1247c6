import { useMemo } from "react";

/** Formats wall time to the millisecond, `21:52:06,702`, in the office's time zone. */
export function useWireClock(timeZone: string): (atMs: number) => string {
  return useMemo(() => wireClockIn(timeZone), [timeZone]);
}

/** The same for an IANA time zone. */
export function wireClockIn(timeZone: string): (atMs: number) => string {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    fractionalSecondDigits: 3,
  });
  return (atMs) => format.format(atMs).replace(".", ",");
}
