import Database from "better-sqlite3";
import { DatabaseError } from "./connection.ts";
import { syncFile, syncFolderOf } from "./durable.ts";
import { openForReading } from "./open.ts";
import { type LogVerdict, verifyLog } from "./verifyLog.ts";

/** Far more pages than a log has: the copy is made in one step, of one moment. */
const ALL_PAGES = 2 ** 30;

/**
 * Copies a database to a new file with SQLite's online backup, also while the kiosk writes to it, takes the unfinished
 * visit out of the copy, and checks the whole copy. The copy is one durable file; whoever calls this gives it its name
 * when the verdict is good. Takes seconds: for a thread of its own. Rejects where the disk refuses.
 */
export async function copyAndVerify(fromPath: string, toPath: string): Promise<LogVerdict> {
  const source = openForReading(fromPath);
  try {
    // One that was read into memory is of an earlier program, which made it the same way.
    await source.backup(toPath, { progress: () => ALL_PAGES });
  } finally {
    source.close();
  }
  forgetVisit(toPath);
  const copy = openForReading(toPath);
  try {
    return verifyLog(copy);
  } finally {
    copy.close();
  }
}

/** The row is deleted, and so are its bytes: rewriting the file leaves no page of before behind. */
function forgetVisit(path: string): void {
  const copy = new Database(path, { timeout: 5_000 });
  try {
    copy.pragma("journal_mode = DELETE");
    copy.pragma("synchronous = FULL");
    copy.pragma("secure_delete = ON");
    copy.exec("DELETE FROM unfinished_visit; VACUUM;");
  } catch (error) {
    throw new DatabaseError("notUsable", `The copy ${path} could not be written.`, error);
  } finally {
    copy.close();
  }
  syncFile(path);
  syncFolderOf(path);
}
