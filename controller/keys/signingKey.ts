import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";
import { z } from "zod";
import { KeyError } from "./keyError.ts";

/** An Ed25519 key as JWK (RFC 8037). */
const PrivateJwk = z.object({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: z.string(), d: z.string() });
export type PublicJwk = Omit<z.infer<typeof PrivateJwk>, "d">;

/** The kiosk's own key pair: signs receipts and everything that it sends to the back office. */
export interface SigningKey {
  /** First two bytes of the SHA-256 of the public key: says which key a receipt was signed with. */
  readonly keyId: Uint8Array;
  readonly publicKey: KeyObject;
  readonly publicJwk: PublicJwk;
  /** Ed25519 signature, 64 bytes. */
  sign(bytes: Uint8Array): Uint8Array;
  /** The 32 bytes from which both halves follow. */
  seed(): Uint8Array;
}

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410, section 7). */
const PKCS8_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");

/** A new key pair as the JSON text that `readSigningKey` takes. `seed`: 32 cryptographically secure bytes. */
export function makeSigningKeyText(seed: Uint8Array): string {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: "der", type: "pkcs8" });
  return JSON.stringify(key.export({ format: "jwk" }));
}

export function readSigningKey(text: string): SigningKey {
  const parsed = PrivateJwk.safeParse(JSON.parse(text));
  if (!parsed.success) throw new KeyError("The kiosk's signing key is not an Ed25519 key. Nothing was changed.");
  const { kty, crv, x, d } = parsed.data;
  const privateKey = createPrivateKey({ key: { kty, crv, x, d }, format: "jwk" });
  const publicJwk = { kty, crv, x };
  return {
    keyId: createHash("sha256").update(Buffer.from(x, "base64url")).digest().subarray(0, 2),
    publicKey: createPublicKey(privateKey),
    publicJwk,
    sign: (bytes) => sign(null, bytes, privateKey),
    seed: () => Buffer.from(d, "base64url"),
  };
}
