import { z } from "zod";
import { CompartmentNumber } from "../domain/cabinet.ts";
import { CaseNumber, Id, KioskNumber, StaffId } from "../domain/ids.ts";
import { PaperCount } from "../domain/paperCount.ts";
import {
  AnnouncedData,
  CaseKind,
  DepositorData,
  DepositTimes,
  MessageData,
  OpenReason,
  OutOfServiceReason,
  PickupCredential,
} from "./eventParts.ts";
import { machinePayloads } from "./machinePayloads.ts";
import { storePayloads } from "./storePayloads.ts";

const visit = { visitId: Id };
const request = { requestId: Id, compartmentNumber: CompartmentNumber };
const byStaff = { staffId: StaffId, exchangeId: Id };

/** What the depositor declared. Never holds personal data. */
const declared = {
  procedureId: z.string().min(1).max(80),
  counts: z.array(PaperCount).max(40),
  dossierCount: z.number().int().min(1).max(20),
  bagLabel: z.string().min(1).max(40),
};

/** Every event type: schema version, payload, and the personal part where there is one. */
export const eventCatalogue = {
  kioskStarted: {
    version: 1,
    payload: z.strictObject({ kioskNumber: KioskNumber, softwareVersion: z.string().max(40) }),
  },
  compartmentCommissioned: {
    version: 1,
    payload: z.strictObject({
      compartmentNumber: CompartmentNumber,
      board: z.string().max(40),
      channel: z.number().int().min(1).max(64),
      heightMm: z.number().int().min(40).max(2000),
      isWithinSeatedReach: z.boolean(),
    }),
  },
  compartmentSeenEmpty: {
    version: 1,
    payload: z.strictObject({ compartmentNumber: CompartmentNumber, staffId: StaffId, exchangeId: Id.optional() }),
  },
  compartmentTakenOutOfService: {
    version: 2,
    payload: z.strictObject({
      compartmentNumber: CompartmentNumber,
      reason: OutOfServiceReason,
      caseNumber: CaseNumber.optional(),
      /** Who did it; absent where the machine found it by itself. */
      staffId: StaffId.optional(),
    }),
  },
  compartmentReturnedToService: {
    version: 1,
    payload: z.strictObject({ compartmentNumber: CompartmentNumber, staffId: StaffId }),
  },
  doorSensorDeclared: {
    version: 1,
    payload: z.strictObject({
      compartmentNumber: CompartmentNumber,
      isFaulty: z.boolean(),
      /** `found`: the machine concluded it; staff settle the case. */
      source: z.enum(["technician", "found"]),
      staffId: StaffId.optional(),
      caseNumber: CaseNumber.optional(),
    }),
  },
  compartmentOpenRequested: {
    version: 2,
    payload: z.strictObject({
      ...request,
      ...visit,
      reason: OpenReason,
      dossierId: Id.optional(),
      staffId: StaffId.optional(),
      /** The second person, where one alone may not (I3). */
      approvedBy: StaffId.optional(),
      /** 1 for the first pulse of this door in this step, at most 3. */
      pulse: z.number().int().min(1).max(3),
      useByMs: z.number().int().min(100).max(60_000),
    }),
  },
  compartmentOpened: { version: 1, payload: z.strictObject({ ...request, wasOpenAlready: z.boolean() }) },
  compartmentOpenFailed: {
    version: 1,
    payload: z.strictObject({ ...request, outcome: z.enum(["jammed", "noReply", "unresolved", "expired"]) }),
  },
  compartmentClosed: { version: 1, payload: z.strictObject({ ...request }) },
  doorForced: { version: 1, payload: z.strictObject({ compartmentNumber: CompartmentNumber, caseNumber: CaseNumber }) },
  caseOpened: {
    version: 2,
    payload: z.strictObject({
      caseNumber: CaseNumber,
      kind: CaseKind,
      compartmentNumber: CompartmentNumber.optional(),
      dossierId: Id.optional(),
      visitId: Id.optional(),
    }),
  },
  caseClosed: { version: 1, payload: z.strictObject({ caseNumber: CaseNumber, staffId: StaffId }) },
  dossierDeposited: {
    version: 1,
    payload: z.strictObject({
      ...visit,
      ...declared,
      dossierId: Id,
      /** Drop ticket number, 10 digits. */
      ticket: z.string().regex(/^\d{10}$/),
      compartmentNumber: CompartmentNumber,
      times: DepositTimes,
      /** SHA-256 of the receipt token's random part, hexadecimal. */
      tokenHash: z.string().regex(/^[0-9a-f]{64}$/),
      /** `scanned` from a citizen card's QR, or `typed`. Neither proves identity. */
      identitySource: z.enum(["scanned", "typed"]),
      consentVersion: z.string().max(40),
    }),
    personal: DepositorData,
  },
  depositAbandoned: {
    version: 1,
    payload: z.strictObject({
      ...visit,
      ...declared,
      compartmentNumber: CompartmentNumber,
      reason: z.enum(["cancelled", "timedOut", "doorLeftOpen", "trouble"]),
      caseNumber: CaseNumber.optional(),
      /** Minted for the personal part, so that staff can reach a person whose bag may lie in the compartment. */
      dossierId: Id,
    }),
    personal: DepositorData,
  },
  dossierKeyShared: {
    version: 1,
    /** The dossier's data key, sealed to the back office's public key (X25519 sealed box), base64. */
    payload: z.strictObject({ dossierId: Id, officeKeyId: z.string().max(64), sealedKey: z.base64() }),
  },
  printRequested: {
    version: 2,
    payload: z.strictObject({
      printJobId: Id,
      document: z.enum(["receipt", "bagSlip", "caseSlip", "collectionReceipt", "readinessReport"]),
      dossierId: Id.optional(),
      caseNumber: CaseNumber.optional(),
      /** 1 for the first print; above that the paper says that it is a reprint. */
      copy: z.number().int().min(1).max(20),
    }),
  },
  printFinished: {
    version: 1,
    payload: z.strictObject({ printJobId: Id, outcome: z.enum(["printed", "unverified", "notPrinted", "unresolved"]) }),
  },
  staffSignedIn: { version: 1, payload: z.strictObject({ ...visit, staffId: StaffId }) },
  staffSignInRejected: { version: 1, payload: z.strictObject({ staffId: StaffId }) },
  exchangeOpened: { version: 1, payload: z.strictObject({ ...byStaff }) },
  exchangeClosed: {
    version: 1,
    payload: z.strictObject({
      ...byStaff,
      takenOver: z.number().int().min(0),
      loaded: z.number().int().min(0),
      seenEmpty: z.number().int().min(0),
    }),
  },
  dossierTakenOver: {
    version: 1,
    payload: z.strictObject({
      ...byStaff,
      dossierId: Id,
      compartmentNumber: CompartmentNumber,
      counts: z.array(PaperCount).max(40),
      dossierCount: z.number().int().min(0).max(20),
    }),
  },
  discrepancyFound: {
    version: 1,
    payload: z.strictObject({
      ...byStaff,
      caseNumber: CaseNumber,
      dossierId: Id,
      compartmentNumber: CompartmentNumber,
      declaredCounts: z.array(PaperCount).max(40),
      declaredDossierCount: z.number().int().min(1).max(20),
      counts: z.array(PaperCount).max(40),
      dossierCount: z.number().int().min(0).max(20),
    }),
  },
  dossierNotFound: {
    version: 1,
    payload: z.strictObject({
      ...byStaff,
      caseNumber: CaseNumber,
      dossierId: Id,
      compartmentNumber: CompartmentNumber,
    }),
  },
  unexpectedContentsFound: {
    version: 1,
    payload: z.strictObject({
      ...byStaff,
      caseNumber: CaseNumber,
      compartmentNumber: CompartmentNumber,
      /** The result that was loaded here and of which nobody knew whether it was still inside. */
      dossierId: Id.optional(),
    }),
  },
  dossierHandedToCounter: { version: 1, payload: z.strictObject({ ...byStaff, dossierId: Id }) },
  dossierAnnounced: {
    version: 1,
    payload: z.strictObject({
      dossierId: Id,
      officialCode: z.string().min(1).max(60),
      procedureId: z.string().max(80).optional(),
      source: z.enum(["directory", "clerk"]),
      staffId: StaffId.optional(),
    }),
    personal: AnnouncedData,
  },
  officialCodeAssigned: {
    version: 1,
    payload: z.strictObject({ dossierId: Id, officialCode: z.string().min(1).max(60) }),
  },
  resultLoaded: {
    version: 1,
    payload: z.strictObject({
      ...byStaff,
      dossierId: Id,
      compartmentNumber: CompartmentNumber,
      pickup: PickupCredential,
    }),
  },
  messageQueued: {
    version: 1,
    payload: z.strictObject({ messageId: Id, kind: z.literal("resultReady"), dossierId: Id }),
    personal: MessageData,
  },
  credentialRejected: {
    version: 1,
    payload: z.strictObject({ ...visit, dossierId: Id.optional(), what: z.enum(["pickupCode", "secondValue"]) }),
  },
  credentialUnlocked: { version: 1, payload: z.strictObject({ ...byStaff, dossierId: Id }) },
  resultCollected: {
    version: 1,
    payload: z.strictObject({
      ...visit,
      dossierId: Id,
      compartmentNumber: CompartmentNumber,
      /** False where the door was not read open and then shut: a case for staff, never official status 10 (I5). */
      isVerified: z.boolean(),
      /** `nobody`: the person shut the door and left; the compartment stays unchecked until staff look. */
      confirmedBy: z.enum(["person", "nobody"]),
    }),
  },
  collectionAbandoned: {
    version: 1,
    payload: z.strictObject({
      ...visit,
      dossierId: Id,
      compartmentNumber: CompartmentNumber,
      reason: z.enum(["nothingTaken", "timedOut", "doorFailed"]),
    }),
  },
  ...machinePayloads,
  ...storePayloads,
  visitRated: {
    version: 1,
    payload: z.strictObject({
      kind: z.enum(["deposit", "collection"]),
      rating: z.enum(["verySatisfied", "satisfied", "dissatisfied"]),
    }),
  },
} as const;
