import { z } from "zod";
import { parseJson } from "#core/base/parseJson.ts";
import { KeyError } from "./keyError.ts";
import { type KeyFolder, replaceFile } from "./keyFolder.ts";

/** The key that opens the key ring, and which ring: `ring.N` for generation N. */
export interface MasterKey {
  readonly generation: number;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/** Who keeps the master key. It holds exactly one: what it held before is gone when `replace` returns. */
export interface MasterKeyHolder {
  /** For a person: where the key lies. */
  readonly place: string;
  /**
   * True where a replacement survives a power cut as soon as `replace` returns; otherwise the ring of the generation
   * before is kept until the next start, for the case that the holder comes back with its key.
   */
  readonly isDurableAtOnce: boolean;
  /** Undefined where none was ever kept. Throws a `KeyError` where the holder does not answer or what it has is damaged. */
  read(): MasterKey | undefined;
  /** Throws where the holder refuses; it is then not known which key it will have after a restart. */
  replace(master: MasterKey): void;
}

const FILE = "master.key";

const Text = z.strictObject({ version: z.literal(1), generation: z.number().int().min(1), key: z.base64() });

export function masterKeyText({ generation, key }: MasterKey): string {
  return JSON.stringify({ version: 1, generation, key: Buffer.from(key).toString("base64") });
}

/** Throws a `KeyError` where the text is not what `masterKeyText` wrote. */
export function readMasterKeyText(text: string, place: string): MasterKey {
  const parsed = Text.safeParse(parseJson(text));
  const key = Buffer.from(parsed.data?.key ?? "", "base64");
  if (!parsed.success || key.length !== 32)
    throw new KeyError(`The kiosk's master key ${place} is damaged: it does not hold 32 bytes. Nothing was changed.`);
  return { generation: parsed.data.generation, key };
}

/** The master key in `master.key` of the key folder, which only the kiosk's own user may read. */
export function masterKeyFile(folder: KeyFolder): MasterKeyHolder {
  const place = `${folder.path}/${FILE}`;
  return {
    place,
    isDurableAtOnce: true,
    read: () => {
      const bytes = folder.read(FILE);
      if (bytes === undefined) return undefined;
      if (folder.isOpenToOthers(FILE))
        throw new KeyError(`The kiosk's master key ${place} can be read by others. Run: chmod 600 ${place}`);
      return readMasterKeyText(Buffer.from(bytes).toString("utf8"), place);
    },
    replace: (master) => replaceFile(folder, FILE, Buffer.from(`${masterKeyText(master)}\n`, "utf8")),
  };
}
