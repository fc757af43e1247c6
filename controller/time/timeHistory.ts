import { machineOf, type Register } from "#core/register/register.ts";
import type { ReadableDb } from "#db/connection.ts";
import { selectLastEvent } from "#db/queries/event.ts";
import { selectNewestTrustedMs } from "#db/queries/timeHistory.ts";
import type { TimeHistory } from "./judgeClock.ts";

/** What a kiosk's log says of time. */
export function timeHistoryOf({ db, log }: { readonly db: ReadableDb; readonly log: { readonly register: Register } }) {
  const last = selectLastEvent(db);
  return {
    newest: last && { atMs: last.atMs, isTimeTrusted: last.isTimeTrusted },
    newestTrustedMs: selectNewestTrustedMs(db),
    ...machineOf(log.register).clock,
  } satisfies TimeHistory;
}
