import { createHash } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import sodium from "libsodium-wrappers";
import { z } from "zod";
import type { OfficeKey } from "#core/contract/sync.ts";

/** The office's X25519 key pair: kiosks seal to it, only this machine opens. */
export interface OfficeKeyPair {
  readonly shared: OfficeKey;
  /** Seals bytes so that only this key opens them; base64. */
  seal(bytes: Uint8Array): string;
  /** Opens what was sealed to this key; undefined where it was not. */
  open(sealed: string): Uint8Array | undefined;
}

/** Seals bytes so that only the kiosk with this Ed25519 key (`x` of its JWK) opens them; base64. After `loadOfficeKey`. */
export function sealToKiosk(bytes: Uint8Array, publicKeyX: string): string {
  const publicKey = sodium.crypto_sign_ed25519_pk_to_curve25519(Buffer.from(publicKeyX, "base64url"));
  return Buffer.from(sodium.crypto_box_seal(bytes, publicKey)).toString("base64");
}

const KeyFile = z.strictObject({ publicKey: z.base64(), privateKey: z.base64() });

/** Reads the key beside the data, or makes it at the first start (readable by its owner only). Throws a sentence. */
export async function loadOfficeKey(dataDir: string): Promise<OfficeKeyPair> {
  await sodium.ready;
  const file = join(dataDir, "office-key.json");
  if (!existsSync(file)) writeNewKey(file);
  const parsed = KeyFile.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (!parsed.success)
    throw new Error(
      `${file} is not a key file. Put back the copy that was made at the first start; it was left as it is.`,
    );
  const publicKey = Buffer.from(parsed.data.publicKey, "base64");
  const privateKey = Buffer.from(parsed.data.privateKey, "base64");
  const officeKeyId = createHash("sha256").update(publicKey).digest("hex").slice(0, 16);
  return {
    shared: { officeKeyId, publicKey: parsed.data.publicKey },
    seal: (bytes) => Buffer.from(sodium.crypto_box_seal(bytes, publicKey)).toString("base64"),
    open: (sealed) => {
      try {
        return sodium.crypto_box_seal_open(Buffer.from(sealed, "base64"), publicKey, privateKey);
      } catch {
        return undefined;
      }
    },
  };
}

/** All or nothing: under another name first, so that a power cut leaves either no key or a whole one. */
function writeNewKey(file: string): void {
  const { publicKey, privateKey } = sodium.crypto_box_keypair();
  const text = JSON.stringify({
    publicKey: Buffer.from(publicKey).toString("base64"),
    privateKey: Buffer.from(privateKey).toString("base64"),
  });
  const unfinished = `${file}.new`;
  rmSync(unfinished, { force: true });
  synced(openSync(unfinished, "wx", 0o600), (fd) => writeSync(fd, text));
  renameSync(unfinished, file);
  synced(openSync(dirname(file), "r"), () => {});
}

function synced(fd: number, write: (fd: number) => void): void {
  try {
    write(fd);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
