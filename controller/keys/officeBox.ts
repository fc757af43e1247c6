import sodium from "libsodium-wrappers";
import type { SealToOffice } from "#core/interfaces/keyStore.ts";

/** Loads libsodium and gives the function that seals bytes to the office's X25519 public key (`crypto_box_seal`). */
export async function loadOfficeBox(): Promise<SealToOffice> {
  await sodium.ready;
  return (bytes, publicKey) =>
    Buffer.from(sodium.crypto_box_seal(bytes, Buffer.from(publicKey, "base64"))).toString("base64");
}
