import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { writeDurably } from "./durableFile.ts";
import { KeyError } from "./keyError.ts";

export interface MasterKeyOptions {
  /** False where a log exists already: then a missing key means a lost one, and a new one would hide that. */
  readonly mayCreate: boolean;
  readonly randomBytes: (count: number) => Uint8Array;
}

/**
 * The key that wraps every other key of the kiosk, 32 bytes, from `master.key` in the key folder. Throws a `KeyError`
 * where it is missing, damaged, or readable by others than the kiosk's own user.
 */
export function openMasterKey(folder: string, { mayCreate, randomBytes }: MasterKeyOptions): Uint8Array {
  const path = join(folder, "master.key");
  if (!existsSync(path)) {
    if (!mayCreate)
      throw new KeyError(
        `The kiosk's master key ${path} is missing, but its log is not empty. Put the key folder back from where it was moved; ` +
          "without it receipts and personal data of this log cannot be read. Nothing was changed.",
      );
    writeDurably(path, `${Buffer.from(randomBytes(32)).toString("base64")}\n`);
  }
  if ((statSync(path).mode & 0o077) !== 0)
    throw new KeyError(`The kiosk's master key ${path} can be read by others. Run: chmod 600 ${path}`);
  const key = Buffer.from(readFileSync(path, "utf8").trim(), "base64");
  if (key.length !== 32) throw new KeyError(`The kiosk's master key ${path} is damaged: it does not hold 32 bytes.`);
  return key;
}
