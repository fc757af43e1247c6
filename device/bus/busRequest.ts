import type { BoardDriver, BoardRequest } from "../protocol/boardDriver.ts";

/**
 * Urgent requests go ahead of all others, and questions about a watched door ahead of routine ones: an unlock must not
 * wait for polls, and a quick hand must not be missed. Routine ones that waited long have every second turn.
 */
export type BusPriority = "urgent" | "watched" | "routine";

/** One question to one board on a wire. */
export interface BusRequest<Reply> extends BoardRequest<Reply> {
  /** Asked each time the wire is free: a door may begin to be watched while its board's poll waits. */
  readonly priority: () => BusPriority;
  /** Name of the board; one that missed a reply is left alone for a while. */
  readonly board: string;
  readonly driver: BoardDriver;
  /** How long an answer that may come or not is listened for, milliseconds; absent where a reply must come. */
  readonly optionalReplyMs?: number;
  /** Monotonic time after which the bytes must not leave any more. */
  readonly useByMs?: number;
}

export type BusOutcome<Reply> =
  | {
      readonly kind: "reply";
      readonly reply: Reply;
      readonly sentAtMs: number;
      /** From the request leaving to the whole reply, milliseconds. */
      readonly latencyMs: number;
      readonly hasEcho: boolean;
    }
  | BusFailure;

export type BusFailure =
  /** Bytes left, or may have left, and no acceptable reply came. `isDamaged`: bytes came that were no frame. */
  | { readonly kind: "noReply"; readonly sentAtMs: number; readonly isDamaged: boolean }
  /** Nothing left: the wire is down, the use-by time passed, or too much was waiting. */
  | { readonly kind: "notSent"; readonly reason: "closed" | "expired" | "full" };
