import { assert } from "#core/base/assert.ts";
import { packBits, unpackBits } from "../bitField.ts";
import { ASK_DONE, closeFrame, openFrame, replyRule, STATUS, UNLOCK, VERSION } from "./frames.ts";

/** Why a board did not do what it was told, by the ASK codes 11 to 14. */
export const cu12Failures = ["failed", "timed out", "unknown command", "check failed"] as const;
export type Cu12Failure = (typeof cu12Failures)[number];

export type Cu12Reply =
  /** Element 0 = channel 1, true = hook closed. 16 elements from a CU12, whose last four mean nothing, 24 from a CU24. */
  | { readonly kind: "status"; readonly address: number; readonly hooks: readonly boolean[] }
  | { readonly kind: "version"; readonly address: number; readonly software: number; readonly hardware: number }
  /** The pulse was accepted; nothing about the door. `channel` is 1-based. */
  | { readonly kind: "unlock"; readonly address: number; readonly channel: number }
  /** Not done. `lock` is the raw lock number of the request, `command` its command. */
  | {
      readonly kind: "failure";
      readonly address: number;
      readonly lock: number;
      readonly command: number;
      readonly failure: Cu12Failure;
    };

/** The bytes of a reply, as a board sends it. */
export function encodeCu12Reply(reply: Cu12Reply): Uint8Array {
  const { address } = reply;
  const none = new Uint8Array(0);
  switch (reply.kind) {
    case "status": {
      const data = packBits(reply.hooks);
      assert(data.length === 2 || data.length === 3, `A status of ${data.length} bytes is no reply of a CU12 or CU24.`);
      return closeFrame({ address, lock: 0, command: STATUS, ask: ASK_DONE, data });
    }
    case "version": {
      const data = Uint8Array.of(reply.software, reply.hardware);
      return closeFrame({ address, lock: 0, command: VERSION, ask: ASK_DONE, data });
    }
    case "unlock":
      return closeFrame({ address, lock: reply.channel - 1, command: UNLOCK, ask: ASK_DONE, data: none });
    case "failure": {
      const ask = ASK_DONE + 1 + cu12Failures.indexOf(reply.failure);
      return closeFrame({ address, lock: reply.lock, command: reply.command, ask, data: none });
    }
  }
}

/** The meaning of one whole frame from a board, or undefined. */
export function decodeCu12Reply(frame: Uint8Array): Cu12Reply | undefined {
  const parts = openFrame(frame, replyRule);
  if (parts === undefined) return undefined;
  const { address, lock, command, ask, data } = parts;
  const failure = cu12Failures[ask - ASK_DONE - 1];
  if (failure !== undefined) return { kind: "failure", address, lock, command, failure };
  if (command === UNLOCK) return { kind: "unlock", address, channel: lock + 1 };
  // A board answers these for itself and always with data; anything else is not the reply that was asked for.
  if (lock !== 0 || data.length === 0) return undefined;
  const [software = 0, hardware = 0] = data;
  return command === STATUS
    ? { kind: "status", address, hooks: unpackBits(data) }
    : { kind: "version", address, software, hardware };
}
