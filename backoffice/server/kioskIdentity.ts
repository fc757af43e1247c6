import { createPublicKey, type KeyObject } from "node:crypto";
import { failed, ok, type Result } from "#core/base/result.ts";
import { claimedKiosk, verifiedRequest } from "#core/contract/signedRequest.ts";
import type { OfficeStore } from "../store/officeStore.ts";
import type { KioskRow } from "../store/rows.ts";

/** Why nothing is done for whoever sent a request. */
export interface NotAuthentic {
  readonly reason: "badRequest" | "unknownKiosk" | "revoked";
  readonly message: string;
}

/** An authentic request: who sent it, and its JSON value, not checked yet. */
export interface AuthenticRequest {
  readonly kiosk: KioskRow;
  readonly payload: unknown;
}

/** Verifies a signed request with the key that the kiosk enrolled. */
export async function authenticRequest(
  store: Pick<OfficeStore, "kiosk">,
  body: unknown,
): Promise<Result<AuthenticRequest, NotAuthentic>> {
  if (typeof body !== "string") return refused("badRequest", "The body must be a compact JWS (application/jose).");
  // The header is not trusted beyond choosing the key to verify with.
  const number = claimedKiosk(body);
  const kiosk = number === undefined ? undefined : await store.kiosk(number);
  if (!kiosk) return refused("unknownKiosk", "No kiosk of this number is enrolled. Enrol it with a new code.");
  if (kiosk.revokedAtMs !== null)
    return refused("revoked", `Kiosk ${kiosk.kioskNumber} was revoked. Nothing was stored; ask the office.`);
  const payload = verifiedRequest(body, publicKeyOf(kiosk));
  if (payload === undefined)
    return refused("unknownKiosk", `The signature is not by the key that kiosk ${kiosk.kioskNumber} enrolled.`);
  return ok({ kiosk, payload });
}

function refused(reason: NotAuthentic["reason"], message: string): Result<never, NotAuthentic> {
  return failed({ reason, message });
}

function publicKeyOf({ publicKeyX }: KioskRow): KeyObject {
  return createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: publicKeyX }, format: "jwk" });
}
