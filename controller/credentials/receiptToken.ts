import { createHash, type KeyObject, verify } from "node:crypto";
import { failed, ok, type Result } from "#core/base/result.ts";
import type { SigningKey } from "../keys/signingKey.ts";
import { fromBase32, toBase32 } from "./base32.ts";

/** How every receipt token begins: tells a receipt's code from other codes before anything is decoded. */
export const RECEIPT_TOKEN_PREFIX = "HS1";

const RANDOM_BYTES = 16;
const KEY_ID_BYTES = 2;
const SIGNATURE_BYTES = 64;
const CONTEXT = Buffer.from("dossier-kiosk/receipt/1", "utf8");

export interface ReceiptToken {
  /** What the receipt's QR says: capital letters and digits only, no personal data, 135 characters. */
  readonly text: string;
  /** SHA-256 of the random part, hexadecimal: what the log keeps. */
  readonly tokenHash: string;
}

/** Makes a receipt token from 128 random bits and the kiosk's signature. */
export function mintReceiptToken(signing: SigningKey, randomBytes: (count: number) => Uint8Array): ReceiptToken {
  const random = randomBytes(RANDOM_BYTES);
  const signature = signing.sign(Buffer.concat([CONTEXT, signing.keyId, random]));
  const text = RECEIPT_TOKEN_PREFIX + toBase32(Buffer.concat([signing.keyId, random, signature]));
  return { text, tokenHash: hashOf(random) };
}

/** What a kiosk's key id and public key are. */
export interface ReceiptVerifier {
  readonly keyId: Uint8Array;
  readonly publicKey: KeyObject;
}

/**
 * Checks a token without a network. `notAReceipt`: some other code; `forged`: looks like a receipt of this kiosk but
 * its signature is not; `otherKiosk`: signed with a key that is not among these.
 */
export function verifyReceiptToken(
  text: string,
  verifiers: readonly ReceiptVerifier[],
): Result<{ readonly tokenHash: string }, "notAReceipt" | "otherKiosk" | "forged"> {
  if (!text.startsWith(RECEIPT_TOKEN_PREFIX)) return failed("notAReceipt");
  const bytes = fromBase32(text.slice(RECEIPT_TOKEN_PREFIX.length));
  if (bytes?.length !== KEY_ID_BYTES + RANDOM_BYTES + SIGNATURE_BYTES) return failed("notAReceipt");
  const keyId = bytes.subarray(0, KEY_ID_BYTES);
  const random = bytes.subarray(KEY_ID_BYTES, KEY_ID_BYTES + RANDOM_BYTES);
  const signature = bytes.subarray(KEY_ID_BYTES + RANDOM_BYTES);
  const known = verifiers.filter((verifier) => Buffer.from(verifier.keyId).equals(keyId));
  if (known.length === 0) return failed("otherKiosk");
  const signed = Buffer.concat([CONTEXT, keyId, random]);
  const isGenuine = known.some(({ publicKey }) => verify(null, signed, publicKey, signature));
  return isGenuine ? ok({ tokenHash: hashOf(random) }) : failed("forged");
}

function hashOf(random: Uint8Array): string {
  return createHash("sha256").update(random).digest("hex");
}
