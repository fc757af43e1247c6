import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { DatabaseError } from "#db/connection.ts";
import { readLog } from "#db/eventLog/storedEvents.ts";
import { openForReading } from "#db/open.ts";
import { verifyLog } from "#db/verifyLog.ts";
import { type Answer, type Command, type CommandWorld, readFlags, WrongUse } from "./command.ts";
import { databaseOf } from "./kioskConfigOf.ts";

export const logCommand: Command = {
  name: "log",
  summary: "checks or copies a kiosk's log; changes nothing, the kiosk may run meanwhile",
  usage: `npm run -s kioskctl -- log verify [FILE]
npm run -s kioskctl -- log export [FILE] [--out FILE]
  FILE            the kiosk's database; by default that of the kiosk on this machine
  --config FILE   the database of this kiosk.json
  --out FILE      writes one event a line into this file instead of standard output
verify checks file, chain of events and projections. export gives the events as they are stored: personal fields stay
sealed.`,
  run: async (args, world): Promise<Answer> => {
    const { values, positionals } = readFlags(args, { config: { type: "string" }, out: { type: "string" } });
    const [action, file] = positionals;
    if ((action !== "verify" && action !== "export") || positionals.length > 2)
      throw new WrongUse("Say: log verify [FILE] or log export [FILE].");
    const path = file ?? databaseOf(values.config, world);
    try {
      return action === "verify" ? verify(path) : await exportLog(path, values.out, world);
    } catch (error) {
      if (error instanceof DatabaseError) throw new WrongUse(error.message);
      throw error;
    }
  },
};

function verify(path: string): Answer {
  const db = openForReading(path);
  try {
    const verdict = verifyLog(db);
    const problem = verdict.isSound ? undefined : verdict.faults.join("\n");
    const text = verdict.isSound ? `The log is sound: ${verdict.lastSeq} events.` : verdict.faults.join("\n");
    return { status: verdict.isSound ? 0 : 1, json: verdict, text, problem };
  } finally {
    db.close();
  }
}

async function exportLog(path: string, out: string | undefined, { isJson, show }: CommandWorld): Promise<Answer> {
  const db = openForReading(path);
  const file = out === undefined ? undefined : createWriteStream(out, { mode: 0o600 });
  const events: object[] = [];
  let count = 0;
  try {
    for (const event of readLog(db)) {
      if (file !== undefined) file.write(`${JSON.stringify(event)}\n`);
      else if (isJson) events.push(event);
      else show(JSON.stringify(event));
      count += 1;
      if (file?.writableNeedDrain) await once(file, "drain");
    }
    if (file !== undefined) {
      file.end();
      await once(file, "finish");
    }
  } finally {
    db.close();
  }
  const json = file === undefined ? { events } : { file: out, events: count };
  return { status: 0, json, text: file === undefined ? "" : `${count} events were written to ${out}.` };
}
