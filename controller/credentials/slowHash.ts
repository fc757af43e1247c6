import { scrypt, timingSafeEqual } from "node:crypto";

/** scrypt (RFC 7914) with N = 2^15, r = 8, p = 1: about 33 MB and 60 ms, off the main thread. */
const PARAMETERS = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 };
const HASH_BYTES = 32;

/** A slow, salted hash with both parts in base64. */
export interface SlowHash {
  readonly salt: string;
  readonly hash: string;
}

/** Derives 32 bytes from a short secret, slowly. A simulation, which guesses nothing, takes a quick one. */
export type Derive = (secret: string, salt: Uint8Array) => Promise<Uint8Array>;

export async function makeSlowHash(secret: string, salt: Uint8Array, derive: Derive = scryptKey): Promise<SlowHash> {
  const hash = await derive(secret, salt);
  return { salt: Buffer.from(salt).toString("base64"), hash: Buffer.from(hash).toString("base64") };
}

/** Compares in constant time. */
export async function matchesSlowHash(secret: string, kept: SlowHash, derive: Derive = scryptKey): Promise<boolean> {
  const expected = Buffer.from(kept.hash, "base64");
  const found = await derive(secret, Buffer.from(kept.salt, "base64"));
  return expected.length === found.length && timingSafeEqual(expected, found);
}

export const scryptKey: Derive = (secret, salt) =>
  new Promise((resolve, reject) => {
    scrypt(secret.normalize("NFC"), salt, HASH_BYTES, PARAMETERS, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
