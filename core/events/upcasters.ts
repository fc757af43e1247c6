import type { eventCatalogue } from "./payloads.ts";

/** Makes the payload of one version into that of the next; gets what was stored, which its schema of then had passed. */
export type Upcaster = (payload: unknown) => unknown;

/** By event type, then by the version from which it leads to the next. */
export type Upcasters = Readonly<Record<string, { readonly [fromVersion: number]: Upcaster } | undefined>>;

/** The newer version only allows more: whatever was written before is valid as it is. */
const asItWas: Upcaster = (payload) => payload;

/**
 * How payloads of earlier versions read today. Stored bytes never change, since the chain covers them: readers see the
 * newest version only, because it is made on reading.
 */
export const upcasters: { readonly [T in keyof typeof eventCatalogue]?: Upcasters[string] } = {
  /** Since 2 a technician can be the one who does it, for a reason of theirs. */
  compartmentTakenOutOfService: { 1: asItWas },
  /** Since 2 there may be a second person, and more reasons. */
  compartmentOpenRequested: { 1: asItWas },
  /** Since 2 there are more kinds of case. */
  caseOpened: { 1: asItWas },
  /** Since 2 the readiness report is printed too. */
  printRequested: { 1: asItWas },
  /** The first programs did not write down who said that it was taken: then nobody is known to have said it. */
  resultCollected: { 1: (payload) => withDefaults(payload, { confirmedBy: "nobody" }) },
};

/** The payload as version `to` has it; undefined where a step on the way is missing. */
export function upcast(
  payload: unknown,
  of: { readonly type: string; readonly from: number; readonly to: number },
  known: Upcasters = upcasters,
): unknown {
  let newer = payload;
  for (let version = of.from; version < of.to; version += 1) {
    const step = known[of.type]?.[version];
    if (step === undefined) return undefined;
    newer = step(newer);
  }
  return newer;
}

/** Steps that a catalogue of these versions needs and that nobody wrote, as `type 1`. */
export function missingUpcasters(
  versions: Readonly<Record<string, { readonly version: number }>>,
  known: Upcasters = upcasters,
): string[] {
  return Object.entries(versions).flatMap(([type, { version: newest }]) =>
    Array.from({ length: newest - 1 }, (_, index) => index + 1)
      .filter((version) => known[type]?.[version] === undefined)
      .map((version) => `${type} ${version}`),
  );
}

function withDefaults(payload: unknown, defaults: object): unknown {
  return typeof payload === "object" && payload !== null ? { ...defaults, ...payload } : payload;
}
