import { type HistoryAnswer, HistoryRequest } from "#core/contract/sync.ts";
import type { StoredEvent } from "#core/events/event.ts";
import { type KioskApiParts, signedBody } from "./kioskRequest.ts";

/** Characters of events in one answer; the kiosk reads no more than a million. */
const ANSWER_CHARS = 500_000;

/** What is stored of a kiosk, for that kiosk alone: it is being restored. Changes nothing. */
export async function kioskHistory(parts: Pick<KioskApiParts, "store">, jws: unknown): Promise<HistoryAnswer> {
  const { store } = parts;
  const signed = await signedBody(parts, jws);
  if (!signed.ok) {
    const { reason, message } = signed.error;
    return { result: "refused", reason, message };
  }
  const { kiosk, payload } = signed.value;
  const request = HistoryRequest.safeParse(payload);
  if (!request.success || request.data.kioskNumber !== kiosk.kioskNumber)
    return { result: "refused", reason: "badRequest", message: "The request is not of protocol 1 or of this kiosk." };
  const { kioskNumber, logId, afterSeq, limit } = request.data;
  const logs = await store.logsOf(kioskNumber);
  const events = logId === undefined ? [] : await store.eventsOfLogAfter(kioskNumber, logId, { afterSeq, limit });
  return { result: "history", logs, events: fitting(events) };
}

/** The first events that fit into an answer; always one where there is any. */
function fitting(events: readonly StoredEvent[]): StoredEvent[] {
  let chars = 0;
  const fit = events.findIndex((event, index) => {
    chars += JSON.stringify(event).length;
    return chars > ANSWER_CHARS && index > 0;
  });
  return fit < 0 ? [...events] : events.slice(0, fit);
}
