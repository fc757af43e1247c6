import { dirname, relative } from "node:path";
import { type ContentChange, changeName, contentAfter, type DiskImage } from "./diskImage.ts";
import type { DiskFile, DiskModel } from "./diskModel.ts";

/**
 * What a power cut leaves of what was not synced: nothing; everything; everything but the newest write of each file,
 * which is torn; the names but not the content, or the content but not the names; or any part of it.
 */
export type CutPolicy = "nothing" | "everything" | "newestTorn" | "namesOnly" | "contentOnly" | "anyPart";

/** Disks do not write less than this at once. */
const SECTOR_BYTES = 512;

/** `random`: 0..1, decides what of the unsynced is kept. */
export function cutPower(model: DiskModel, policy: CutPolicy, random: () => number): DiskImage {
  const names = new Map(model.durableNames);
  const folders = new Set(model.durableFolders);
  for (const changes of model.pendingNames.values())
    for (const change of changes.slice(0, keptNames(policy, changes.length, random)))
      changeName(names, folders, change);
  const share = [0.1, 0.5, 0.9][Math.floor(random() * 3)] ?? 0.5;
  const files = new Map<string, Buffer>();
  for (const [path, file] of names)
    if (isReachable(path, model.root, folders))
      files.set(relative(model.root, path), keptContent(file, policy, { random, share }));
  const reachable = [...folders].filter((path) => path !== model.root && isReachable(path, model.root, folders));
  return { files, folders: reachable.map((path) => relative(model.root, path)).sort() };
}

function keptNames(policy: CutPolicy, count: number, random: () => number): number {
  if (policy === "nothing" || policy === "contentOnly") return 0;
  return policy === "anyPart" ? Math.floor(random() * (count + 1)) : count;
}

/** False below a folder whose own name was lost. */
function isReachable(path: string, root: string, folders: ReadonlySet<string>): boolean {
  for (let folder = dirname(path); folder !== root; folder = dirname(folder)) if (!folders.has(folder)) return false;
  return true;
}

interface Kept {
  readonly random: () => number;
  /** Of the writes, 0..1. */
  readonly share: number;
}

function keptContent(file: DiskFile, policy: CutPolicy, { random, share }: Kept): Buffer {
  const { durable, pending } = file;
  if (pending.length === 0 || policy === "nothing" || policy === "namesOnly") return durable;
  if (policy === "everything" || policy === "contentOnly") return contentAfter(durable, pending);
  if (policy === "newestTorn")
    return contentAfter(
      durable,
      pending.flatMap((change, index) => (index === pending.length - 1 ? tear(change, random) : [change])),
    );
  return contentAfter(
    durable,
    pending.flatMap((change) => {
      if (random() >= share) return [];
      return random() < 0.2 ? tear(change, random) : [change];
    }),
  );
}

/** Some sectors of a write arrive, some do not, and some hold what the disk made of them. */
function tear(change: ContentChange, random: () => number): ContentChange[] {
  if (change.kind === "truncated") return random() < 0.5 ? [change] : [];
  const { offset, data } = change;
  const pieces: ContentChange[] = [];
  for (let at = 0; at < data.length; ) {
    const end = Math.min(data.length, at + SECTOR_BYTES - ((offset + at) % SECTOR_BYTES));
    const luck = random();
    const piece = Uint8Array.from(data.subarray(at, end));
    if (luck < 0.2) for (let byte = 0; byte < piece.length; byte += 1) piece[byte] = Math.floor(random() * 256);
    if (luck < 0.6) pieces.push({ kind: "written", offset: offset + at, data: piece });
    at = end;
  }
  return pieces;
}
