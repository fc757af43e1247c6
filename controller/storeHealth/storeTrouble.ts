import type { ClosedReason } from "#core/contract/screen.ts";
import { DatabaseError } from "#db/connection.ts";
import { databaseError, troubleOf } from "#db/trouble.ts";
import { KeyError } from "../keys/keyError.ts";

/** Why the kiosk's log or keys cannot be used; the message is a sentence for the technician. */
export class StoreTrouble extends Error {
  override readonly name = "StoreTrouble";
  readonly reason: ClosedReason;

  constructor(reason: ClosedReason, message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
  }
}

/** The error as trouble of the store at `path`; undefined for any other error, such as a defect of the program. */
export function asStoreTrouble(error: unknown, path: string): StoreTrouble | undefined {
  if (error instanceof StoreTrouble) return error;
  if (error instanceof KeyError) return new StoreTrouble("keys", error.message, error);
  if (error instanceof DatabaseError) return new StoreTrouble(error.code, error.message, error);
  if (troubleOf(error) === undefined) return undefined;
  const { code, message } = databaseError(path, error);
  return new StoreTrouble(code, message, error);
}
