import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { parseJson } from "#core/base/parseJson.ts";
import { renameDurably, syncFolderOf, writeWhole } from "./durable.ts";

/** What belongs to a database besides its own file; the write-ahead file of one must never stand beside another. */
const COMPANIONS = ["-wal", "-shm"] as const;

/** Says that the file that lies ready is to take the place of the present one. */
const Order = z.strictObject({ asidePath: z.string().min(1) });

/** Where a database is made ready that is to take this one's place. */
export function readyPath(path: string): string {
  return `${path}.new`;
}

/** Removes what an earlier attempt left half made. */
export function clearReady(path: string): void {
  for (const suffix of ["", ...COMPANIONS, "-journal"]) rmSync(`${readyPath(path)}${suffix}`, { force: true });
}

/**
 * Puts the database that lies ready in this one's place and keeps this one under the other name. The caller holds the
 * database; the ready file is whole and durable. Interrupted at any moment, the present file is untouched before the
 * order is written, and from then on `finishReplacing` carries it out to the end.
 */
export function replaceDatabase(path: string, asidePath: string): void {
  writeWhole(orderPath(path), JSON.stringify({ asidePath } satisfies z.infer<typeof Order>));
  finishReplacing(path);
}

/**
 * Finishes a replacement that was interrupted; each step may have been done already. The caller holds the database.
 * Gives the name under which the old one is kept, or undefined where nothing was under way.
 */
export function finishReplacing(path: string): string | undefined {
  if (!existsSync(orderPath(path))) return undefined;
  const order = Order.parse(parseJson(readFileSync(orderPath(path), "utf8")));
  if (existsSync(readyPath(path))) {
    for (const suffix of [...COMPANIONS, ""])
      if (existsSync(`${path}${suffix}`)) renameDurably(`${path}${suffix}`, `${order.asidePath}${suffix}`);
    renameDurably(readyPath(path), path);
  }
  rmSync(orderPath(path));
  syncFolderOf(path);
  return order.asidePath;
}

/** A name for what is kept aside, with the moment in it: `kiosk.db` becomes `kiosk-20261122-091500-replaced.db`. */
export function asidePathOf(folder: string, atMs: number): string {
  const stamp = new Date(atMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, "").replace("T", "-");
  for (let attempt = 1; ; attempt += 1) {
    const path = join(folder, `kiosk-${stamp}${attempt === 1 ? "" : `-${attempt}`}-replaced.db`);
    if (!existsSync(path)) return path;
  }
}

function orderPath(path: string): string {
  return `${path}.replacing`;
}
