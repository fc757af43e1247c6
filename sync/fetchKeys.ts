import { failed, ok, type Result } from "#core/base/result.ts";
import { signRequest } from "#core/contract/signedRequest.ts";
import { KeysAnswer, type KeysRequest, SYNC_KEY_SHARES, SYNC_PROTOCOL } from "#core/contract/sync.ts";
import { post } from "./post.ts";
import { address, type RoundOptions } from "./round.ts";

export interface FetchKeysOptions extends Pick<RoundOptions, "kioskNumber" | "key" | "baseUrl" | "request"> {
  readonly dossierIds: readonly string[];
  /** Opens what was sealed to the kiosk's own signing key; undefined where it was not. */
  readonly openFromOffice: (sealedKey: string) => Uint8Array | undefined;
}

/**
 * Dossier keys that the back office still has, for a kiosk that lost its own. Dossiers of which it has no key, or one that
 * this kiosk cannot open, are left out. Fails with a word for the log where the back office does not answer or refuses.
 */
export async function fetchKeys(options: FetchKeysOptions): Promise<Result<ReadonlyMap<string, Uint8Array>, string>> {
  const found = new Map<string, Uint8Array>();
  for (let from = 0; from < options.dossierIds.length; from += SYNC_KEY_SHARES) {
    const answer = await ask(options, options.dossierIds.slice(from, from + SYNC_KEY_SHARES));
    if (!answer.ok) return answer;
    for (const { dossierId, sealedKey } of answer.value) {
      const key = options.openFromOffice(sealedKey);
      if (key?.length === 32) found.set(dossierId, key);
    }
  }
  return ok(found);
}

async function ask(
  options: FetchKeysOptions,
  dossierIds: readonly string[],
): Promise<Result<Extract<KeysAnswer, { result: "keys" }>["keys"], string>> {
  const { kioskNumber, key } = options;
  const request: KeysRequest = { protocol: SYNC_PROTOCOL, kioskNumber, dossierIds: [...dossierIds] };
  const jws = signRequest(request, { kioskNumber, sign: (bytes) => key.sign(bytes) });
  const answer = await post(address(options, "keys"), jws, { ...options.request, contentType: "application/jose" });
  if (!answer.ok) return failed(answer.error);
  const parsed = KeysAnswer.safeParse(answer.value.json);
  if (!parsed.success) return failed(`unreadableAnswer${answer.value.status}`);
  return parsed.data.result === "keys" ? ok(parsed.data.keys) : failed(parsed.data.reason);
}
