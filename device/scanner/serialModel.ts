import type { FrameRule } from "../protocol/deframer.ts";
import { GM65_TRIGGER, gm65ReplyRule } from "../protocol/gm65/frames.ts";
import { SERIAL_TRIGGER } from "../protocol/honeywell/commands.ts";
import { newlandReplyRule } from "../protocol/newland/frames.ts";

/** Makes whose commands are known; `generic` is any scanner that sends each code as a line. */
export const serialScannerModels = ["generic", "gm65", "honeywell", "newland"] as const;
export type SerialScannerModel = (typeof serialScannerModels)[number];

/** What a make adds to "each code is a line". */
export interface SerialScannerCommands {
  /** Reads one code now. */
  readonly trigger?: Uint8Array;
  /** Replies to commands, which are no code. */
  readonly replyRule?: FrameRule;
}

export const serialScannerCommands: Readonly<Record<SerialScannerModel, SerialScannerCommands>> = {
  generic: {},
  gm65: { trigger: GM65_TRIGGER, replyRule: gm65ReplyRule },
  honeywell: { trigger: SERIAL_TRIGGER },
  newland: { replyRule: newlandReplyRule },
};
