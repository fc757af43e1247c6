import { createPublicKey, type KeyObject } from "node:crypto";
import { claimedKiosk, verifiedRequest } from "#core/contract/signedRequest.ts";
import {
  type EnrolAnswer,
  EnrolRequest,
  Order,
  SYNC_PROTOCOL,
  type SyncAnswer,
  SyncRequest,
} from "#core/contract/sync.ts";
import type { OfficeStore } from "../store/officeStore.ts";
import type { KioskRow, OrderRow } from "../store/rows.ts";
import { hashEnrolmentCode } from "./enrolmentCode.ts";

export type Refused = Extract<SyncAnswer, { result: "refused" }>;

/** What came of an enrolment request. */
export type EnrolReply =
  | { readonly status: 200; readonly body: EnrolAnswer }
  | { readonly status: 400 | 403; readonly body: { readonly message: string } };

export interface KioskApiParts {
  readonly store: OfficeStore;
  readonly officeKey: {
    readonly shared: { readonly officeKeyId: string; readonly publicKey: string };
    open(sealed: string): Uint8Array | undefined;
  };
  /** Wall time, milliseconds. */
  readonly nowMs: () => number;
  /** Something was stored up to this number of arrival. */
  readonly onChanged: (lastReceivedId: number) => void;
}

/** What kiosks ask of the back office (`core/contract/sync.ts`), apart from how the requests travel. */
export interface KioskApi {
  enrol(body: unknown): Promise<EnrolReply>;
  /** `jws`: a compact JWS. Rejects where the store fails; then nothing was stored. */
  sync(jws: unknown): Promise<SyncAnswer>;
}

/** Orders in one answer; the rest follows with the next request. */
const ORDERS_AT_ONCE = 50;

export function createKioskApi(parts: KioskApiParts): KioskApi {
  return { enrol: (body) => enrol(parts, body), sync: (jws) => sync(parts, jws) };
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
  if (typeof body !== "string") return refusal("badRequest", "The body must be a compact JWS (application/jose).");
  const kiosk = await kioskOf(parts, body);
  if (!kiosk) return refusal("unknownKiosk", "No kiosk of this number is enrolled. Enrol it with a new code.");
  if (kiosk.revokedAtMs !== null)
    return refusal("revoked", `Kiosk ${kiosk.kioskNumber} was revoked. Nothing was stored; ask the office.`);
  const payload = verifiedRequest(body, publicKeyOf(kiosk));
  if (payload === undefined)
    return refusal("unknownKiosk", `The signature is not by the key that kiosk ${kiosk.kioskNumber} enrolled.`);
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
  const outcome = await store.acceptEvents({ ...request, nowMs: timeMs });
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

/** The enrolled kiosk that the header names; the header is not trusted beyond choosing the key to verify with. */
async function kioskOf({ store }: KioskApiParts, jws: string): Promise<KioskRow | undefined> {
  const number = claimedKiosk(jws);
  return number === undefined ? undefined : store.kiosk(number);
}

function publicKeyOf({ publicKeyX }: KioskRow): KeyObject {
  return createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: publicKeyX }, format: "jwk" });
}

function openOrder({ officeKey }: KioskApiParts, row: OrderRow): Order {
  const body = officeKey.open(row.sealedBody);
  if (!body) throw new Error(`Order ${row.number} to kiosk ${row.kioskNumber} cannot be opened with the office key.`);
  // The row's number holds: an order may have got another one since it was sealed.
  return Order.parse({ ...JSON.parse(Buffer.from(body).toString("utf8")), number: row.number });
}

export function refusal(reason: Refused["reason"], message: string): Refused {
  return { result: "refused", reason, message: message.slice(0, 500), acknowledgedUpTo: 0 };
}
