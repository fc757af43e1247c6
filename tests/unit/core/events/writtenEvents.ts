import { GENESIS_HASH } from "#core/events/chain.ts";
import type { StoredEvent } from "#core/events/event.ts";

const id = "0a".repeat(16);
const visit = { visitId: id };
const request = { requestId: id, compartmentNumber: 3 };
const byStaff = { staffId: "CB-12", exchangeId: id };
const counts = [{ paperId: "form", originals: 1, certified: 0, photocopies: 2 }];
const declared = { procedureId: "birth", counts, dossierCount: 1, bagLabel: "T-0007" };
const times = {
  droppedAtMs: 1_763_131_620_000,
  countsAsReceivedAtMs: 1_763_253_000_000,
  receivedRule: { kind: "withinHours" },
  dueDate: "2025-11-20",
  dueRule: { kind: "workingDays", days: 3, restDays: [] },
};
const pickup = { selector: "123", salt: "c2FsdA==", hash: "aGFzaA==" };

/** Payloads as programs wrote them, by type and version; never changed, and one more whenever a version is raised. */
const written: Readonly<Record<string, readonly [version: number, payload: object][]>> = {
  kioskStarted: [[1, { kioskNumber: 7, softwareVersion: "0.1.0" }]],
  compartmentCommissioned: [
    [1, { compartmentNumber: 3, board: "A", channel: 3, heightMm: 300, isWithinSeatedReach: true }],
  ],
  compartmentSeenEmpty: [[1, { compartmentNumber: 3, ...byStaff }]],
  compartmentTakenOutOfService: [
    [1, { compartmentNumber: 3, reason: "doorJammed", caseNumber: 1 }],
    [2, { compartmentNumber: 3, reason: "dirty", staffId: "KT-03" }],
  ],
  compartmentReturnedToService: [[1, { compartmentNumber: 3, staffId: "CB-12" }]],
  doorSensorDeclared: [[1, { compartmentNumber: 3, isFaulty: true, source: "found", caseNumber: 2 }]],
  compartmentOpenRequested: [
    [1, { ...request, ...visit, reason: "deposit", pulse: 1, useByMs: 5_000 }],
    [2, { ...request, ...visit, reason: "maintenance", staffId: "KT-03", approvedBy: "CB-12", pulse: 2, useByMs: 900 }],
  ],
  compartmentOpened: [[1, { ...request, wasOpenAlready: false }]],
  compartmentOpenFailed: [[1, { ...request, outcome: "jammed" }]],
  compartmentClosed: [[1, request]],
  doorForced: [[1, { compartmentNumber: 3, caseNumber: 4 }]],
  caseOpened: [
    [1, { caseNumber: 1, kind: "doorJammed", compartmentNumber: 3, visitId: id }],
    [2, { caseNumber: 5, kind: "tamper" }],
  ],
  caseClosed: [[1, { caseNumber: 1, staffId: "CB-12" }]],
  dossierDeposited: [
    [
      1,
      {
        ...visit,
        ...declared,
        dossierId: id,
        ticket: "0007000010",
        compartmentNumber: 3,
        times,
        tokenHash: "0b".repeat(32),
        identitySource: "scanned",
        consentVersion: "2026-01",
      },
    ],
  ],
  depositAbandoned: [[1, { ...visit, ...declared, compartmentNumber: 3, reason: "timedOut", dossierId: id }]],
  printRequested: [
    [1, { printJobId: id, document: "receipt", dossierId: id, copy: 1 }],
    [2, { printJobId: id, document: "readinessReport", copy: 1 }],
  ],
  printFinished: [[1, { printJobId: id, outcome: "printed" }]],
  staffSignedIn: [[1, { ...visit, staffId: "CB-12" }]],
  staffSignInRejected: [[1, { staffId: "CB-12" }]],
  exchangeOpened: [[1, byStaff]],
  exchangeClosed: [[1, { ...byStaff, takenOver: 1, loaded: 0, seenEmpty: 2 }]],
  dossierTakenOver: [[1, { ...byStaff, dossierId: id, compartmentNumber: 3, counts, dossierCount: 1 }]],
  discrepancyFound: [
    [
      1,
      {
        ...byStaff,
        caseNumber: 6,
        dossierId: id,
        compartmentNumber: 3,
        declaredCounts: counts,
        declaredDossierCount: 1,
        counts: [],
        dossierCount: 0,
      },
    ],
  ],
  dossierNotFound: [[1, { ...byStaff, caseNumber: 7, dossierId: id, compartmentNumber: 3 }]],
  unexpectedContentsFound: [[1, { ...byStaff, caseNumber: 8, compartmentNumber: 3 }]],
  dossierHandedToCounter: [[1, { ...byStaff, dossierId: id }]],
  dossierAnnounced: [[1, { dossierId: id, officialCode: "H29-1", source: "directory" }]],
  officialCodeAssigned: [[1, { dossierId: id, officialCode: "H29-1" }]],
  resultLoaded: [[1, { ...byStaff, dossierId: id, compartmentNumber: 3, pickup }]],
  messageQueued: [[1, { messageId: id, kind: "resultReady", dossierId: id }]],
  credentialRejected: [[1, { ...visit, what: "pickupCode" }]],
  credentialUnlocked: [[1, { ...byStaff, dossierId: id }]],
  resultCollected: [
    [1, { ...visit, dossierId: id, compartmentNumber: 3, isVerified: true }],
    // Later programs of version 1 said who confirmed it.
    [1, { ...visit, dossierId: id, compartmentNumber: 3, isVerified: true, confirmedBy: "person" }],
    [2, { ...visit, dossierId: id, compartmentNumber: 3, isVerified: false, confirmedBy: "nobody" }],
  ],
  collectionAbandoned: [[1, { ...visit, dossierId: id, compartmentNumber: 3, reason: "nothingTaken" }]],
  technicianModeEntered: [[1, { ...visit, staffId: "KT-03" }]],
  technicianModeLeft: [[1, { ...visit, staffId: "KT-03", reason: "asked" }]],
  doorCycled: [[1, { compartmentNumber: 3, staffId: "KT-03", rounds: 5, opened: 4, failed: 1 }]],
  deviceTested: [
    [1, { test: { kind: "disk" }, outcome: "passed", facts: { syncMs: 3, path: "/d", ok: true }, staffId: "KT-03" }],
  ],
  evacuationStarted: [[1, { ...visit, staffId: "KT-03", approvedBy: "CB-12", caseNumber: 9 }]],
  evacuationEnded: [[1, { ...visit, caseNumber: 9, opened: [1, 2], failed: [3] }]],
  alarmRaised: [[1, { alarm: "tamper", caseNumber: 10 }]],
  alarmAcknowledged: [[1, { alarm: "tamper", staffId: "KT-03" }]],
  powerChanged: [[1, { source: "battery", battery: "low", isShuttingDown: false }]],
  retentionEnded: [[1, { dossierId: id, leftAtMs: 1_763_131_620_000 }]],
  logRestored: [
    [
      1,
      {
        previousLogId: id,
        previousSeq: 9,
        previousHash: "0c".repeat(32),
        source: "backup",
        isComplete: false,
        caseNumber: 11,
      },
    ],
  ],
  clockJudged: [[1, { steppedByMs: -5, trust: "untrusted" }]],
  storeDamaged: [[1, { damage: "historyDamaged", caseNumber: 12 }]],
  storeRepaired: [[1, { damage: "historyDamaged" }]],
  visitRated: [[1, { kind: "deposit", rating: "satisfied" }]],
};

/** One stored event of each shape that was ever written. */
export const writtenEvents: readonly StoredEvent[] = Object.entries(written).flatMap(([type, payloads]) =>
  payloads.map(([version, payload], index) => ({
    logId: id,
    seq: index + 1,
    type,
    version,
    atMs: 1_763_131_620_000,
    isTimeTrusted: true,
    payload: JSON.stringify(payload),
    sealed: null,
    previousHash: GENESIS_HASH,
    hash: GENESIS_HASH,
  })),
);
