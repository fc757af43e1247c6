import { type RequestSigner, signRequest } from "#core/contract/signedRequest.ts";
import {
  EnrolAnswer,
  type KeyShare,
  SYNC_BATCH_EVENTS,
  SYNC_KEY_SHARES,
  SYNC_PROTOCOL,
  SyncAnswer,
  type SyncRequest,
} from "#core/contract/sync.ts";
import type { StoredEvent } from "#core/events/event.ts";
import type { SyncStore } from "#core/interfaces/syncStore.ts";
import { fitBatch } from "./batch.ts";
import { type PostOptions, post } from "./post.ts";

/** What one request to the back office came to. */
export type RoundOutcome =
  /** `hasMore`: events are waiting that did not fit, or the back office asked for earlier ones. */
  | { readonly kind: "done"; readonly hasMore: boolean }
  /** No answer that can be used; try again later. */
  | { readonly kind: "offline"; readonly reason: string }
  /** The back office does not take what this kiosk sends: a person must look, the attempts go on. */
  | { readonly kind: "refused"; readonly reason: string };

/** The kiosk's Ed25519 key, made at the first start. */
export interface KioskKey {
  readonly publicJwk: { readonly kty: "OKP"; readonly crv: "Ed25519"; readonly x: string };
  /** Signature, 64 bytes. */
  sign(bytes: Uint8Array): Uint8Array;
}

export interface RoundOptions {
  readonly store: SyncStore;
  readonly kioskNumber: number;
  readonly key: KioskKey;
  /** Address of the back office, with or without a slash at the end. */
  readonly baseUrl: string;
  /** One-time code from the configuration; not needed any more once enrolled. */
  readonly enrolmentCode: string | undefined;
  /** The back office's wall time came in. */
  readonly onTime?: ((timeMs: number) => void) | undefined;
  readonly request: Omit<PostOptions, "contentType">;
}

/** What enrolling needs of a round, and of the store. */
export interface EnrolOptions extends Omit<RoundOptions, "store" | "onTime"> {
  readonly store: Pick<SyncStore, "setOfficeKey" | "setEnrolled">;
}

/** Characters of event text in one request; the body stays below the 4 MiB that the back office takes. */
const BATCH_CHARS = 500_000;

/** Offers the public key and the one-time code. Harmless to repeat: the same key may use the code again. */
export async function enrol(options: EnrolOptions): Promise<RoundOutcome> {
  const { kioskNumber, enrolmentCode, key, store } = options;
  if (enrolmentCode === undefined) return { kind: "refused", reason: "noEnrolmentCode" };
  const body = JSON.stringify({
    protocol: SYNC_PROTOCOL,
    kioskNumber,
    code: enrolmentCode,
    publicKey: key.publicJwk,
  });
  const answer = await post(address(options, "enrol"), body, { ...options.request, contentType: "application/json" });
  if (!answer.ok) return { kind: "offline", reason: answer.error };
  if (isPassing(answer.value.status)) return { kind: "offline", reason: `status${answer.value.status}` };
  const enrolled = EnrolAnswer.safeParse(answer.value.json);
  if (!enrolled.success) return { kind: "refused", reason: "enrolmentRefused" };
  store.setOfficeKey(enrolled.data.officeKey);
  store.setEnrolled();
  return { kind: "done", hasMore: true };
}

/** Sends the next events, takes orders, and moves the acknowledged number. One request. */
export async function exchangeOnce(options: RoundOptions): Promise<RoundOutcome> {
  const { store } = options;
  const fromSeq = store.acknowledgedUpTo();
  const parcel = nextParcel(store, fromSeq);
  const jws = signParcel(options, parcel);
  const answer = await post(address(options, "sync"), jws, { ...options.request, contentType: "application/jose" });
  if (!answer.ok) return { kind: "offline", reason: answer.error };
  const parsed = SyncAnswer.safeParse(answer.value.json);
  if (!parsed.success) return { kind: "offline", reason: `unreadableAnswer${answer.value.status}` };
  if (parsed.data.result === "refused") return takeRefusal(store, parsed.data, fromSeq);
  options.onTime?.(parsed.data.timeMs);
  store.setKeysSent(parcel.keyShares);
  return takeAcceptance(store, parsed.data, { fromSeq, sentUpTo: parcel.events.at(-1)?.seq ?? fromSeq });
}

/** Events, and the keys that the back office needs for them. */
interface Parcel {
  readonly events: readonly StoredEvent[];
  readonly keyShares: readonly KeyShare[];
}

/**
 * The next events with the keys that they need. A key never goes before the batch that holds its first event, so that
 * the end of an earlier retention of the same dossier is known there first; and where the keys do not all fit, the events
 * stop before the first that needs one of the rest.
 */
function nextParcel(store: SyncStore, fromSeq: number): Parcel {
  const fitting = fitBatch(store.eventsAfter(fromSeq, SYNC_BATCH_EVENTS), BATCH_CHARS);
  const shares = store.unsentKeys(fitting.at(-1)?.seq ?? fromSeq, SYNC_KEY_SHARES + 1);
  const left = shares[SYNC_KEY_SHARES];
  const events = left === undefined ? fitting : fitting.filter(({ seq }) => seq < left.fromSeq);
  return { events, keyShares: shares.slice(0, SYNC_KEY_SHARES) };
}

function takeRefusal(
  store: SyncStore,
  answer: Extract<SyncAnswer, { result: "refused" }>,
  fromSeq: number,
): RoundOutcome {
  if (answer.reason !== "gap" || answer.acknowledgedUpTo >= fromSeq) return { kind: "refused", reason: answer.reason };
  store.setAcknowledged(answer.acknowledgedUpTo);
  return { kind: "done", hasMore: true };
}

/**
 * The acknowledged number never passes what this log has sent: a back office that claims more knows another history of
 * this log, and sending on from our own end makes it say so (`fork`) instead of skipping events in silence.
 */
function takeAcceptance(
  store: SyncStore,
  answer: Extract<SyncAnswer, { result: "accepted" }>,
  sent: { readonly fromSeq: number; readonly sentUpTo: number },
): RoundOutcome {
  const acknowledged = Math.min(answer.acknowledgedUpTo, sent.sentUpTo);
  if (acknowledged !== sent.fromSeq) store.setAcknowledged(acknowledged);
  else if (sent.sentUpTo > sent.fromSeq) return { kind: "refused", reason: "noProgress" };
  if (store.officeKey()?.officeKeyId !== answer.officeKey.officeKeyId) store.setOfficeKey(answer.officeKey);
  const taken = store.ordersTakenUpTo();
  const fresh = answer.orders.filter((order) => order.number > taken);
  if (fresh.some((order, index) => order.number !== taken + 1 + index))
    return { kind: "refused", reason: "ordersWithGap" };
  if (fresh.length > 0) store.takeOrders(fresh);
  return { kind: "done", hasMore: store.queueLength() > 0 || store.unsentKeys(acknowledged, 1).length > 0 };
}

function signParcel(options: RoundOptions, { events, keyShares }: Parcel): string {
  const { store, kioskNumber, key } = options;
  const signer: RequestSigner = { kioskNumber, sign: (bytes) => key.sign(bytes) };
  const request: SyncRequest = {
    protocol: SYNC_PROTOCOL,
    kioskNumber,
    logId: store.logId(),
    events: [...events],
    keyShares: [...keyShares],
    ordersTakenUpTo: store.ordersTakenUpTo(),
  };
  return signRequest(request, signer);
}

/** Address of what kiosks ask the back office. */
export function address(options: Pick<RoundOptions, "baseUrl">, name: "enrol" | "sync" | "keys"): string {
  return `${options.baseUrl.replace(/\/+$/, "")}/kiosk/v1/${name}`;
}

/** Too many requests, or a server in trouble: the same request may succeed later. */
function isPassing(status: number): boolean {
  return status === 429 || status >= 500;
}
