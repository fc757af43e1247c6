import { failed, ok, type Result } from "#core/base/result.ts";
import type { Clock } from "#core/interfaces/clock.ts";

/** Why a request brought no answer: a word for the log, without personal data. */
export type PostFailure = "timedOut" | "notReached" | "answerTooLong" | "answerNotJson";

/** An answer that is JSON, whatever its HTTP status. */
export interface PostAnswer {
  readonly status: number;
  readonly json: unknown;
}

export interface PostOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly contentType: string;
  /** Whole request with its answer, milliseconds. */
  readonly timeoutMs: number;
  /** Aborted when the client is closed. */
  readonly signal: AbortSignal;
}

/** Longest answer that is read, characters: 200 orders are far below it. */
const LONGEST_ANSWER = 1_000_000;

/** Sends one body and reads the JSON answer. Never throws. */
export async function post(url: string, body: string, options: PostOptions): Promise<Result<PostAnswer, PostFailure>> {
  const timer = new AbortController();
  let isTimedOut = false;
  const cancel = options.clock.after(options.timeoutMs, () => {
    isTimedOut = true;
    timer.abort();
  });
  try {
    const response = await options.fetch(url, {
      method: "POST",
      body,
      headers: { "content-type": options.contentType, accept: "application/json" },
      redirect: "error",
      signal: AbortSignal.any([timer.signal, options.signal]),
    });
    const text = await response.text();
    if (text.length > LONGEST_ANSWER) return failed("answerTooLong");
    return readJson(text, response.status);
  } catch {
    return failed(isTimedOut ? "timedOut" : "notReached");
  } finally {
    cancel();
  }
}

function readJson(text: string, status: number): Result<PostAnswer, PostFailure> {
  try {
    return ok({ status, json: JSON.parse(text) });
  } catch {
    return failed("answerNotJson");
  }
}
