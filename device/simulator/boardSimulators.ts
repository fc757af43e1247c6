import type { Clock } from "#core/interfaces/clock.ts";
import { Deframer, remembering } from "../protocol/deframer.ts";
import type { BytePeer } from "../transport/memoryTransport.ts";
import { insideOf, twinOf } from "./boardInside.ts";
import { RememberedAnswers } from "./rememberedAnswers.ts";
import type { SimulatedBoard, SimulatedCabinet } from "./simulatedCabinet.ts";
import { simulatedFamily } from "./simulatedFamilies.ts";
import type { SimulatedFamily } from "./simulatedFamily.ts";

export interface BoardSimulatorsOptions {
  readonly cabinet: SimulatedCabinet;
  /** Those on this wire; all of the cabinet's by default. */
  readonly boards?: readonly SimulatedBoard[];
  /** The boards' end of the wire. */
  readonly peer: BytePeer;
  readonly clock: Clock;
  /** Time that a board takes to answer, milliseconds. Default 0; a real one takes about 8. */
  readonly turnaroundMs?: number;
}

/** A pause after which a board no longer waits for the rest of a request, milliseconds. */
const SILENCE_MS = 40;
/** How much later than its twin a second board at the same address answers, milliseconds. */
const TWIN_DELAY_MS = 12;
/** A byte that begins no frame of any family. */
const NOISE = 0xfa;

/** Lets the boards of a simulated cabinet, of whatever families, answer on one wire byte for byte as real ones do. */
export function attachBoardSimulators(options: BoardSimulatorsOptions): void {
  const { cabinet, peer, clock, boards: here = cabinet.boards } = options;
  const listeners = [...new Set(here.map(({ family }) => family))].map((family) => {
    const behaviour = simulatedFamily(family);
    const boards = here.filter((board) => board.family === family);
    const simulators = boards.map((board) => new BoardSimulator(board, behaviour, options));
    return { simulators, deframer: new Deframer(remembering(behaviour.requestRule)) };
  });
  let lastByteAtMs = Number.NEGATIVE_INFINITY;
  peer.onBytes((bytes) => {
    if (!cabinet.isWirePlugged) return;
    if (cabinet.wireFaults.isEchoing) peer.send(bytes);
    const isAfterSilence = clock.monotonicMs() - lastByteAtMs > SILENCE_MS;
    lastByteAtMs = clock.monotonicMs();
    for (const { simulators, deframer } of listeners) {
      if (isAfterSilence) deframer.expire();
      for (const frame of deframer.push(bytes).frames) for (const simulator of simulators) simulator.hear(frame);
    }
  });
}

/** One board on the wire, with its faults. */
class BoardSimulator {
  readonly #board: SimulatedBoard;
  readonly #behaviour: SimulatedFamily;
  readonly #options: BoardSimulatorsOptions;
  readonly #answers: RememberedAnswers;
  #busyUntilMs = Number.NEGATIVE_INFINITY;
  #reported: readonly string[];

  constructor(board: SimulatedBoard, behaviour: SimulatedFamily, options: BoardSimulatorsOptions) {
    this.#board = board;
    this.#behaviour = behaviour;
    this.#options = options;
    this.#answers = new RememberedAnswers(board, options.cabinet, behaviour);
    this.#reported = this.#sensedDoors();
    if (behaviour.report !== undefined) options.cabinet.onChange(() => this.#reportChanges());
  }

  hear(frame: Uint8Array): void {
    const { cabinet, clock } = this.#options;
    const faults = cabinet.faultsOf(this.#board.name);
    if (faults.isDead || clock.monotonicMs() < this.#busyUntilMs) return;
    const { isUnlock, reply } = this.#answers.answer(frame);
    if (reply === undefined) return;
    if (isUnlock && faults.busyAfterUnlockMs > 0) this.#busyUntilMs = clock.monotonicMs() + faults.busyAfterUnlockMs;
    if (!(isUnlock && (faults.hasNoUnlockReply || faults.busyAfterUnlockMs > 0))) this.#reply(reply);
    const second = faults.hasTwin ? this.#behaviour.answer(frame, twinOf(this.#board, cabinet)) : undefined;
    if (second !== undefined) this.#sendLater(second, TWIN_DELAY_MS);
  }

  #reply(right: Uint8Array): void {
    let bytes = right;
    const { cabinet } = this.#options;
    const { corruptReplies, noiseBytes, splitPauseMs } = cabinet.faultsOf(this.#board.name);
    if (corruptReplies > 0) {
      bytes = new Uint8Array(right);
      const last = bytes.length - 1;
      bytes[last] = (bytes[last] ?? 0) ^ 0xff;
      cabinet.breakBoard(this.#board.name, { corruptReplies: corruptReplies - 1 });
    }
    const noisy = noiseBytes === 0 ? bytes : Uint8Array.from([...new Uint8Array(noiseBytes).fill(NOISE), ...bytes]);
    if (splitPauseMs === 0) return this.#sendLater(noisy, 0);
    const half = Math.ceil(noisy.length / 2);
    this.#sendLater(noisy.subarray(0, half), 0);
    this.#sendLater(noisy.subarray(half), splitPauseMs);
  }

  /** Tells of each door that moved since the last report, as boards of some families do unasked. */
  #reportChanges(): void {
    const now = this.#sensedDoors();
    const before = this.#reported;
    this.#reported = now;
    for (const [index, sensed] of now.entries()) {
      if (sensed === before[index]) continue;
      const frame = this.#behaviour.report?.(insideOf(this.#board, this.#options.cabinet), index + 1);
      if (frame !== undefined && !this.#options.cabinet.faultsOf(this.#board.name).isDead) this.#sendLater(frame, 0);
    }
  }

  #sensedDoors(): readonly string[] {
    const { name, channels } = this.#board;
    return Array.from({ length: channels }, (_, index) =>
      this.#options.cabinet.sensedDoor({ board: name, channel: index + 1 }),
    );
  }

  #sendLater(bytes: Uint8Array, extraMs: number): void {
    const { cabinet, clock, peer, turnaroundMs = 0 } = this.#options;
    const faults = cabinet.faultsOf(this.#board.name);
    if (faults.isMute) return;
    const delayMs = faults.replyDelayMs + turnaroundMs + extraMs;
    const send = (): void => {
      if (cabinet.isWirePlugged) peer.send(bytes);
    };
    if (delayMs > 0) clock.after(delayMs, send);
    else send();
  }
}
