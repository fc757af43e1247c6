import { randomBytes } from "node:crypto";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { openForReading } from "#db/open.ts";
import { verifyLog } from "#db/verifyLog.ts";
import { makeStaffEntry, StaffEntry } from "./credentials/staff.ts";

const USAGE = `Usage:
  node controller/kioskctl.ts verify FILE
      Checks a kiosk's database: file, chain of events, projections. Changes nothing; the kiosk may run meanwhile.
  node controller/kioskctl.ts staff --id ID --name NAME --role clerk|technician
      Reads a PIN of 4 to 8 digits from standard input; prints the entry for the staff file and the text for the
      code on the card. The card text exists nowhere else: print the card, then clear the screen.`;

/** Exit status: the log has a fault. */
const FAULT_FOUND = 1;
/** Exit status: wrong command line. */
const WRONG_USE = 2;

try {
  await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = WRONG_USE;
}

async function run([command, ...rest]: readonly string[]): Promise<void> {
  if (command === "verify" && rest[0] !== undefined) return verify(rest[0]);
  if (command === "staff") return makeStaff(rest);
  throw new Error(USAGE);
}

function verify(path: string): void {
  const db = openForReading(path);
  const verdict = verifyLog(db);
  db.close();
  print(verdict);
  if (!verdict.isSound) process.exitCode = FAULT_FOUND;
}

async function makeStaff(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { id: { type: "string" }, name: { type: "string" }, role: { type: "string" } },
  });
  const person = StaffEntry.pick({ staffId: true, name: true, role: true }).safeParse({
    staffId: values.id,
    name: values.name,
    role: values.role,
  });
  const pin = (await text(process.stdin)).trim();
  if (!person.success || !/^\d{4,8}$/.test(pin)) throw new Error(USAGE);
  print(await makeStaffEntry({ ...person.data, pin }, randomBytes));
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
