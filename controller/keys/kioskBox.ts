import sodium from "libsodium-wrappers";
import type { SigningKey } from "./signingKey.ts";

/**
 * Loads libsodium and gives the function that opens what the back office sealed to this kiosk: to its Ed25519 signing key
 * turned into an X25519 key, so that one key pair says who the kiosk is. Undefined where the box is for somebody else.
 */
export async function loadKioskBox(
  signing: Pick<SigningKey, "seed">,
): Promise<(sealed: string) => Uint8Array | undefined> {
  await sodium.ready;
  const pair = sodium.crypto_sign_seed_keypair(signing.seed());
  const publicKey = sodium.crypto_sign_ed25519_pk_to_curve25519(pair.publicKey);
  const privateKey = sodium.crypto_sign_ed25519_sk_to_curve25519(pair.privateKey);
  return (sealed) => {
    try {
      return sodium.crypto_box_seal_open(Buffer.from(sealed, "base64"), publicKey, privateKey);
    } catch {
      return undefined;
    }
  };
}
