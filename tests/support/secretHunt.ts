import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unseal } from "#core/domain/seal.ts";

/** Every file below a folder with all of its bytes. */
export function filesBelow(folder: string): { readonly path: string; readonly bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, bytes: readFileSync(path) }));
}

/** Words that stand in a file as they are, in other letters' case or as base64 or hexadecimal text; each with its file. */
export function wordsIn(folder: string, words: readonly string[]): string[] {
  const found: string[] = [];
  for (const { path, bytes } of filesBelow(folder)) {
    const text = bytes.toString("latin1").toLowerCase();
    for (const word of words) {
      const plain = Buffer.from(word, "utf8");
      const forms = [plain.toString("latin1"), plain.toString("hex"), ...innerBase64(plain)];
      if (forms.some((form) => text.includes(form.toLowerCase()))) found.push(`${word} in ${path}`);
    }
  }
  return found;
}

/** The base64 text of bytes that stand somewhere in a longer base64 text: without the letters that neighbours change. */
function innerBase64(bytes: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .replaceAll("=", "");
    return text.slice(before === 0 ? 0 : before + 1, -1);
  });
}

/** A sealed text with the context that it was sealed in. */
export interface SealedText {
  readonly sealed: string;
  readonly context: string;
}

/** How many 32 bytes in a row were tried, and those that opened one of the sealed texts. */
export interface Hunt {
  tried: number;
  readonly opened: string[];
}

/** Tries every 32 bytes in a row of these bytes as a key: as they are, as base64 and as hexadecimal text. */
export function huntKeys(
  bytes: Uint8Array,
  sealed: readonly SealedText[],
  hunt: Hunt = { tried: 0, opened: [] },
): Hunt {
  const buffer = Buffer.from(bytes);
  for (const key of candidates(buffer)) {
    hunt.tried += 1;
    for (const { sealed: text, context } of sealed)
      if (unseal(text, key, context).ok) hunt.opened.push(`${context} with ${key.toString("hex")}`);
  }
  return hunt;
}

function* candidates(bytes: Buffer): Iterable<Buffer> {
  for (let at = 0; at + 32 <= bytes.length; at += 1) yield bytes.subarray(at, at + 32);
  const text = bytes.toString("latin1");
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{43,}/g))
    for (let at = 0; at + 43 <= run.length; at += 1) yield Buffer.from(run.slice(at, at + 43), "base64");
  for (const [run] of text.matchAll(/[0-9a-fA-F]{64,}/g))
    for (let at = 0; at + 64 <= run.length; at += 1) yield Buffer.from(run.slice(at, at + 64), "hex");
}
