import type { Clock } from "#core/interfaces/clock.ts";
import type { BytePeer } from "#device/transport/memoryTransport.ts";
import type { Chance } from "../contract/plan.ts";

/** What a bad wire does to what passes over it, each a share of 0..1, in both directions. */
export interface WireNoise {
  /** Nothing of it arrives. */
  readonly drop: number;
  /** It arrives later, by up to `longestDelayMs`. */
  readonly delay: number;
  readonly longestDelayMs: number;
  /** It arrives twice. */
  readonly double: number;
  /** One byte of it is another. */
  readonly corrupt: number;
  /** Its end is missing. */
  readonly cut: number;
}

export const QUIET_WIRE: WireNoise = { drop: 0, delay: 0, longestDelayMs: 0, double: 0, corrupt: 0, cut: 0 };

/** A device's end of a wire that can be made bad, and on which somebody listens. */
export interface FaultyPeer extends BytePeer {
  /** What the wire does from now on. */
  noise: WireNoise;
  /** Hears what each side sends, before the wire does anything to it. */
  onSent(listener: (bytes: Uint8Array, by: "kiosk" | "device") => void): void;
}

export interface FaultyPeerOptions {
  readonly peer: BytePeer;
  readonly clock: Pick<Clock, "after">;
  readonly chance: Chance;
}

/** Stands between a wire and the device at its end. */
export function faultyPeer(options: FaultyPeerOptions): FaultyPeer {
  return new NoisyPeer(options);
}

class NoisyPeer implements FaultyPeer {
  noise = QUIET_WIRE;
  readonly #options: FaultyPeerOptions;
  readonly #listeners: ((bytes: Uint8Array) => void)[] = [];
  readonly #taps: ((bytes: Uint8Array, by: "kiosk" | "device") => void)[] = [];

  constructor(options: FaultyPeerOptions) {
    this.#options = options;
    options.peer.onBytes((bytes) => {
      for (const tap of this.#taps) tap(bytes, "kiosk");
      this.#pass(bytes, (arrived) => this.#tellDevice(arrived));
    });
  }

  onBytes(listener: (bytes: Uint8Array) => void): void {
    this.#listeners.push(listener);
  }

  send(bytes: Uint8Array): void {
    for (const tap of this.#taps) tap(bytes, "device");
    this.#pass(bytes, (arrived) => this.#options.peer.send(arrived));
  }

  onSent(listener: (bytes: Uint8Array, by: "kiosk" | "device") => void): void {
    this.#taps.push(listener);
  }

  #tellDevice(bytes: Uint8Array): void {
    for (const listener of this.#listeners) listener(bytes);
  }

  #pass(bytes: Uint8Array, deliver: (bytes: Uint8Array) => void): void {
    const { noise } = this;
    if (noise === QUIET_WIRE) return deliver(bytes);
    const { chance, clock } = this.#options;
    if (chance.isLikely(noise.drop)) return;
    let passed = bytes;
    if (chance.isLikely(noise.cut)) passed = bytes.subarray(0, chance.between(0, bytes.length - 1));
    if (passed.length > 0 && chance.isLikely(noise.corrupt)) passed = corrupted(passed, chance);
    if (chance.isLikely(noise.double)) clock.after(chance.between(0, noise.longestDelayMs), () => deliver(passed));
    if (chance.isLikely(noise.delay)) clock.after(chance.between(1, noise.longestDelayMs), () => deliver(passed));
    else deliver(passed);
  }
}

function corrupted(bytes: Uint8Array, chance: Chance): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const at = chance.between(0, copy.length - 1);
  copy[at] = (copy[at] ?? 0) ^ chance.between(1, 255);
  return copy;
}
