import sodium from "libsodium-wrappers";
import type { SealToOffice } from "#core/interfaces/keyStore.ts";

/**
 * Loads libsodium and gives the function that seals bytes to the office's X25519 public key, as `crypto_box_seal` does:
 * a key pair for this one box, whose public half stands before it, and a nonce from both public keys. The library's own
 * function draws that pair from a source of chance that a simulation cannot give.
 */
export async function loadOfficeBox(randomBytes: (count: number) => Uint8Array): Promise<SealToOffice> {
  await sodium.ready;
  return (bytes, publicKey) => {
    const office = Buffer.from(publicKey, "base64");
    const own = sodium.crypto_box_seed_keypair(randomBytes(sodium.crypto_box_SEEDBYTES));
    const both = Buffer.concat([own.publicKey, office]);
    const nonce = sodium.crypto_generichash(sodium.crypto_box_NONCEBYTES, both, null);
    const box = sodium.crypto_box_easy(bytes, nonce, office, own.privateKey);
    return Buffer.concat([own.publicKey, box]).toString("base64");
  };
}
