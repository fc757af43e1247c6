import { type KeysAnswer, KeysRequest } from "#core/contract/sync.ts";
import { type KioskApiParts, signedBody } from "./kioskRequest.ts";
import { sealToKiosk } from "./officeKeyFile.ts";

/** Keys of a kiosk's live dossiers, for that kiosk alone; see `core/contract/sync.ts`. A replay gives a thief nothing. */
export async function kioskKeys(parts: KioskApiParts, body: unknown): Promise<KeysAnswer> {
  const signed = await signedBody(parts, body);
  if (!signed.ok) {
    const { reason, message } = signed.error;
    return { result: "refused", reason, message };
  }
  const { kiosk, payload } = signed.value;
  const request = KeysRequest.safeParse(payload);
  if (!request.success || request.data.kioskNumber !== kiosk.kioskNumber)
    return {
      result: "refused",
      reason: "badRequest",
      message: "The request is not of protocol 1, or names another kiosk.",
    };
  const keys: Extract<KeysAnswer, { result: "keys" }>["keys"] = [];
  for (const dossierId of request.data.dossierIds) {
    const share = await parts.store.sealedKeyOf({ kioskNumber: kiosk.kioskNumber, dossierId });
    const key = share && parts.officeKey.open(share.sealedKey);
    if (key?.length === 32) keys.push({ dossierId, sealedKey: sealToKiosk(key, kiosk.publicKeyX) });
  }
  return { result: "keys", keys };
}
