import type { FastifyInstance, FastifyReply } from "fastify";
import { compactVerify, importJWK } from "jose";
import {
  type EnrolAnswer,
  EnrolRequest,
  Order,
  SYNC_PROTOCOL,
  type SyncAnswer,
  SyncRequest,
} from "#core/contract/sync.ts";
import type { KioskRow, OrderRow } from "../store/rows.ts";
import type { AppContext } from "./appContext.ts";
import { hashEnrolmentCode } from "./enrolmentCode.ts";

type Refused = Extract<SyncAnswer, { result: "refused" }>;

/** A full batch of ordinary events is far below; one event of the largest size fits several times over. */
const SYNC_BODY_BYTES = 4 * 1024 * 1024;

/** Orders in one answer; the rest follows with the next request. */
const ORDERS_AT_ONCE = 50;

const STATUS_OF: Record<Refused["reason"], number> = {
  gap: 409,
  fork: 409,
  badChain: 409,
  unknownKiosk: 401,
  revoked: 403,
  badRequest: 400,
};

/** What kiosks talk to: enrolment and sync (`core/contract/sync.ts`). */
export async function kioskRoutes(app: FastifyInstance, context: AppContext): Promise<void> {
  app.addContentTypeParser("application/jose", { parseAs: "string", bodyLimit: SYNC_BODY_BYTES }, (_, body, done) =>
    done(null, body),
  );
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const statusCode = error.statusCode ?? 500;
    if (statusCode >= 500) request.log.error({ fault: error.name, message: error.message }, "Kiosk request failed.");
    const answer = refusal("badRequest", statusCode >= 500 ? "The back office failed; send again." : error.message);
    return reply.code(statusCode).send(answer);
  });
  app.post("/kiosk/v1/enrol", { bodyLimit: 4096, config: { rateLimit: { max: 20 } } }, (request, reply) =>
    enrol(context, request.body, reply),
  );
  app.post("/kiosk/v1/sync", { bodyLimit: SYNC_BODY_BYTES }, async (request, reply) => {
    const answer = await sync(context, request.body);
    if (answer.result === "refused") {
      request.log.warn({ reason: answer.reason, acknowledgedUpTo: answer.acknowledgedUpTo }, "Sync refused.");
      return reply.code(STATUS_OF[answer.reason]).send(answer);
    }
    return answer;
  });
}

async function enrol(context: AppContext, body: unknown, reply: FastifyReply): Promise<EnrolAnswer | FastifyReply> {
  const request = EnrolRequest.safeParse(body);
  if (!request.success) return reply.code(400).send({ message: "The enrolment request is not of protocol 1." });
  const { kioskNumber, code, publicKey } = request.data;
  const outcome = await context.store.enrolKiosk({
    codeHash: hashEnrolmentCode(code),
    kioskNumber,
    publicKeyX: publicKey.x,
    nowMs: context.nowMs(),
  });
  if (outcome !== "enrolled")
    return reply.code(403).send({
      message: `The enrolment code is not valid for kiosk ${kioskNumber} (${outcome}). Ask for a new one in the back office.`,
    });
  context.live.changed(await context.store.lastReceivedId());
  return { protocol: SYNC_PROTOCOL, officeKey: context.officeKey.shared };
}

async function sync(context: AppContext, body: unknown): Promise<SyncAnswer> {
  if (typeof body !== "string") return refusal("badRequest", "The body must be a compact JWS (application/jose).");
  const kiosk = await kioskOf(context, body);
  if (!kiosk) return refusal("unknownKiosk", "No kiosk of this number is enrolled. Enrol it with a new code.");
  if (kiosk.revokedAtMs !== null)
    return refusal("revoked", `Kiosk ${kiosk.kioskNumber} was revoked. Nothing was stored; ask the office.`);
  const payload = await verifiedPayload(body, kiosk.publicKeyX);
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
  return accept(context, request.data);
}

async function accept(context: AppContext, request: SyncRequest): Promise<SyncAnswer> {
  const { store, live, officeKey } = context;
  const timeMs = context.nowMs();
  const outcome = await store.acceptEvents({ ...request, nowMs: timeMs });
  if (outcome.result === "refused") return outcome;
  if (outcome.storedCount > 0) live.changed(await store.lastReceivedId());
  const waiting = await store.ordersAfter(request.kioskNumber, request.ordersTakenUpTo, ORDERS_AT_ONCE);
  return {
    result: "accepted",
    acknowledgedUpTo: outcome.acknowledgedUpTo,
    orders: waiting.map((row) => openOrder(context, row)),
    timeMs,
    officeKey: officeKey.shared,
  };
}

/** The enrolled kiosk that the header names; the header is not trusted beyond choosing the key to verify with. */
async function kioskOf(context: AppContext, jws: string): Promise<KioskRow | undefined> {
  const number = kidOf(jws);
  return number === undefined ? undefined : context.store.kiosk(number);
}

function kidOf(jws: string): number | undefined {
  try {
    const header: unknown = JSON.parse(Buffer.from(jws.split(".", 1)[0] ?? "", "base64url").toString("utf8"));
    if (typeof header !== "object" || header === null || !("kid" in header)) return undefined;
    return typeof header.kid === "string" && /^[1-9]\d{0,3}$/.test(header.kid) ? Number(header.kid) : undefined;
  } catch {
    return undefined;
  }
}

async function verifiedPayload(jws: string, x: string): Promise<unknown> {
  try {
    const key = await importJWK({ kty: "OKP", crv: "Ed25519", x }, "EdDSA");
    const { payload } = await compactVerify(jws, key, { algorithms: ["EdDSA"] });
    return JSON.parse(new TextDecoder().decode(payload));
  } catch {
    return undefined;
  }
}

function openOrder(context: AppContext, row: OrderRow): Order {
  const body = context.officeKey.open(row.sealedBody);
  if (!body) throw new Error(`Order ${row.number} to kiosk ${row.kioskNumber} cannot be opened with the office key.`);
  return Order.parse(JSON.parse(Buffer.from(body).toString("utf8")));
}

function refusal(reason: Refused["reason"], message: string): Refused {
  return { result: "refused", reason, message: message.slice(0, 500), acknowledgedUpTo: 0 };
}
