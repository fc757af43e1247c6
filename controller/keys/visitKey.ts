import { seal, unseal } from "#core/domain/seal.ts";
import { type KeyFolder, replaceFile } from "./keyFolder.ts";

const FILE = "visit.key";
const CONTEXT = "dossier-kiosk/key/1/visit";

/** The key of the one unfinished visit; it ends with the visit, and with it every remnant of the visit's row. */
export interface VisitKeyFile {
  /** Undefined where no visit has a key. */
  current(): Uint8Array | undefined;
  /** Makes a key for a visit that begins, in place of any other: on the disk when it returns. */
  begin(): Uint8Array;
  /** Forgets the key and removes its file: gone from the disk when it returns. No harm where there is none. */
  end(): void;
}

/** A file that this kiosk's ring does not open is no key: the visit that it was for cannot be read any more. */
export function openVisitKey(
  folder: KeyFolder,
  options: { readonly wrap: Uint8Array; readonly randomBytes: (count: number) => Uint8Array },
): VisitKeyFile {
  const { wrap, randomBytes } = options;
  const file = folder.read(FILE);
  const found = file && unseal(Buffer.from(file).toString("latin1").trim(), wrap, CONTEXT);
  let key = found?.ok === true ? Buffer.from(found.value, "base64") : undefined;
  let isOnDisk = file !== undefined;
  return {
    current: () => key,
    begin: () => {
      const made = Buffer.from(randomBytes(32));
      const text = seal(made.toString("base64"), wrap, { nonce: randomBytes(12), context: CONTEXT });
      isOnDisk = true;
      replaceFile(folder, FILE, Buffer.from(`${text}\n`, "latin1"));
      key = made;
      return made;
    },
    end: () => {
      key?.fill(0);
      key = undefined;
      if (!isOnDisk) return;
      folder.remove(FILE);
      folder.syncNames();
      isOnDisk = false;
    },
  };
}
