import { rmSync, statfsSync, statSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { troubleOf } from "#db/trouble.ts";

export interface DiskReserveOptions {
  readonly path: string;
  /** Real blocks of the disk; 0 keeps none. */
  readonly bytes: number;
  readonly randomBytes: (count: number) => Uint8Array;
}

/** `noRoom`: the disk is full, or nearly; `failed`: the disk does not say, or takes nothing for another reason. */
export type ReserveState = "there" | "noRoom" | "failed";

/** Room that has to be left beside the reserve before it is made: else it would be needed again at once, bytes. */
const MARGIN_BYTES = 4_194_304;
/** A file system may compress, within stretches shorter than this. */
const CHUNK_BYTES = 262_144;
/** Random bytes are given out in portions of this size. */
const PORTION_BYTES = 4_096;

/**
 * A file that takes up room on the log's disk while there is some, and gives it back when the disk is full: with it the
 * kiosk goes on giving results out and letting staff work.
 */
export class DiskReserve {
  readonly #options: DiskReserveOptions;
  #isBeingMade = false;

  constructor(options: DiskReserveOptions) {
    this.#options = options;
  }

  /** True where the reserve lies on the disk. */
  get isThere(): boolean {
    const { path, bytes } = this.#options;
    return bytes === 0 || (statSync(path, { throwIfNoEntry: false })?.size ?? 0) >= bytes;
  }

  /** Gives the room back; false where there is none to give, or none can be given. */
  release(): boolean {
    const { path, bytes } = this.#options;
    if (bytes === 0 || statSync(path, { throwIfNoEntry: false }) === undefined) return false;
    try {
      rmSync(path);
      return true;
    } catch {
      // The file system takes no change at all: the commit that asked for room says so.
      return false;
    }
  }

  /** Lays the reserve where there is room for it and something beside it. Rejects for a defect only. */
  async make(): Promise<ReserveState> {
    if (this.#isBeingMade) return "failed";
    this.#isBeingMade = true;
    try {
      if (this.isThere) return "there";
      if (!this.#hasRoom()) return "noRoom";
      await this.#lay();
      return "there";
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble === undefined) throw error;
      return trouble === "diskFull" ? "noRoom" : "failed";
    } finally {
      this.#isBeingMade = false;
    }
  }

  #hasRoom(): boolean {
    const { path, bytes } = this.#options;
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize >= bytes + MARGIN_BYTES;
  }

  async #lay(): Promise<void> {
    const { path, bytes, randomBytes } = this.#options;
    const begun = `${path}.new`;
    const file = await open(begun, "w", 0o600);
    try {
      // Not zeros: a file system may keep those without taking room for them.
      const portions = Array.from({ length: CHUNK_BYTES / PORTION_BYTES }, () => randomBytes(PORTION_BYTES));
      const chunk = Buffer.concat(portions);
      for (let at = 0; at < bytes; at += CHUNK_BYTES) await file.write(chunk, 0, Math.min(CHUNK_BYTES, bytes - at));
      await file.datasync();
    } catch (error) {
      await file.close();
      await rm(begun, { force: true });
      throw error;
    }
    await file.close();
    await rename(begun, path);
  }
}
