import type { BusRequest } from "./busRequest.ts";

/** A second answer to the same question comes within this time, milliseconds. */
const SECOND_ANSWER_MS = 100;
/** So long after a missed reply an unexpected one may be that one, milliseconds. */
const LATE_REPLY_MS = 10_000;

interface Recent {
  request: BusRequest<unknown> | undefined;
  answeredAtMs: number;
  missedAtMs: number;
}

/** What each board of a wire answered last, so that an answer too many is told from a late one. */
export class AnswerHistory {
  readonly #recent = new Map<string, Recent>();

  answered(request: BusRequest<unknown>, nowMs: number): void {
    const recent = this.#of(request.board);
    recent.request = request;
    recent.answeredAtMs = nowMs;
  }

  missed(board: string, nowMs: number): void {
    this.#of(board).missedAtMs = nowMs;
  }

  /** The board at whose address somebody answered once more, or undefined. */
  findSecondAnswer(frame: Uint8Array, nowMs: number): string | undefined {
    for (const [board, { request, answeredAtMs, missedAtMs }] of this.#recent) {
      const isFresh = nowMs - answeredAtMs <= SECOND_ANSWER_MS && nowMs - missedAtMs > LATE_REPLY_MS;
      if (isFresh && request?.accept(frame) !== undefined) return board;
    }
    return undefined;
  }

  #of(board: string): Recent {
    const found = this.#recent.get(board);
    if (found !== undefined) return found;
    const fresh: Recent = {
      request: undefined,
      answeredAtMs: Number.NEGATIVE_INFINITY,
      missedAtMs: Number.NEGATIVE_INFINITY,
    };
    this.#recent.set(board, fresh);
    return fresh;
  }
}
