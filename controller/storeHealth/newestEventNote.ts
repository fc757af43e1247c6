import { closeSync, constants, openSync, readFileSync, writeSync } from "node:fs";
import { z } from "zod";
import { parseJson } from "#core/base/parseJson.ts";
import { Id } from "#core/domain/ids.ts";

const Note = z.strictObject({
  logId: Id,
  seq: z.number().int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
/** An event that was durable. */
export type NewestEvent = z.infer<typeof Note>;

/** Every note has this length, so that a new one covers the whole of the old one. */
const NOTE_BYTES = 192;

/**
 * Keeps beside the database which event was its newest: a database that has lost its end cannot know that itself, and
 * would take a compartment for empty whose deposit it has forgotten. Written after each commit and not synced: after a power
 * cut it may name an older event, never one that was not durable.
 */
export class NewestEventNote {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** Undefined where there is none, or none that can be read: then nothing is known. */
  read(): NewestEvent | undefined {
    try {
      const note = Note.safeParse(parseJson(readFileSync(this.#path, "utf8")));
      return note.success ? note.data : undefined;
    } catch {
      return undefined;
    }
  }

  /** Never throws: without the note nothing is lost. */
  write(newest: NewestEvent): void {
    try {
      const file = openSync(this.#path, constants.O_WRONLY | constants.O_CREAT, 0o600);
      try {
        const note = Buffer.from(JSON.stringify(newest).padEnd(NOTE_BYTES), "utf8");
        writeSync(file, note, 0, note.length, 0);
      } finally {
        closeSync(file);
      }
    } catch {
      // The disk takes nothing; the next commit says so where it matters.
    }
  }
}
