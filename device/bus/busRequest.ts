/** One question to one place on a wire. */
export interface BusRequest<Reply> {
  /** Urgent requests go ahead of routine ones. */
  readonly priority: "urgent" | "routine";
  /** Address on the wire; a place that missed a reply is left alone for a while. */
  readonly place: number;
  readonly bytes: Uint8Array;
  readonly isReplyRequired: boolean;
  /** Monotonic time after which the bytes must not leave any more. */
  readonly useByMs?: number;
  /** Checks everything in a frame against this request; undefined when it is no reply to it. */
  readonly accept: (frame: Uint8Array) => Reply | undefined;
}

export type BusOutcome<Reply> =
  | { readonly kind: "reply"; readonly reply: Reply; readonly sentAtMs: number }
  | BusFailure;

export type BusFailure =
  /** Bytes left, or may have left, and no acceptable reply came. */
  | { readonly kind: "noReply" }
  /** Nothing left: the wire is down, the use-by time passed, or too much was waiting. */
  | { readonly kind: "notSent"; readonly reason: "closed" | "expired" | "full" };
