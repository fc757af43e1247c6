import { z } from "zod";
import { Id, KioskNumber } from "../domain/ids.ts";

/**
 * The staff page's HTTP API, version 1, below /api/v1. JSON both ways; a failed request answers `ApiError`. All but
 * `POST /session` needs the session cookie; all but GET needs the page's own Origin.
 */

/** A failed request: a sentence for the person who sees it. */
export const ApiError = z.strictObject({ message: z.string() });
export type ApiError = z.infer<typeof ApiError>;

/** POST /session: signs in. */
export const LoginRequest = z.strictObject({ login: z.string().min(1).max(60), password: z.string().min(1).max(200) });

/** Answer of POST and GET /session; DELETE /session signs out. */
export const SessionView = z.strictObject({
  staffId: z.string(),
  name: z.string(),
  role: z.enum(["clerk", "lead"]),
  /** True on a desk: sample data, no real people. */
  isDesk: z.boolean(),
});
export type SessionView = z.infer<typeof SessionView>;

const CompartmentView = z.strictObject({
  compartmentNumber: z.number().int(),
  heightMm: z.number().int(),
  contents: z.enum(["unknown", "empty", "dossier", "result"]),
  isInService: z.boolean(),
});
export type CompartmentView = z.infer<typeof CompartmentView>;

export const KioskView = z.strictObject({
  kioskNumber: KioskNumber,
  isOnline: z.boolean(),
  isRevoked: z.boolean(),
  lastContactMs: z.number().int().nullable(),
  logId: z.string().nullable(),
  lastSeq: z.number().int(),
  pendingOrderCount: z.number().int(),
  compartments: z.array(CompartmentView),
});
export type KioskView = z.infer<typeof KioskView>;

export const DossierView = z.strictObject({
  kioskNumber: KioskNumber,
  dossierId: Id,
  ticket: z.string().nullable(),
  procedureId: z.string().nullable(),
  bagLabel: z.string().nullable(),
  place: z.enum([
    "compartment",
    "clerk",
    "counter",
    "collected",
    "collectedUnverified",
    "unfinished",
    "notFound",
    "withCitizen",
  ]),
  compartmentNumber: z.number().int().nullable(),
  staffId: z.string().nullable(),
  isResult: z.boolean(),
  officialCode: z.string().nullable(),
  officialStatus: z.number().int().min(1).max(10).nullable(),
  droppedAtMs: z.number().int().nullable(),
  countsAsReceivedAtMs: z.number().int().nullable(),
  takenOverAtMs: z.number().int().nullable(),
  officialCodeAtMs: z.number().int().nullable(),
  dueDate: z.string().nullable(),
  changedAtMs: z.number().int(),
});
export type DossierView = z.infer<typeof DossierView>;

/** An event without its sealed part; the payload is the event's own, of whatever type. */
export const EventView = z.strictObject({
  receivedId: z.number().int(),
  kioskNumber: KioskNumber,
  logId: z.string(),
  seq: z.number().int(),
  type: z.string(),
  atMs: z.number().int(),
  isTimeTrusted: z.boolean(),
  payload: z.record(z.string(), z.json()),
  hash: z.string(),
  parkedReason: z.string().nullable(),
});
export type EventView = z.infer<typeof EventView>;

export const CaseView = z.strictObject({
  kioskNumber: KioskNumber,
  caseNumber: z.number().int(),
  kind: z.string(),
  compartmentNumber: z.number().int().nullable(),
  dossierId: z.string().nullable(),
  openedAtMs: z.number().int(),
  closedAtMs: z.number().int().nullable(),
  closedBy: z.string().nullable(),
});
export type CaseView = z.infer<typeof CaseView>;

const AlarmView = z.strictObject({
  alarmId: z.number().int(),
  kioskNumber: KioskNumber,
  logId: z.string(),
  kind: z.enum(["fork", "badChain", "eventsParked", "newLog", "restoredLog"]),
  message: z.string(),
  firstAtMs: z.number().int(),
  lastAtMs: z.number().int(),
  count: z.number().int(),
});
export type AlarmView = z.infer<typeof AlarmView>;

export const OrderView = z.strictObject({
  kioskNumber: KioskNumber,
  number: z.number().int(),
  kind: z.enum(["assignOfficialCode", "announceDossier"]),
  dossierId: z.string(),
  officialCode: z.string(),
  createdBy: z.string(),
  createdAtMs: z.number().int(),
  isTaken: z.boolean(),
});
export type OrderView = z.infer<typeof OrderView>;

/** GET /register?text=…: all that the register page shows. */
export const RegisterView = z.strictObject({
  timeMs: z.number().int(),
  lastReceivedId: z.number().int(),
  kiosks: z.array(KioskView),
  dossiers: z.array(DossierView),
  events: z.array(EventView),
  cases: z.array(CaseView),
  alarms: z.array(AlarmView),
  pendingOrders: z.array(OrderView),
});
export type RegisterView = z.infer<typeof RegisterView>;

/** GET /kiosks/:kioskNumber/dossiers/:dossierId */
export const DossierPageView = z.strictObject({
  dossier: DossierView,
  chain: z.array(EventView),
  orders: z.array(OrderView),
  cases: z.array(CaseView),
});
export type DossierPageView = z.infer<typeof DossierPageView>;

/** GET /kiosks/:kioskNumber/dossiers/:dossierId/person: opened for this look, which is written down. */
export const PersonView = z.strictObject({
  name: z.string().nullable(),
  idNumber: z.string().nullable(),
  phone: z.string().nullable(),
});
export type PersonView = z.infer<typeof PersonView>;

/** Official code as the one-stop system gives it, e.g. `H29.12.34-261116-0042` (Thông tư 01/2018/TT-VPCP, article 19). */
export const OfficialCode = z
  .string()
  .trim()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9./-]{3,58}[A-Za-z0-9]$/,
    "Mã hồ sơ chỉ gồm chữ, số, dấu chấm, gạch ngang hoặc gạch chéo.",
  );

/** POST /kiosks/:kioskNumber/dossiers/:dossierId/official-code */
export const AssignCodeRequest = z.strictObject({ officialCode: OfficialCode });

/** POST /announcements: a dossier that was handed in at the counter and whose result will wait in a kiosk. */
export const AnnounceRequest = z.strictObject({
  kioskNumber: KioskNumber,
  officialCode: OfficialCode,
  name: z.string().trim().max(120),
  phone: z
    .string()
    .trim()
    .regex(/^(\+?\d[\d ]{7,16})?$/, "Số điện thoại chỉ gồm chữ số."),
  secondValue: z.string().regex(/^\d{4}$/, "Bốn số cuối phải là bốn chữ số."),
});
export type AnnounceRequest = z.infer<typeof AnnounceRequest>;

/** POST /enrolment-codes (lead): the code is shown once and stored as a hash only. */
export const EnrolmentCodeRequest = z.strictObject({ kioskNumber: KioskNumber });
export const EnrolmentCodeView = z.strictObject({
  kioskNumber: KioskNumber,
  code: z.string(),
  expiresAtMs: z.number().int(),
});
export type EnrolmentCodeView = z.infer<typeof EnrolmentCodeView>;

/** Path of one dossier. */
export const DossierPath = z.strictObject({ kioskNumber: z.coerce.number().pipe(KioskNumber), dossierId: Id });

/** GET /live: server-sent events; each `changed` carries the newest `receivedId`, and the page reads again. */
export const LIVE_PATH = "/api/v1/live";

/** GET /catalogue: names of procedures and their papers, in Vietnamese. */
export const CatalogueView = z.strictObject({
  procedures: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      papers: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    }),
  ),
});
export type CatalogueView = z.infer<typeof CatalogueView>;
