import type { DeskState } from "#core/contract/desk.ts";
import type { TracedFrame } from "#core/interfaces/lockBoard.ts";

const FRAMES_KEPT = 60;
/** Third byte of a CU16 frame: asks for the state of all locks. */
const ASK_STATE = 0x30;

/** The frames worth looking at: polling that brings nothing new is left out. */
export interface WireTrace {
  /** Takes a frame; false where it is nothing new. */
  add(frame: TracedFrame, wallMs: number): boolean;
  frames(): DeskState["trace"];
}

export function createWireTrace(): WireTrace {
  let kept: DeskState["trace"] = [];
  const lastReplies = new Map<string, string>();
  return {
    add: ({ wire, direction, bytes }, wallMs) => {
      if (direction === "sent" && bytes[2] === ASK_STATE) return false;
      const hex = Buffer.from(bytes)
        .toString("hex")
        .toUpperCase()
        .replace(/(..)(?=.)/g, "$1 ");
      const sender = `${wire} ${bytes[1]} ${bytes.length}`;
      if (direction === "received" && lastReplies.get(sender) === hex) return false;
      if (direction === "received") lastReplies.set(sender, hex);
      kept = [...kept, { atMs: wallMs, direction, hex }].slice(-FRAMES_KEPT);
      return true;
    },
    frames: () => kept,
  };
}
