import { assert } from "#core/base/assert.ts";
import { packBits, unpackBits } from "../bitField.ts";
import { closeFrame, isFrame, replyRule, STATUS_REPLY } from "./frames.ts";
import { CU48_CHANNELS } from "./requests.ts";

/** All doors of one board; element 0 = channel 1, always 48 elements. */
export interface Cu48Status {
  readonly address: number;
  /** True = hook closed. */
  readonly hooks: readonly boolean[];
  /** True = something inside, as on the CU16; without meaning where no sensor is fitted. */
  readonly sensors: readonly boolean[];
}

/** The 18 bytes of a status, as a board sends it. */
export function encodeCu48Status({ address, hooks, sensors }: Cu48Status): Uint8Array {
  const isWhole = hooks.length === CU48_CHANNELS && sensors.length === CU48_CHANNELS;
  assert(isWhole, "A status of a CU48B holds 48 hooks and 48 sensors.");
  return closeFrame([address, 0, STATUS_REPLY, ...packBits(hooks), ...packBits(sensors)]);
}

/** The meaning of one whole frame from a board, or undefined. */
export function decodeCu48Status(frame: Uint8Array): Cu48Status | undefined {
  if (!isFrame(frame, replyRule)) return undefined;
  return {
    address: frame[1] ?? 0,
    hooks: unpackBits(frame.subarray(4, 10)),
    sensors: unpackBits(frame.subarray(10, 16)),
  };
}
