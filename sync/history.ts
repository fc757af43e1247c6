import { failed, ok, type Result } from "#core/base/result.ts";
import { signRequest } from "#core/contract/signedRequest.ts";
import { HistoryAnswer, type HistoryRequest, SYNC_BATCH_EVENTS, SYNC_PROTOCOL } from "#core/contract/sync.ts";
import type { StoredEvent } from "#core/events/event.ts";
import { type PostOptions, post } from "./post.ts";
import type { KioskKey } from "./round.ts";

/** A log of this kiosk and its newest event, as the back office has it. */
export interface KnownLog {
  readonly logId: string;
  readonly lastSeq: number;
  /** Hash of that newest event. */
  readonly hash: string;
}

/** What the back office has of this kiosk. Everything fails with a sentence for the person who restores. */
export interface OfficeHistory {
  /** Every log, in the order in which the back office first saw them. */
  logs(): Promise<Result<readonly KnownLog[], string>>;
  /** Events of a log from `afterSeq` + 1 up to `upTo`, in order. */
  events(
    logId: string,
    range: { readonly afterSeq: number; readonly upTo: number },
  ): Promise<Result<readonly StoredEvent[], string>>;
}

export interface HistoryOptions {
  readonly kioskNumber: number;
  readonly key: Pick<KioskKey, "sign">;
  /** Address of the back office, with or without a slash at the end. */
  readonly baseUrl: string;
  readonly request: Omit<PostOptions, "contentType">;
}

/** Reads this kiosk's history page by page. What comes is not checked here: the chain says what is true. */
export function officeHistory(options: HistoryOptions): OfficeHistory {
  return {
    logs: async () => {
      const page = await ask(options, { afterSeq: 0 });
      return page.ok ? ok(page.value.logs) : page;
    },
    events: async (logId, { afterSeq, upTo }) => {
      const events: StoredEvent[] = [];
      for (let seq = afterSeq; seq < upTo; ) {
        const page = await ask(options, { logId, afterSeq: seq });
        if (!page.ok) return page;
        const wanted = page.value.events.filter(
          (event) => event.logId === logId && event.seq > seq && event.seq <= upTo,
        );
        const last = wanted.at(-1);
        if (last === undefined) return failed(`The back office did not send event ${seq + 1} of log ${logId}.`);
        events.push(...wanted);
        seq = last.seq;
      }
      return ok(events);
    },
  };
}

type Page = Extract<HistoryAnswer, { result: "history" }>;

async function ask(
  options: HistoryOptions,
  what: Pick<HistoryRequest, "logId" | "afterSeq">,
): Promise<Result<Page, string>> {
  const { kioskNumber, key, baseUrl } = options;
  const request: HistoryRequest = { protocol: SYNC_PROTOCOL, kioskNumber, limit: SYNC_BATCH_EVENTS, ...what };
  const jws = signRequest(request, { kioskNumber, sign: (bytes) => key.sign(bytes) });
  const url = `${baseUrl.replace(/\/+$/, "")}/kiosk/v1/history`;
  const answer = await post(url, jws, { ...options.request, contentType: "application/jose" });
  if (!answer.ok) return failed(`The back office at ${baseUrl} does not answer (${answer.error}).`);
  const parsed = HistoryAnswer.safeParse(answer.value.json);
  if (!parsed.success) return failed(`The back office at ${baseUrl} gave no history (status ${answer.value.status}).`);
  return parsed.data.result === "history" ? ok(parsed.data) : failed(parsed.data.message);
}
