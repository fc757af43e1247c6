import { assert } from "#core/base/assert.ts";
import type { Chance } from "../contract/plan.ts";

/** Chance from a seed: the same seed gives the same values on every machine (sfc32 by Chris Doty-Humphrey). */
export function chanceFrom(seed: number): Chance {
  return new SeededChance(seed);
}

/** A seed for something that hangs on `seed` and a number of its own, such as the third visit of a run. */
export function seedOf(seed: number, number: number): number {
  let mixed = (seed ^ Math.imul(number + 1, 0x9e3779b1)) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Rounds that are thrown away at the beginning, after which neighbouring seeds have nothing in common. */
const WARM_ROUNDS = 12;

class SeededChance implements Chance {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: number) {
    this.#a = seed >>> 0;
    this.#b = Math.floor(seed / 2 ** 32) >>> 0;
    this.#c = 0x9e3779b9;
    for (let round = 0; round < WARM_ROUNDS; round += 1) this.#word();
  }

  next(): number {
    return this.#word() / 2 ** 32;
  }

  between(least: number, most: number): number {
    assert(least <= most, `Nothing lies between ${least} and ${most}.`);
    return least + Math.floor(this.next() * (most - least + 1));
  }

  oneOf<Value>(values: readonly Value[]): Value {
    assert(values.length > 0, "One of nothing cannot be drawn.");
    // The index is within the list, so that what stands there is a Value even where that may be undefined.
    return values[this.between(0, values.length - 1)] as Value;
  }

  isLikely(share: number): boolean {
    return this.next() < share;
  }

  bytes(count: number): Uint8Array {
    const bytes = new Uint8Array(count);
    for (let at = 0; at < count; at += 4) {
      const word = this.#word();
      for (let part = 0; part < 4 && at + part < count; part += 1) bytes[at + part] = (word >>> (8 * part)) & 0xff;
    }
    return bytes;
  }

  fork(): Chance {
    return new SeededChance(this.#word());
  }

  /** 32 bits. */
  #word(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (this.#c + sum) | 0;
    return sum >>> 0;
  }
}
