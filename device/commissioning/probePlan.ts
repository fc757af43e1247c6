import type { BoardDriver } from "../protocol/boardDriver.ts";

/** A family that is looked for, with the speeds at which it may be. */
export interface SoughtFamily {
  readonly driver: BoardDriver;
  readonly baudRates: readonly number[];
}

/** One place where a board may be. */
export interface ProbePlace {
  readonly driver: BoardDriver;
  readonly address: number;
}

/** What is asked at one speed before the port is set to another one. */
export interface ProbeRound {
  readonly baudRate: number;
  readonly places: readonly ProbePlace[];
  /** Longest wait for the first byte of an answer, milliseconds. */
  readonly waitMs: number;
}

/** Boards leave the factory with their lowest address, and installers count up from there. */
const FIRST_ADDRESSES = 4;
/** Addresses that an ordinary search looks at; more only where everything is asked for. */
const LIKELY_ADDRESSES = 32;
/** A board answers within a few milliseconds; the rest is for USB adapters. */
const QUICK_WAIT_MS = 70;
/** For slow adapters and boards, once nothing was found in time. */
const PATIENT_WAIT_MS = 250;
const PATIENT_ADDRESSES = 2;

/** Speeds in the order in which they are tried: those that factories set come first. */
export function baudRatesOf(sought: readonly SoughtFamily[]): number[] {
  const ranks = new Map<number, number>();
  for (const { baudRates } of sought)
    for (const [rank, baudRate] of baudRates.entries())
      ranks.set(baudRate, Math.min(rank, ranks.get(baudRate) ?? rank));
  return [...ranks].sort(([, a], [, b]) => a - b).map(([baudRate]) => baudRate);
}

/**
 * The rounds of an ordinary search: first what factories set, then what installers may have changed, then the likeliest
 * places with more patience.
 */
export function likelyRounds(sought: readonly SoughtFamily[]): ProbeRound[] {
  const fromFactory = sought.map(({ driver, baudRates }) => ({ driver, baudRates: baudRates.slice(0, 1) }));
  const changed = sought.map(({ driver, baudRates }) => ({ driver, baudRates: baudRates.slice(1) }));
  const rounds = (families: readonly SoughtFamily[], waitMs: number, span: AddressSpan) =>
    baudRatesOf(families).map((baudRate) => ({ baudRate, places: placesAt(families, baudRate, span), waitMs }));
  const first = { from: 0, to: FIRST_ADDRESSES };
  const further = { from: FIRST_ADDRESSES, to: LIKELY_ADDRESSES };
  return [
    ...rounds(fromFactory, QUICK_WAIT_MS, first),
    ...rounds(changed, QUICK_WAIT_MS, first),
    ...rounds(fromFactory, QUICK_WAIT_MS, further),
    ...rounds(changed, QUICK_WAIT_MS, further),
    ...rounds(fromFactory, PATIENT_WAIT_MS, { from: 0, to: PATIENT_ADDRESSES }),
  ].filter(({ places }) => places.length > 0);
}

/** Every address of every family at every speed. */
export function everyRound(sought: readonly SoughtFamily[]): ProbeRound[] {
  const all = { from: 0, to: Number.POSITIVE_INFINITY };
  return baudRatesOf(sought).map((baudRate) => {
    return { baudRate, places: placesAt(sought, baudRate, all), waitMs: QUICK_WAIT_MS };
  });
}

/** Further boards beside those that were found: the same families, at the same speed. */
export function neighbourRound(found: readonly SoughtFamily[], baudRate: number): ProbeRound {
  return { baudRate, places: placesAt(found, baudRate, { from: 0, to: LIKELY_ADDRESSES }), waitMs: QUICK_WAIT_MS };
}

/** Addresses counted from a family's lowest; `to` is not among them. */
interface AddressSpan {
  readonly from: number;
  readonly to: number;
}

/** Address by address, so that the lowest of every family come first; counted from each family's lowest. */
function placesAt(sought: readonly SoughtFamily[], baudRate: number, { from, to }: AddressSpan): ProbePlace[] {
  const here = sought.filter(({ baudRates }) => baudRates.includes(baudRate)).map(({ driver }) => driver);
  const counts = here.map(({ limits }) => limits.highestAddress - limits.lowestAddress + 1);
  const places: ProbePlace[] = [];
  for (let index = from; index < Math.min(to, Math.max(0, ...counts)); index += 1) {
    for (const driver of here) {
      const address = driver.limits.lowestAddress + index;
      if (address <= driver.limits.highestAddress) places.push({ driver, address });
    }
  }
  return places;
}
