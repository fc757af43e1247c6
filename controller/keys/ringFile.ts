import { z } from "zod";
import { parseJson } from "#core/base/parseJson.ts";
import { Id } from "#core/domain/ids.ts";
import { seal, unseal } from "#core/domain/seal.ts";
import type { MasterKey } from "./masterKey.ts";

/** Everything secret that outlives a visit. */
export interface RingContents {
  /** The signing key as JWK text. */
  readonly signing: string;
  /** Signs session cookies; 32 bytes. */
  readonly channel: Uint8Array;
  /** Wraps the key of the unfinished visit; 32 bytes. */
  readonly visitWrap: Uint8Array;
  /** Dossier keys by dossier id. */
  readonly dossiers: ReadonlyMap<string, Uint8Array>;
}

export interface SealingChance {
  readonly randomBytes: (count: number) => Uint8Array;
}

const Key = z.base64().transform((text, context) => {
  const bytes = Buffer.from(text, "base64");
  if (bytes.length === 32) return bytes;
  context.issues.push({ code: "custom", message: "A key has 32 bytes.", input: text });
  return z.NEVER;
});
const Head = z.strictObject({ signing: z.string(), channel: Key, visitWrap: Key, dossiers: z.record(Id, Key) });
const Added = z.strictObject({ dossierId: Id, key: Key });

/**
 * A ring as a file: lines that the master key seals, each bound to its generation and place. The first holds all that
 * there was when the ring was made; each further one a dossier key that was added since.
 */
export function ringText(contents: RingContents, master: MasterKey, { randomBytes }: SealingChance): string {
  const dossiers = Object.fromEntries([...contents.dossiers].map(([id, key]) => [id, base64(key)]));
  const head = { signing: contents.signing, channel: base64(contents.channel), visitWrap: base64(contents.visitWrap) };
  return sealedLine({ ...head, dossiers }, { master, index: 0, randomBytes });
}

/** The line that adds one key; `index` counts the lines before it. */
export function addedLine(
  added: { readonly dossierId: string; readonly key: Uint8Array },
  at: SealingChance & { readonly master: MasterKey; readonly index: number },
): string {
  return sealedLine({ dossierId: added.dossierId, key: base64(added.key) }, at);
}

/** What a ring file holds, and how much of it is whole: a power cut may leave a torn last line. */
export interface ReadRing {
  readonly contents: RingContents;
  readonly lines: number;
  readonly bytes: number;
}

/** Undefined where a line before the last cannot be opened: then the file is damaged, or of another master key. */
export function readRing(file: Uint8Array, master: MasterKey): ReadRing | undefined {
  const text = Buffer.from(file).toString("latin1");
  const lines = text.split("\n");
  const head = Head.safeParse(open(lines[0] ?? "", master, 0));
  if (!head.success) return undefined;
  const dossiers = new Map<string, Uint8Array>(Object.entries(head.data.dossiers));
  let bytes = (lines[0] ?? "").length + 1;
  let index = 1;
  for (; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const added = Added.safeParse(open(line, master, index));
    const isWhole = added.success && bytes + line.length < text.length;
    if (!isWhole) break;
    dossiers.set(added.data.dossierId, added.data.key);
    bytes += line.length + 1;
  }
  // What follows a torn line was never written: each line is on the disk before the next is begun.
  if (lines.slice(index + 1).some((line, rest) => isOpenable(line, master, index + 1 + rest))) return undefined;
  return { contents: { ...head.data, dossiers }, lines: index, bytes };
}

function isOpenable(line: string, master: MasterKey, index: number): boolean {
  return open(line, master, index) !== undefined;
}

function sealedLine(value: object, at: SealingChance & { readonly master: MasterKey; readonly index: number }): string {
  const { master, index, randomBytes } = at;
  const context = contextOf(master, index);
  return `${seal(JSON.stringify(value), master.key, { nonce: randomBytes(12), context })}\n`;
}

function open(line: string, master: MasterKey, index: number): unknown {
  const text = unseal(line, master.key, contextOf(master, index));
  return text.ok ? parseJson(text.value) : undefined;
}

function contextOf({ generation }: MasterKey, index: number): string {
  return `dossier-kiosk/ring/1/${generation}/${index}`;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
