import { createCipheriv, createDecipheriv, type KeyObject } from "node:crypto";
import { failed, ok, type Result } from "../base/result.ts";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals text with AES-256-GCM. The context (for an event: its dossier id and type) is authenticated, so that a sealed
 * part cannot be moved to another event. `key` is 32 bytes (a key that is used often is better handed over as a `KeyObject`,
 * which is made once), `nonce` 12 random bytes that are never used twice with it.
 * Returns base64 of nonce, ciphertext and tag.
 */
export function seal(
  text: string,
  key: Uint8Array | KeyObject,
  options: { readonly nonce: Uint8Array; readonly context: string },
): string {
  const cipher = createCipheriv("aes-256-gcm", key, options.nonce);
  cipher.setAAD(Buffer.from(options.context, "utf8"));
  const body = cipher.update(text, "utf8");
  // GCM is a stream: all of the text is in `body` already, and what this ends is the tag.
  cipher.final();
  return Buffer.concat([options.nonce, body, cipher.getAuthTag()]).toString("base64");
}

/** Opens what `seal` made; fails when the key, the context or the bytes are not the same. */
export function unseal(sealed: string, key: Uint8Array | KeyObject, context: string): Result<string, "notReadable"> {
  const bytes = Buffer.from(sealed, "base64");
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return failed("notReadable");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(context, "utf8"));
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  try {
    const body = decipher.update(bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES));
    return ok(Buffer.concat([body, decipher.final()]).toString("utf8"));
  } catch {
    return failed("notReadable");
  }
}

/** The context under which the personal part of an event is sealed. */
export function personalContext(dossierId: string, eventType: string): string {
  return `dossier-kiosk/personal/1/${dossierId}/${eventType}`;
}
