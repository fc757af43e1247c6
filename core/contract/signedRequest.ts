import { type KeyObject, sign, verify } from "node:crypto";
import { parseJson } from "../base/parseJson.ts";

/**
 * What a kiosk sends to the back office: a compact JWS (RFC 7515) with EdDSA over Ed25519 (RFC 8037). Written out here
 * and not taken from a library because those sign on a thread of their own: the sync must be a function of its inputs,
 * so that a simulated month can be played again step by step.
 */
export function signRequest(request: object, by: RequestSigner): string {
  const header = encode({ alg: "EdDSA", kid: String(by.kioskNumber) });
  const covered = `${header}.${encode(request)}`;
  return `${covered}.${Buffer.from(by.sign(Buffer.from(covered, "ascii"))).toString("base64url")}`;
}

/** Who signs. */
export interface RequestSigner {
  readonly kioskNumber: number;
  /** Ed25519 signature, 64 bytes. */
  sign(bytes: Uint8Array): Uint8Array;
}

/** Signs with an Ed25519 private key. */
export function signerWith(kioskNumber: number, privateKey: KeyObject): RequestSigner {
  return { kioskNumber, sign: (bytes) => sign(null, bytes, privateKey) };
}

/** The kiosk that a request says it is from; believed only for choosing the key to verify with. Undefined for no JWS. */
export function claimedKiosk(jws: string): number | undefined {
  const header = decode(jws.split(".", 1)[0] ?? "");
  if (typeof header !== "object" || header === null || !("kid" in header) || !("alg" in header)) return undefined;
  if (header.alg !== "EdDSA" || typeof header.kid !== "string") return undefined;
  return /^[1-9]\d{0,3}$/.test(header.kid) ? Number(header.kid) : undefined;
}

/** The JSON value of an authentic request; undefined where the signature is not by this Ed25519 key. */
export function verifiedRequest(jws: string, publicKey: KeyObject): unknown {
  const [header, body, signature, ...rest] = jws.split(".");
  if (header === undefined || body === undefined || signature === undefined || rest.length > 0) return undefined;
  const covered = Buffer.from(`${header}.${body}`, "ascii");
  const isAuthentic = verify(null, covered, publicKey, Buffer.from(signature, "base64url"));
  return isAuthentic ? decode(body) : undefined;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value), "utf8").toString("base64url");
}

function decode(part: string): unknown {
  return parseJson(Buffer.from(part, "base64url").toString("utf8"));
}
