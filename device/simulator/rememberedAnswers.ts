import { areSameBytes } from "../protocol/sameBytes.ts";
import { insideOf } from "./boardInside.ts";
import type { SimulatedBoard, SimulatedCabinet } from "./simulatedCabinet.ts";
import type { SimulatedFamily } from "./simulatedFamily.ts";

/** Different questions that are remembered: those that one wire hears in turn. */
const KEPT = 16;

interface Answer {
  readonly frame: Uint8Array;
  readonly reply: Uint8Array | undefined;
  readonly isUnlock: boolean;
}

/** What a board answers, worked out once for each question as long as nothing in the cabinet changes. */
export class RememberedAnswers {
  readonly #board: SimulatedBoard;
  readonly #cabinet: SimulatedCabinet;
  readonly #behaviour: SimulatedFamily;
  #answers: Answer[] = [];
  #changes = -1;

  constructor(board: SimulatedBoard, cabinet: SimulatedCabinet, behaviour: SimulatedFamily) {
    this.#board = board;
    this.#cabinet = cabinet;
    this.#behaviour = behaviour;
  }

  /** The reply is shared: whoever changes its bytes makes a copy. */
  answer(frame: Uint8Array): Answer {
    if (this.#changes !== this.#cabinet.changes) this.#answers = [];
    this.#changes = this.#cabinet.changes;
    for (const known of this.#answers) if (areSameBytes(known.frame, frame)) return known;
    const isUnlock = this.#behaviour.isUnlock(frame);
    const reply = this.#behaviour.answer(frame, insideOf(this.#board, this.#cabinet));
    const fresh = { frame: new Uint8Array(frame), reply, isUnlock };
    // An unlock moves something each time.
    if (!isUnlock && this.#answers.length < KEPT) this.#answers.push(fresh);
    return fresh;
  }
}
