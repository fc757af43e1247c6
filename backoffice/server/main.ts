import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import pino from "pino";
import { z } from "zod";
import { StaffId } from "#core/domain/ids.ts";
import type { OfficeStore } from "../store/officeStore.ts";
import { openSqliteOfficeStore } from "../store/sqlite/sqliteOfficeStore.ts";
import { buildApp } from "./app.ts";
import { loadCatalogue } from "./catalogueFile.ts";
import { DESK, prepareDesk } from "./desk.ts";
import { loadOfficeKey } from "./officeKeyFile.ts";
import { hashPassword } from "./password.ts";

const USAGE = `Back office of the dossier kiosks.
  --data DIR         where the register and the office key lie (made when missing)
  --port N           port on 127.0.0.1; 0 chooses a free one (default 4300)
  --behind-tls       a TLS proxy stands before this server: cookies are marked Secure
  --catalogue FILE   procedures and papers (default config/catalogue/procedures.json)
  --desk             sample account and enrolment code, /desk/messages; never on a real machine
  --add-staff ID --login NAME --name "Full name" [--lead]
                     adds an account or gives it a new password, read from standard input; then ends
`;

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");

const Flags = z.strictObject({
  data: z.string().min(1),
  port: z.coerce.number().int().min(0).max(65535).default(4300),
  "behind-tls": z.boolean().default(false),
  catalogue: z.string().min(1).default(join(ROOT, "config/catalogue/procedures.json")),
  desk: z.boolean().default(false),
  "add-staff": StaffId.optional(),
  login: z.string().min(1).max(60).optional(),
  name: z.string().min(1).max(120).optional(),
  lead: z.boolean().default(false),
  help: z.boolean().default(false),
});
type Flags = z.infer<typeof Flags>;

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const flags = readFlags();
  mkdirSync(flags.data, { recursive: true, mode: 0o700 });
  const store = openSqliteOfficeStore(join(flags.data, "office.sqlite"));
  if (flags["add-staff"] !== undefined) await addStaff(store, flags["add-staff"], flags);
  else await serve(store, flags);
}

function readFlags(): Flags {
  const text = { type: "string" } as const;
  const yes = { type: "boolean" } as const;
  const { values } = parseArgs({
    options: {
      data: text,
      port: text,
      catalogue: text,
      "behind-tls": yes,
      desk: yes,
      "add-staff": text,
      login: text,
      name: text,
      lead: yes,
      help: yes,
    },
  });
  const parsed = Flags.safeParse(values);
  if (values.help === true || !parsed.success)
    throw new Error(`${parsed.success ? "" : `${z.prettifyError(parsed.error)}\n`}${USAGE}`);
  return parsed.data;
}

async function serve(store: OfficeStore, flags: Flags): Promise<void> {
  const logger = pino({ name: "backoffice" }, pino.destination(2));
  const officeKey = await loadOfficeKey(flags.data);
  const nowMs = () => Date.now();
  if (flags.desk) await prepareDesk({ store, nowMs });
  const webDir = join(ROOT, "dist/backoffice");
  const catalogue = loadCatalogue(flags.catalogue);
  const app = await buildApp({
    store,
    officeKey,
    nowMs,
    catalogue,
    isDesk: flags.desk,
    isBehindTls: flags["behind-tls"],
    webDir,
    logger,
  });
  const address = await app.listen({ port: flags.port, host: "127.0.0.1" });
  process.stdout.write(`ready ${address}/\n`);
  if (flags.desk) process.stdout.write(`desk account: ${DESK.login} / ${DESK.password}\n`);
  else if ((await store.staffCount()) === 0) process.stdout.write("No staff account yet: add one with --add-staff.\n");
  const stop = async () => {
    await app.close();
    await store.close();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

async function addStaff(store: OfficeStore, staffId: string, flags: Flags): Promise<void> {
  const lines = createInterface({ input: process.stdin });
  const password = (await lines[Symbol.asyncIterator]().next()).value?.trim() ?? "";
  lines.close();
  if (password.length < 10) throw new Error("The password needs at least 10 characters. No account was changed.");
  const login = (flags.login ?? staffId).toLowerCase();
  const role = flags.lead ? "lead" : "clerk";
  await store.putStaff({
    staffId,
    login,
    name: flags.name ?? staffId,
    role,
    passwordHash: await hashPassword(password),
  });
  await store.close();
  process.stdout.write(`Account ${login} (${role}) is ready.\n`);
}
