import fc from "fast-check";
import { expect } from "vitest";
import { Deframer, type FrameRule } from "#device/protocol/deframer.ts";
import { hex } from "./hex.ts";

/** Checks of a frame rule on streams, the same for every board family. `frames` are good frames of that rule. */
export interface StreamOf {
  readonly rule: FrameRule;
  readonly frames: fc.Arbitrary<Uint8Array>;
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** Every frame of a stream that comes in one piece and ends in silence. */
export function framesOf(rule: FrameRule, stream: Uint8Array): Uint8Array[] {
  const deframer = new Deframer(rule);
  return [...deframer.push(stream).frames, ...deframer.expire().frames];
}

/** The frames are the same wherever the bytes are cut. */
export function expectSameHoweverCut({ rule, frames }: StreamOf): void {
  const cuts = fc.infiniteStream(fc.integer({ min: 1, max: 7 }));
  fc.assert(
    fc.property(fc.array(frames, { maxLength: 10 }), cuts, (sent, lengths) => {
      const deframer = new Deframer(rule);
      const seen = pieces(joined(sent), lengths).flatMap((piece) => [...deframer.push(piece).frames]);
      expect(seen.map(hex)).toEqual(sent.map(hex));
    }),
  );
}

/** Two frames arrive whole for each single place where the stream can be cut in two. */
export function expectWholeAtEveryCut({ rule, frames }: StreamOf): void {
  fc.assert(
    fc.property(frames, frames, (first, second) => {
      const stream = joined([first, second]);
      for (let at = 0; at <= stream.length; at += 1) {
        const deframer = new Deframer(rule);
        const seen = [...deframer.push(stream.slice(0, at)).frames, ...deframer.push(stream.slice(at)).frames];
        expect(seen.map(hex)).toEqual([hex(first), hex(second)]);
      }
    }),
  );
}

/** Good frames between garbage are all found, unless the garbage itself completes another frame. */
export function expectFoundInGarbage({ rule, frames }: StreamOf): void {
  const garbage = fc.uint8Array({ maxLength: 20 });
  fc.assert(
    fc.property(fc.array(fc.tuple(garbage, frames), { maxLength: 5 }), garbage, (parts, tail) => {
      const stream = joined([...parts.flat(), tail]);
      fc.pre(countPlaces(rule, stream) === parts.length);
      expect(framesOf(rule, stream).map(hex)).toEqual(parts.map(([, frame]) => hex(frame)));
    }),
  );
}

/** A frame cut off after any of its bytes takes nothing of the good one behind it. */
export function expectNothingLostBehindCutOff({ rule, frames }: StreamOf): void {
  fc.assert(
    fc.property(frames, frames, (first, second) => {
      for (let keep = 0; keep < first.length; keep += 1) {
        const stream = joined([first.slice(0, keep), second]);
        if (countPlaces(rule, stream) !== 1) continue;
        expect(framesOf(rule, stream).map(hex)).toEqual([hex(second)]);
      }
    }),
  );
}

/** A frame with any one byte damaged takes nothing of the good one behind it. */
export function expectNothingLostBehindDamage({ rule, frames }: StreamOf): void {
  fc.assert(
    fc.property(frames, frames, fc.integer({ min: 1, max: 0xff }), (first, second, flip) => {
      for (const at of first.keys()) {
        const damaged = Uint8Array.from(first);
        damaged[at] = (damaged[at] ?? 0) ^ flip;
        const stream = joined([damaged, second]);
        if (countPlaces(rule, stream) !== 1) continue;
        expect(framesOf(rule, stream).map(hex)).toEqual([hex(second)]);
      }
    }),
  );
}

/**
 * Each byte of a frame is damaged in each of the 255 ways, a good frame follows: the good one is found every time. How often
 * the damaged one passes as a frame too is the result: 0 where a check protects it.
 */
export function countPassedDamages(rule: FrameRule, frame: Uint8Array, good: Uint8Array): number {
  let passed = 0;
  for (let at = 0; at < frame.length; at += 1) {
    for (let flip = 1; flip <= 0xff; flip += 1) {
      const damaged = Uint8Array.from(frame);
      damaged[at] = (damaged[at] ?? 0) ^ flip;
      const seen = framesOf(rule, joined([damaged, good]));
      const last = hex(seen.at(-1) ?? new Uint8Array());
      if (last !== hex(good)) expect.fail(`The good frame behind ${hex(damaged)} was lost; the last one is ${last}.`);
      passed += seen.length - 1;
    }
  }
  return passed;
}

/** Whatever comes, each byte is in exactly one frame or dropped. */
export function expectEveryByteAccounted(rule: FrameRule, starts: readonly number[]): void {
  const byte = fc.oneof(fc.integer({ min: 0, max: 0xff }), fc.constantFrom(...starts));
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 150 }), (noise) => {
      const deframer = new Deframer(rule);
      const parts = [deframer.push(Uint8Array.from(noise)), deframer.expire()];
      const count = parts.reduce((sum, part) => sum + part.dropped.length + joined(part.frames).length, 0);
      expect(count).toBe(noise.length);
    }),
  );
}

/** Places at which a frame begins, overlapping ones included: an accident of the bytes that no parser can see. */
export function countPlaces(rule: FrameRule, stream: Uint8Array): number {
  return Array.from(stream.keys()).filter((at) => rule(stream, at).kind === "frame").length;
}

/** A stream cut into parts of these lengths. */
export function pieces(stream: Uint8Array, cuts: Iterator<number>): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let at = 0; at < stream.length; ) {
    const length = Number(cuts.next().value);
    found.push(stream.slice(at, at + length));
    at += length;
  }
  return found;
}
