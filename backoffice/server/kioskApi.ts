import {
  type EnrolAnswer,
  EnrolRequest,
  type HistoryAnswer,
  type KeysAnswer,
  Order,
  SYNC_PROTOCOL,
  type SyncAnswer,
  SyncRequest,
} from "#core/contract/sync.ts";
import type { OrderRow } from "../store/rows.ts";
import { hashEnrolmentCode } from "./enrolmentCode.ts";
import { kioskHistory } from "./kioskHistory.ts";
import { kioskKeys } from "./kioskKeys.ts";
import { type KioskApiParts, refusal, signedBody } from "./kioskRequest.ts";

/** What came of an enrolment request. */
export type EnrolReply =
  | { readonly status: 200; readonly body: EnrolAnswer }
  | { readonly status: 400 | 403; readonly body: { readonly message: string } };

/** What kiosks ask of the back office (`core/contract/sync.ts`), apart from how the requests travel. */
export interface KioskApi {
  enrol(body: unknown): Promise<EnrolReply>;
  /** `jws`: a compact JWS. Rejects where the store fails; then nothing was stored. */
  sync(jws: unknown): Promise<SyncAnswer>;
  /** `jws`: a compact JWS. Keys of dossiers that are still live, sealed to the kiosk that asks. */
  keys(jws: unknown): Promise<KeysAnswer>;
  /** `jws`: a compact JWS. What is stored of the kiosk that signed it. */
  history(jws: unknown): Promise<HistoryAnswer>;
}

/** Orders in one answer; the rest follows with the next request. */
const ORDERS_AT_ONCE = 50;

export function createKioskApi(parts: KioskApiParts): KioskApi {
  return {
    enrol: (body) => enrol(parts, body),
    sync: (jws) => sync(parts, jws),
    history: (jws) => kioskHistory(parts, jws),
    keys: (jws) => kioskKeys(parts, jws),
  };
}

async function enrol(parts: KioskApiParts, body: unknown): Promise<EnrolReply> {
  const request = EnrolRequest.safeParse(body);
  if (!request.success) return { status: 400, body: { message: "The enrolment request is not of protocol 1." } };
  const { kioskNumber, code, publicKey } = request.data;
  const outcome = await parts.store.enrolKiosk({
    codeHash: hashEnrolmentCode(code),
    kioskNumber,
    publicKeyX: publicKey.x,
    nowMs: parts.nowMs(),
  });
  if (outcome !== "enrolled") {
    const message = `The enrolment code is not valid for kiosk ${kioskNumber} (${outcome}). Ask for a new one in the back office.`;
    return { status: 403, body: { message } };
  }
  parts.onChanged(await parts.store.lastReceivedId());
  return { status: 200, body: { protocol: SYNC_PROTOCOL, officeKey: parts.officeKey.shared } };
}

async function sync(parts: KioskApiParts, body: unknown): Promise<SyncAnswer> {
  const signed = await signedBody(parts, body);
  if (!signed.ok) return signed.error;
  const { kiosk, payload } = signed.value;
  const request = SyncRequest.safeParse(payload);
  if (!request.success) return refusal("badRequest", "The request is not of protocol 1. Nothing was stored.");
  const { kioskNumber, logId, events } = request.data;
  if (kioskNumber !== kiosk.kioskNumber || events.some((event) => event.logId !== logId))
    return refusal(
      "badRequest",
      "The request names another kiosk or log than its signature or events. Nothing was stored.",
    );
  return accept(parts, request.data);
}

async function accept(parts: KioskApiParts, request: SyncRequest): Promise<SyncAnswer> {
  const { store, officeKey } = parts;
  const timeMs = parts.nowMs();
  const { officeKeyId } = officeKey.shared;
  // A key that was sealed to another office key could not be opened here.
  const keyShares = request.keyShares.filter((share) => share.officeKeyId === officeKeyId);
  const outcome = await store.acceptEvents({ ...request, keyShares, nowMs: timeMs });
  if (outcome.result === "refused") return outcome;
  if (outcome.storedCount > 0) parts.onChanged(await store.lastReceivedId());
  const waiting = await store.deliverOrders(request.kioskNumber, {
    takenUpTo: request.ordersTakenUpTo,
    limit: ORDERS_AT_ONCE,
  });
  return {
    result: "accepted",
    acknowledgedUpTo: outcome.acknowledgedUpTo,
    orders: waiting.map((row) => openOrder(parts, row)),
    timeMs,
    officeKey: officeKey.shared,
  };
}

function openOrder({ officeKey }: KioskApiParts, row: OrderRow): Order {
  const body = officeKey.open(row.sealedBody);
  if (!body) throw new Error(`Order ${row.number} to kiosk ${row.kioskNumber} cannot be opened with the office key.`);
  // The row's number holds: an order may have got another one since it was sealed.
  return Order.parse({ ...JSON.parse(Buffer.from(body).toString("utf8")), number: row.number });
}
