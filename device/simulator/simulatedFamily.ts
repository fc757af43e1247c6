import type { BoardFamily } from "#core/interfaces/lockBoard.ts";
import type { FrameRule } from "../protocol/deframer.ts";

/** What a simulated board can see and do. Channels are 1-based. */
export interface BoardInside {
  readonly address: number;
  /** The address that it puts into its replies; differs from `address` only while that fault is on. */
  readonly replyAddress: number;
  readonly channels: number;
  readonly byteOrder: "firstByteFirst" | "lastByteFirst";
  /** What the feedback contact says, wiring included: true where the family's documents call the value closed. */
  saysClosed(channel: number): boolean;
  /** True where something lies inside; boards without occupancy sensors do not ask. */
  saysOccupied(channel: number): boolean;
  /** The board pulses a lock once. */
  pulse(channel: number): void;
}

/** How boards of one family behave on their wire, byte for byte. Pure but for what `BoardInside` does. */
export interface SimulatedFamily {
  readonly family: BoardFamily;
  /** Frames that a controller sends to such boards. */
  readonly requestRule: FrameRule;
  /** The reply; undefined where this board stays silent (another address, a frame it does not know). */
  answer(frame: Uint8Array, board: BoardInside): Uint8Array | undefined;
  /** True where the frame asks for a pulse, so that faults can lose its reply after the door opened. */
  isUnlock(frame: Uint8Array): boolean;
  /** The frame that such a board sends unasked when a door changes; absent where the family never does. */
  report?(board: BoardInside, channel: number): Uint8Array;
}
