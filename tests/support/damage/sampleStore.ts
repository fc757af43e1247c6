import { randomBytes } from "node:crypto";
import { closeSync, cpSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { type GuardedStore, openStore } from "#controller/store.ts";
import { StoreTrouble } from "#controller/storeHealth/storeTrouble.ts";
import { RegisterLayer } from "#core/register/register.ts";
import { EventScript, type Happening } from "../eventScript.ts";
import { testMoment } from "../openTestLog.ts";

const CYCLE: readonly Happening[] = ["deposit", "takeOver", "resultLoaded", "collection", "deposit", "wrongCode"];

/** What was durable in a store. */
export interface KnownStore {
  readonly folder: string;
  readonly lastSeq: number;
  /** Each record of the register by name. */
  readonly register: ReadonlyMap<string, unknown>;
}

export function storeAt(folder: string): Promise<GuardedStore> {
  const place = {
    dataDir: folder,
    keysDir: join(folder, "keys"),
    keys: { masterKey: "file" as const },
    diskReserveBytes: 0,
  };
  return openStore(place, randomBytes);
}

/** Makes a store in which a few dozen people were served. `isKilled`: its program was killed, so that the write-ahead file is full. */
export async function makeStore(
  folder: string,
  { turns = 40, isKilled = false }: { readonly turns?: number; readonly isKilled?: boolean } = {},
): Promise<KnownStore> {
  const store = await storeAt(folder);
  const script = new EventScript();
  store.log.append({ ...testMoment, drafts: script.commission() });
  for (let turn = 0; turn < turns; turn += 1) {
    const happening = CYCLE[turn % CYCLE.length];
    if (happening !== undefined) store.log.append({ ...testMoment, drafts: script.next(happening) });
  }
  const known = { lastSeq: store.log.lastSeq, register: recordsOf(store) };
  const copy = join(folder, "killed");
  if (isKilled) copyStore(folder, copy);
  store.close();
  return { ...known, folder: isKilled ? copy : folder };
}

/** Copies database, write-ahead file and keys; the shared index is made anew at opening, as after a crash. */
export function copyStore(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of ["kiosk.db", "kiosk.db-wal", "kiosk.db.newest", "keys"])
    if (statSync(join(from, name), { throwIfNoEntry: false }))
      cpSync(join(from, name), join(to, name), { recursive: true });
}

/** Turns the bits of `bytes` bytes at this offset round. */
export function flipAt(path: string, offset: number, bytes = 1): void {
  const before = readFileSync(path).subarray(offset, offset + bytes);
  const file = openSync(path, "r+");
  writeSync(
    file,
    before.map((byte) => byte ^ 0xff),
    0,
    before.length,
    offset,
  );
  closeSync(file);
}

/** The store as it opens, or why it does not; any other error is a failure of the test. */
export async function tryStore(folder: string): Promise<GuardedStore | StoreTrouble> {
  try {
    return await storeAt(folder);
  } catch (error) {
    if (error instanceof StoreTrouble) return error;
    throw error;
  }
}

export function recordsOf({ log }: Pick<GuardedStore, "log">): ReadonlyMap<string, unknown> {
  const register = new RegisterLayer();
  for (const entity of ["compartment", "dossier", "case", "printJob", "machine", "staff"] as const)
    for (const record of log.register.all(entity)) register.set(entity, record);
  return new Map(
    register.changes().map(({ entity, key, record }) => [`${entity} ${key}`, JSON.parse(JSON.stringify(record))]),
  );
}
