import type { DeskState } from "#core/contract/desk.ts";
import type { TracedFrame } from "#core/interfaces/lockBoard.ts";

const FRAMES_KEPT = 60;
/** What drivers of all families call a question about doors, and its answer. */
const ASKS_DOORS = /^(?:ask )?status /;

/** The frames worth looking at: polling that brings nothing new is left out. */
export interface WireTrace {
  /** Takes a frame; false where it is nothing new. */
  add(frame: TracedFrame, wallMs: number): boolean;
  frames(): DeskState["trace"];
}

export function createWireTrace(): WireTrace {
  let kept: DeskState["trace"] = [];
  /** What each wire was asked last. */
  const asked = new Map<string, string>();
  /** The newest answer to each question about doors. */
  const answers = new Map<string, string>();
  return {
    add: ({ wire, direction, bytes, meaning }, wallMs) => {
      const hex = Buffer.from(bytes)
        .toString("hex")
        .toUpperCase()
        .replace(/(..)(?=.)/g, "$1 ");
      const isAboutDoors = meaning !== undefined && ASKS_DOORS.test(meaning);
      if (direction === "sent") {
        asked.set(wire, `${wire} ${hex}`);
        if (isAboutDoors) return false;
      }
      if (direction === "received" && isAboutDoors) {
        const question = asked.get(wire) ?? wire;
        if (answers.get(question) === hex) return false;
        answers.set(question, hex);
      }
      kept = [...kept, { atMs: wallMs, direction, hex, ...(meaning === undefined ? {} : { meaning }) }].slice(
        -FRAMES_KEPT,
      );
      return true;
    },
    frames: () => kept,
  };
}
