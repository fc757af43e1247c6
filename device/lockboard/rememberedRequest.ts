import type { BoardRequest } from "../protocol/boardDriver.ts";
import { areSameBytes } from "../protocol/sameBytes.ts";

/**
 * The same request for every poll of a board: a reply with the very bytes of the one before means the very same, and is
 * the same object. What polls cost is mostly this: nearly all of them say what the last one said.
 */
export function rememberedRequest<Reply>({ bytes, accept }: BoardRequest<Reply>): BoardRequest<Reply> {
  let last: { readonly frame: Uint8Array; readonly reply: Reply } | undefined;
  return {
    bytes,
    accept: (frame) => {
      if (last !== undefined && areSameBytes(last.frame, frame)) return last.reply;
      const reply = accept(frame);
      if (reply !== undefined) last = { frame: new Uint8Array(frame), reply };
      return reply;
    },
  };
}
