import { assert } from "#core/base/assert.ts";
import type { PickupCredential } from "#core/events/eventParts.ts";
import { type Derive, makeSlowHash, matchesSlowHash } from "./slowHash.ts";

/** Live codes at one kiosk; each has a selector of its own, so that one code costs one slow hash. */
const SELECTORS = 1_000;

export interface PickupCodeOptions {
  readonly randomBytes: (count: number) => Uint8Array;
  /** Selectors of the codes that are live at this kiosk. */
  readonly liveSelectors: ReadonlySet<string>;
  readonly derive?: Derive | undefined;
}

export interface MintedPickupCode {
  /** 8 digits. For the message to the citizen only: not kept. */
  readonly code: string;
  readonly credential: PickupCredential;
}

/** Makes a pickup code. Its first three digits differ from those of every live code. */
export async function mintPickupCode({
  randomBytes,
  liveSelectors,
  derive,
}: PickupCodeOptions): Promise<MintedPickupCode> {
  const free = Array.from({ length: SELECTORS }, (_, number) => String(number).padStart(3, "0")).filter(
    (selector) => !liveSelectors.has(selector),
  );
  assert(free.length > 0, "All selectors of pickup codes are in use: more than a kiosk has compartments.");
  const selector = free[below(free.length, randomBytes)] ?? "";
  const code = selector + String(below(100_000, randomBytes)).padStart(5, "0");
  return { code, credential: { selector, ...(await makeSlowHash(code, randomBytes(16), derive)) } };
}

/** The part of a code that finds its credential. */
export function selectorOf(code: string): string {
  return code.slice(0, 3);
}

export function matchesPickupCode(code: string, credential: PickupCredential, derive?: Derive): Promise<boolean> {
  return matchesSlowHash(code, credential, derive);
}

/** A whole number below `limit` (at most 2^24), each equally likely. */
function below(limit: number, randomBytes: (count: number) => Uint8Array): number {
  const span = 2 ** 32 - (2 ** 32 % limit);
  for (;;) {
    const value = Buffer.from(randomBytes(4)).readUInt32BE();
    if (value < span) return value % limit;
  }
}
