import { createHash } from "node:crypto";
import type { OfficeKey } from "#core/contract/sync.ts";
import { dropTicketNumber } from "#core/domain/dropTicket.ts";
import { idOf, type KioskLog, sealPersonal, shareKey } from "./kioskLog.ts";

const HOUR_MS = 3_600_000;

/** A person's deposit as the sample night tells it. */
export interface SampleDeposit {
  readonly name: string;
  readonly phone: string;
  readonly procedureId: string;
  readonly compartmentNumber: number;
  readonly sequence: number;
}

/** The dossier's data key; the same words give the same key. */
export function keyOf(dossierId: string): Uint8Array {
  return createHash("sha256").update(`key of ${dossierId}`).digest();
}

/** A kiosk with 24 compartments, all seen empty by a clerk. */
export function commission(log: KioskLog): void {
  log.append("kioskStarted", { kioskNumber: 1, softwareVersion: "0.1.0" });
  for (let n = 1; n <= 24; n += 1)
    log.append("compartmentCommissioned", {
      compartmentNumber: n,
      board: n <= 16 ? "A" : "B",
      channel: n <= 16 ? n : n - 16,
      heightMm: 240,
      isWithinSeatedReach: n % 6 > 1,
    });
  for (let n = 1; n <= 24; n += 1) log.append("compartmentSeenEmpty", { compartmentNumber: n, staffId: "CB-01" });
}

/** One deposit from the door to the receipt; returns the dossier's id. */
export async function deposit(log: KioskLog, officeKey: OfficeKey, sample: SampleDeposit): Promise<string> {
  const { compartmentNumber, procedureId, sequence } = sample;
  const ticket = dropTicketNumber(1, sequence);
  const dossierId = idOf(`dossier ${ticket}`);
  const visitId = idOf(`visit ${ticket}`);
  openAndShut(log, { requestId: idOf(`request ${ticket}`), visitId, compartmentNumber });
  await shareKey(log, officeKey, { dossierId, key: keyOf(dossierId) });
  const personal = {
    name: sample.name,
    idNumber: "079190012345",
    phone: sample.phone,
    secondValue: sample.phone.slice(-4),
  };
  const payload = {
    visitId,
    dossierId,
    procedureId,
    counts: [
      { paperId: "giay-de-nghi", originals: 1, certified: 0, photocopies: 0 },
      { paperId: "giay-to-phap-ly", originals: 0, certified: 1, photocopies: 3 },
    ],
    dossierCount: 1,
    bagLabel: `TUI-${sequence}`,
    ticket,
    compartmentNumber,
    times: {
      droppedAtMs: log.atMs,
      countsAsReceivedAtMs: Date.UTC(2026, 10, 16, 0, 30),
      receivedRule: { kind: "restDay" },
      dueDate: "2026-11-19",
      dueRule: { kind: "workingDays" },
    },
    tokenHash: "a".repeat(64),
    identitySource: "scanned",
    consentVersion: "1",
  };
  const sealed = sealPersonal(personal, keyOf(dossierId), { dossierId, type: "dossierDeposited" });
  log.append("dossierDeposited", payload, { sealed });
  const printJobId = idOf(`print ${ticket}`);
  log.append("printRequested", { printJobId, document: "receipt", dossierId, copy: 1 });
  log.append("printFinished", { printJobId, outcome: "printed" });
  log.append("visitRated", { kind: "deposit", rating: "satisfied" });
  log.atMs += HOUR_MS;
  return dossierId;
}

function openAndShut(
  log: KioskLog,
  of: { readonly requestId: string; readonly visitId: string; readonly compartmentNumber: number },
): void {
  const { requestId, visitId, compartmentNumber } = of;
  log.append("compartmentOpenRequested", {
    requestId,
    compartmentNumber,
    visitId,
    reason: "deposit",
    pulse: 1,
    useByMs: 5000,
  });
  log.append("compartmentOpened", { requestId, compartmentNumber, wasOpenAlready: false });
  log.append("compartmentClosed", { requestId, compartmentNumber }, { atMs: log.atMs + 48_000 });
}

/** A clerk takes a dossier over; `photocopies` is what the clerk counts of the second paper. */
export function takeOver(
  log: KioskLog,
  dossierId: string,
  of: { readonly compartmentNumber: number; readonly photocopies: number; readonly caseNumber: number },
): void {
  const byStaff = { staffId: "CB-07", exchangeId: idOf("exchange") };
  const { compartmentNumber } = of;
  const requestId = idOf(`empty ${dossierId}`);
  const declaredCounts = [
    { paperId: "giay-de-nghi", originals: 1, certified: 0, photocopies: 0 },
    { paperId: "giay-to-phap-ly", originals: 0, certified: 1, photocopies: 3 },
  ];
  const counts = [
    { paperId: "giay-de-nghi", originals: 1, certified: 0, photocopies: 0 },
    { paperId: "giay-to-phap-ly", originals: 0, certified: 1, photocopies: of.photocopies },
  ];
  log.append("compartmentOpenRequested", {
    requestId,
    compartmentNumber,
    visitId: idOf("clerk's visit"),
    reason: "emptying",
    dossierId,
    staffId: "CB-07",
    pulse: 1,
    useByMs: 5000,
  });
  log.append("compartmentOpened", { requestId, compartmentNumber, wasOpenAlready: false });
  log.append("compartmentClosed", { requestId, compartmentNumber }, { atMs: log.atMs + 28_000 });
  if (of.photocopies !== 3) {
    const { caseNumber } = of;
    log.append("caseOpened", { caseNumber, kind: "discrepancy", compartmentNumber, dossierId });
    log.append("discrepancyFound", {
      ...byStaff,
      caseNumber,
      dossierId,
      compartmentNumber,
      declaredCounts,
      declaredDossierCount: 1,
      counts,
      dossierCount: 1,
    });
  }
  log.append("dossierTakenOver", { ...byStaff, dossierId, compartmentNumber, counts, dossierCount: 1 });
}

/** A clerk loads the finished result, and its message is queued. */
export function loadResult(
  log: KioskLog,
  dossierId: string,
  of: { readonly compartmentNumber: number; readonly phone: string },
): void {
  const { compartmentNumber, phone } = of;
  const pickup = { selector: "123", salt: "AAAA", hash: "AAAA" };
  log.append("resultLoaded", {
    staffId: "CB-07",
    exchangeId: idOf("exchange"),
    dossierId,
    compartmentNumber,
    pickup,
  });
  const personal = { phone, pickupCode: "12345678" };
  const sealed = sealPersonal(personal, keyOf(dossierId), { dossierId, type: "messageQueued" });
  log.append("messageQueued", { messageId: idOf(`message ${dossierId}`), kind: "resultReady", dossierId }, { sealed });
}

/** The entitled person takes the result; verified means that the door was read open and then shut. */
export function collect(
  log: KioskLog,
  dossierId: string,
  of: { readonly compartmentNumber: number; readonly isVerified: boolean },
): void {
  const visitId = idOf(`collection ${dossierId}`);
  log.append("credentialRejected", { visitId, dossierId, what: "secondValue" });
  log.append("resultCollected", { visitId, dossierId, ...of, confirmedBy: "person" });
}
