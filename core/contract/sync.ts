import { z } from "zod";
import { Id, KioskNumber } from "../domain/ids.ts";
import { StoredEvent } from "../events/event.ts";
import { AnnouncedData } from "../events/eventParts.ts";

/**
 * Protocol between kiosk and back office, version 1. Each request is a POST whose body is a compact JWS (RFC 7515,
 * EdDSA with Ed25519, RFC 8037; header `kid` = the kiosk's number) over the JSON of the types below. A replay does no
 * harm: events are accepted once, by (kiosk, log id, sequence), and orders are read from an acknowledged number on.
 */
export const SYNC_PROTOCOL = 1;

/** Most events in one batch. */
export const SYNC_BATCH_EVENTS = 500;

/** POST /kiosk/v1/enrol, plain JSON: the only request that is not signed by an enrolled key; the code is used up by it. */
export const EnrolRequest = z.strictObject({
  protocol: z.literal(SYNC_PROTOCOL),
  kioskNumber: KioskNumber,
  /** One-time code that staff read off the back office. */
  code: z.string().min(8).max(64),
  /** The kiosk's Ed25519 public key as JWK. */
  publicKey: z.strictObject({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: z.string().max(64) }),
});
export type EnrolRequest = z.infer<typeof EnrolRequest>;

/** Where the kiosk seals what only the back office may read: an X25519 public key, base64, for libsodium sealed boxes. */
export const OfficeKey = z.strictObject({ officeKeyId: z.string().min(1).max(64), publicKey: z.base64() });
export type OfficeKey = z.infer<typeof OfficeKey>;

export const EnrolAnswer = z.strictObject({ protocol: z.literal(SYNC_PROTOCOL), officeKey: OfficeKey });
export type EnrolAnswer = z.infer<typeof EnrolAnswer>;

/**
 * A dossier's data key, sealed to the back office (X25519 sealed box, base64), so that a live dossier can be restored
 * and read there. Travels beside the events and never stands in the log: destroying the copies ends it.
 */
export const KeyShare = z.strictObject({
  dossierId: Id,
  officeKeyId: z.string().min(1).max(64),
  sealedKey: z.base64(),
  /** The first event of the request's log that the key sealed: a copy that arrives after its end brings nothing back. */
  fromSeq: z.number().int().min(1),
});
export type KeyShare = z.infer<typeof KeyShare>;

/** Most key shares in one request. */
export const SYNC_KEY_SHARES = 200;

/** POST /kiosk/v1/sync (JWS): the next events of the log, and how far the kiosk has taken orders. */
export const SyncRequest = z.strictObject({
  protocol: z.literal(SYNC_PROTOCOL),
  kioskNumber: KioskNumber,
  logId: Id,
  /** In order and without gaps; may be empty (asks for orders and says "alive"). */
  events: z.array(StoredEvent).max(SYNC_BATCH_EVENTS),
  /** Keys that the back office does not have yet; those of the events in this request among them. */
  keyShares: z.array(KeyShare).max(SYNC_KEY_SHARES),
  /** Orders up to this number are in the kiosk's log. */
  ordersTakenUpTo: z.number().int().min(0),
});
export type SyncRequest = z.infer<typeof SyncRequest>;

/** What the back office tells a kiosk; each becomes an event there. Numbered per kiosk without gaps. */
export const Order = z.discriminatedUnion("kind", [
  z.strictObject({
    number: z.number().int().min(1),
    kind: z.literal("assignOfficialCode"),
    dossierId: Id,
    officialCode: z.string().min(1).max(60),
  }),
  z.strictObject({
    number: z.number().int().min(1),
    kind: z.literal("announceDossier"),
    dossierId: Id,
    officialCode: z.string().min(1).max(60),
    procedureId: z.string().max(80).optional(),
    person: AnnouncedData,
  }),
]);
export type Order = z.infer<typeof Order>;

/** Answer to a sync request. */
export const SyncAnswer = z.discriminatedUnion("result", [
  z.strictObject({
    result: z.literal("accepted"),
    /** The back office has every event of this log up to here; the kiosk sends on from the next one. */
    acknowledgedUpTo: z.number().int().min(0),
    orders: z.array(Order).max(200),
    /** Back office's wall time, milliseconds. */
    timeMs: z.number().int(),
    officeKey: OfficeKey,
  }),
  z.strictObject({
    result: z.literal("refused"),
    /** `gap`: send again from `acknowledgedUpTo` + 1. `fork`: same number, other content: a person must look. */
    reason: z.enum(["gap", "fork", "badChain", "unknownKiosk", "badRequest", "revoked"]),
    message: z.string().max(500),
    acknowledgedUpTo: z.number().int().min(0),
  }),
]);
export type SyncAnswer = z.infer<typeof SyncAnswer>;

/** POST /kiosk/v1/history (JWS): what the back office has of this kiosk, for a kiosk that is being restored. */
export const HistoryRequest = z.strictObject({
  protocol: z.literal(SYNC_PROTOCOL),
  kioskNumber: KioskNumber,
  /** The log to read on; absent: only which logs there are. */
  logId: Id.optional(),
  afterSeq: z.number().int().min(0),
  limit: z.number().int().min(1).max(SYNC_BATCH_EVENTS),
});
export type HistoryRequest = z.infer<typeof HistoryRequest>;

export const HistoryAnswer = z.discriminatedUnion("result", [
  z.strictObject({
    result: z.literal("history"),
    /** Every log of this kiosk, in the order in which the back office first saw them. */
    logs: z.array(z.strictObject({ logId: Id, lastSeq: z.number().int().min(0), hash: z.string() })).max(1000),
    events: z.array(StoredEvent).max(SYNC_BATCH_EVENTS),
  }),
  z.strictObject({
    result: z.literal("refused"),
    reason: z.enum(["unknownKiosk", "badRequest", "revoked"]),
    message: z.string().max(500),
  }),
]);
export type HistoryAnswer = z.infer<typeof HistoryAnswer>;

/** POST /kiosk/v1/keys (JWS): keys of dossiers that are still live, for a kiosk that lost its own. */
export const KeysRequest = z.strictObject({
  protocol: z.literal(SYNC_PROTOCOL),
  kioskNumber: KioskNumber,
  dossierIds: z.array(Id).max(SYNC_KEY_SHARES),
});
export type KeysRequest = z.infer<typeof KeysRequest>;

export const KeysAnswer = z.discriminatedUnion("result", [
  z.strictObject({
    result: z.literal("keys"),
    /** Each sealed to the kiosk's own signing key, turned into its X25519 form; dossiers without a share are left out. */
    keys: z.array(z.strictObject({ dossierId: Id, sealedKey: z.base64() })).max(SYNC_KEY_SHARES),
  }),
  z.strictObject({
    result: z.literal("refused"),
    reason: z.enum(["unknownKiosk", "badRequest", "revoked"]),
    message: z.string().max(500),
  }),
]);
export type KeysAnswer = z.infer<typeof KeysAnswer>;
