import type { DeskState } from "#core/contract/desk.ts";
import type { TracedFrame } from "#core/interfaces/lockBoard.ts";

const FRAMES_KEPT = 60;
/** Third byte of a CU16 frame: asks for the state of all locks. */
const ASK_STATE = 0x30;
/** How drivers of other families call the same question. */
const ASKS_STATUS = /\bstatus\b/;

/** The frames worth looking at: polling that brings nothing new is left out. */
export interface WireTrace {
  /** Takes a frame; false where it is nothing new. */
  add(frame: TracedFrame, wallMs: number): boolean;
  frames(): DeskState["trace"];
}

/** @param isAllCu16 the page reads frames of these boards itself; those of others come with their meaning. */
export function createWireTrace(isAllCu16: boolean): WireTrace {
  let kept: DeskState["trace"] = [];
  const lastReplies = new Map<string, string>();
  return {
    add: ({ wire, direction, bytes, meaning = "" }, wallMs) => {
      if (direction === "sent" && (isAllCu16 ? bytes[2] === ASK_STATE : ASKS_STATUS.test(meaning))) return false;
      const hex = Buffer.from(bytes)
        .toString("hex")
        .toUpperCase()
        .replace(/(..)(?=.)/g, "$1 ");
      const sender = `${wire} ${bytes[1]} ${bytes.length}`;
      if (direction === "received" && lastReplies.get(sender) === hex) return false;
      if (direction === "received") lastReplies.set(sender, hex);
      kept = [...kept, { atMs: wallMs, direction, hex, ...(!isAllCu16 && { meaning }) }].slice(-FRAMES_KEPT);
      return true;
    },
    frames: () => kept,
  };
}
