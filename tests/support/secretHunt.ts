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

/** Every 32 bytes in a row that were tried as keys, and what they opened. */
export interface Hunt {
  readonly tried: ReadonlySet<string>;
  readonly opened: readonly string[];
}

/**
 * Tries every 32 bytes in a row of these bytes as a key: as they are, as base64 and as hexadecimal text. Left out is what
 * no random key looks like: hardly any byte above 127, no letter in both cases (less than one key in 100,000).
 */
export function huntKeys(bytes: Iterable<Uint8Array>, sealed: readonly SealedText[]): Hunt {
  const tried = new Set<string>();
  const opened: string[] = [];
  for (const part of bytes)
    for (const candidate of candidates(Buffer.from(part))) {
      const name = candidate.toString("latin1");
      if (tried.has(name)) continue;
      tried.add(name);
      for (const { sealed: text, context } of sealed) if (unseal(text, candidate, context).ok) opened.push(context);
    }
  return { tried, opened };
}

/** Random keys with fewer bytes above 127 than this: one in a million. */
const LEAST_HIGH_BYTES = 4;

function* candidates(bytes: Buffer): Iterable<Buffer> {
  let high = 0;
  for (let end = 0; end < bytes.length; end += 1) {
    if ((bytes[end] ?? 0) > 127) high += 1;
    if (end >= 32 && (bytes[end - 32] ?? 0) > 127) high -= 1;
    if (end >= 31 && high >= LEAST_HIGH_BYTES) yield bytes.subarray(end - 31, end + 1);
  }
  const text = bytes.toString("latin1");
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{43,}/g))
    for (let at = 0; at + 43 <= run.length; at += 1) {
      const window = run.slice(at, at + 43);
      if (/[a-z]/.test(window) && /[A-Z]/.test(window)) yield Buffer.from(window, "base64");
    }
  for (const [run] of text.matchAll(/[0-9a-fA-F]{64,}/g))
    for (let at = 0; at + 64 <= run.length; at += 1) yield Buffer.from(run.slice(at, at + 64), "hex");
}
