import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Clock } from "#core/interfaces/clock.ts";
import type { ClockFacts } from "#core/readiness/machineLines.ts";
import { readTables } from "#db/eventLog/projections.ts";
import { openForReading } from "#db/open.ts";
import type { TimeHistory } from "./judgeClock.ts";
import { timeHistoryOf } from "./timeHistory.ts";
import { createTimekeeper, systemTimeMark } from "./timekeeper.ts";

/** What the clock is worth, judged once, for a kiosk whose controller does not run. */
export function clockFactsOf({ dataDir }: { readonly dataDir: string }, clock: Clock): ClockFacts {
  const history = historyIn(join(dataDir, "kiosk.db"));
  return createTimekeeper({ clock, history, timeMark: systemTimeMark }).facts();
}

/** A log that cannot be read says nothing of time; that it cannot be read has a line of its own. */
function historyIn(path: string): TimeHistory {
  if (!existsSync(path)) return {};
  try {
    const db = openForReading(path);
    try {
      return timeHistoryOf({ db, log: { register: readTables(db) } });
    } finally {
      db.close();
    }
  } catch {
    return {};
  }
}
