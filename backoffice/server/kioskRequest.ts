import { createPublicKey, type KeyObject } from "node:crypto";
import { failed, ok, type Result } from "#core/base/result.ts";
import { claimedKiosk, verifiedRequest } from "#core/contract/signedRequest.ts";
import type { SyncAnswer } from "#core/contract/sync.ts";
import type { OfficeStore } from "../store/officeStore.ts";
import type { KioskRow } from "../store/rows.ts";

export type Refused = Extract<SyncAnswer, { result: "refused" }>;

export interface KioskApiParts {
  readonly store: OfficeStore;
  readonly officeKey: {
    readonly shared: { readonly officeKeyId: string; readonly publicKey: string };
    open(sealed: string): Uint8Array | undefined;
  };
  /** Wall time, milliseconds. */
  readonly nowMs: () => number;
  /** Something was stored up to this number of arrival. */
  readonly onChanged: (lastReceivedId: number) => void;
}

/** What an enrolled kiosk signed. Fails with the refusal for the kiosk; `payload` is not checked yet. */
export async function signedBody(
  parts: Pick<KioskApiParts, "store">,
  body: unknown,
): Promise<Result<{ readonly kiosk: KioskRow; readonly payload: unknown }, Refused & { reason: KioskFault }>> {
  if (typeof body !== "string")
    return failed(refusal("badRequest", "The body must be a compact JWS (application/jose)."));
  const kiosk = await kioskOf(parts, body);
  if (!kiosk) return failed(refusal("unknownKiosk", "No kiosk of this number is enrolled. Enrol it with a new code."));
  const { kioskNumber } = kiosk;
  if (kiosk.revokedAtMs !== null)
    return failed(refusal("revoked", `Kiosk ${kioskNumber} was revoked. Nothing was stored; ask the office.`));
  const payload = verifiedRequest(body, publicKeyOf(kiosk));
  if (payload === undefined)
    return failed(refusal("unknownKiosk", `The signature is not by the key that kiosk ${kioskNumber} enrolled.`));
  return ok({ kiosk, payload });
}

/** What can be wrong with any request of a kiosk. */
type KioskFault = "badRequest" | "unknownKiosk" | "revoked";

/** The enrolled kiosk that the header names; the header is not trusted beyond choosing the key to verify with. */
async function kioskOf({ store }: Pick<KioskApiParts, "store">, jws: string): Promise<KioskRow | undefined> {
  const number = claimedKiosk(jws);
  return number === undefined ? undefined : store.kiosk(number);
}

/** Keys by their text: reading one takes as long as verifying with it. One for each enrolled kiosk. */
const publicKeys = new Map<string, KeyObject>();

function publicKeyOf({ publicKeyX }: KioskRow): KeyObject {
  const known = publicKeys.get(publicKeyX);
  if (known !== undefined) return known;
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: publicKeyX }, format: "jwk" });
  publicKeys.set(publicKeyX, key);
  return key;
}

export function refusal<Reason extends Refused["reason"]>(
  reason: Reason,
  message: string,
): Refused & { readonly reason: Reason } {
  return { result: "refused", reason, message: message.slice(0, 500), acknowledgedUpTo: 0 };
}
