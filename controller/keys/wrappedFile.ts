import { readFileSync } from "node:fs";
import { z } from "zod";
import { parseJson } from "#core/base/parseJson.ts";
import { seal, unseal } from "#core/domain/seal.ts";
import { writeDurably } from "./durableFile.ts";
import { KeyError } from "./keyError.ts";

const Wrapped = z.strictObject({ version: z.literal(1), wrapped: z.base64() });

/** Where a secret lies and what it is for; the purpose is authenticated, so that files cannot be swapped. */
export interface WrappedPlace {
  readonly path: string;
  readonly purpose: string;
}

/** Reads a secret that the master key wraps; undefined where the file does not exist. Throws a `KeyError` where it is damaged. */
export function readWrapped(place: WrappedPlace, masterKey: Uint8Array): string | undefined {
  const text = readIfThere(place.path);
  if (text === undefined) return undefined;
  const parsed = Wrapped.safeParse(parseJson(text));
  const secret = parsed.success ? unseal(parsed.data.wrapped, masterKey, context(place)) : undefined;
  if (secret?.ok !== true)
    throw new KeyError(`The key file ${place.path} is damaged or belongs to another kiosk. Nothing was changed.`);
  return secret.value;
}

/** Writes a secret durably. `nonce` is 12 random bytes. */
export function writeWrapped(
  place: WrappedPlace,
  secret: string,
  options: { readonly masterKey: Uint8Array; readonly nonce: Uint8Array },
): void {
  const wrapped = seal(secret, options.masterKey, { nonce: options.nonce, context: context(place) });
  writeDurably(place.path, `${JSON.stringify({ version: 1, wrapped })}\n`);
}

function context(place: WrappedPlace): string {
  return `dossier-kiosk/key/1/${place.purpose}`;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
