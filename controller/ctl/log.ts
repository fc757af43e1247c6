import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { DatabaseError } from "#db/connection.ts";
import { readLog } from "#db/eventLog/storedEvents.ts";
import { openForReading } from "#db/open.ts";
import { verifyLog } from "#db/verifyLog.ts";
import { type Answer, type Command, type CommandWorld, readFlags, WrongUse } from "./command.ts";
import { databaseOf } from "./kioskConfigOf.ts";
import { repair } from "./repair.ts";

export const logCommand: Command = {
  name: "log",
  summary: "checks, copies or repairs a kiosk's log",
  usage: `npm run -s kioskctl -- log verify [FILE]
npm run -s kioskctl -- log export [FILE] [--out FILE]
npm run -s kioskctl -- log repair [FILE] [--without-back-office] [--accept-loss]
  FILE            the kiosk's database; by default that of the kiosk on this machine
  --config FILE   the database of this kiosk.json
  --out FILE      writes one event a line into this file instead of standard output
verify checks file, chain of every log, what binds them, references and projections; export gives the events as they are
stored, personal fields sealed. Both change nothing, the kiosk may run meanwhile. repair needs it stopped: it puts a whole
database together from the damaged one, the backups and the back office, and keeps the damaged one under another name.
  --without-back-office   does not ask the back office
  --accept-loss           gives up events that can be read but lie beyond one that nobody has any more`,
  run: async (args, world): Promise<Answer> => {
    const { values, positionals } = readFlags(args, {
      config: { type: "string" },
      out: { type: "string" },
      "without-back-office": { type: "boolean" },
      "accept-loss": { type: "boolean" },
    });
    const [action, file] = positionals;
    if ((action !== "verify" && action !== "export" && action !== "repair") || positionals.length > 2)
      throw new WrongUse("Say: log verify [FILE], log export [FILE] or log repair [FILE].");
    if (action === "repair") {
      const isWithoutOffice = values["without-back-office"] === true;
      const mayAcceptLoss = values["accept-loss"] === true;
      return repair({ file, configPath: values.config, mayAcceptLoss, isWithoutOffice }, world);
    }
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
    const { firstBadSeq, firstBadLogId, faults } = verdict;
    const where = firstBadSeq === undefined ? [] : [`First bad event: ${firstBadSeq} of log ${firstBadLogId}.`];
    const problem = verdict.isSound ? undefined : [...faults, ...where].join("\n");
    const text = problem ?? `The log is sound: ${verdict.lastSeq} events.`;
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
