import type { Database } from "better-sqlite3";
import type { KioskStore, OfficeStore, RegisterStore, StaffStore } from "../officeStore.ts";
import { acceptEvents } from "./acceptEvents.ts";
import { openDatabase } from "./openDatabase.ts";
import { rebuildOutdatedProjections, rebuildProjections } from "./project.ts";
import * as alarms from "./queries/alarms.ts";
import { cases } from "./queries/cases.ts";
import { compartments } from "./queries/compartments.ts";
import { sealedKeyOf } from "./queries/dossierKeys.ts";
import * as dossiers from "./queries/dossiers.ts";
import * as events from "./queries/events.ts";
import * as kiosks from "./queries/kiosks.ts";
import * as orders from "./queries/orders.ts";
import * as staff from "./queries/staff.ts";

/** Opens the register in one SQLite file. Throws a sentence when the file cannot be used. */
export function openSqliteOfficeStore(file: string): OfficeStore {
  const db = openDatabase(file);
  rebuildOutdatedProjections(db);
  return {
    ...registerStore(db),
    ...kioskStore(db),
    ...staffStore(db),
    close: async () => {
      db.close();
    },
  };
}

function registerStore(db: Database): RegisterStore {
  return {
    acceptEvents: async (batch) => acceptEvents(db, batch),
    rebuildProjections: async () => rebuildProjections(db),
    events: async ({ limit, beforeId }) => events.newestEvents(db, limit, beforeId ?? Number.MAX_SAFE_INTEGER),
    eventsOfLog: async (kioskNumber, logId) => events.eventsOfLog(db, kioskNumber, logId),
    logsOf: async (kioskNumber) => events.logsOf(db, kioskNumber),
    eventsOfLogAfter: async (kioskNumber, logId, page) => events.eventsOfLogAfter(db, { kioskNumber, logId }, page),
    lastReceivedId: async () => events.lastReceivedId(db),
    eventsOfDossier: async (ref) => events.eventsOfDossier(db, ref),
    eventOfType: async (ref, types) => events.newestOfTypes(db, types, { ref, limit: 1 })[0],
    dossiers: async ({ text, limit }) => dossiers.dossiers(db, text, limit),
    dossier: async (ref) => dossiers.dossier(db, ref),
    dossierWithOfficialCode: async (officialCode) => dossiers.dossierWithOfficialCode(db, officialCode),
    sealedKeyOf: async (ref) => sealedKeyOf(db, ref),
    cases: async (limit) => cases(db, limit),
    compartments: async () => compartments(db),
    messageEvents: async (limit) => events.newestOfTypes(db, ["messageQueued"], { limit }),
  };
}

function kioskStore(db: Database): KioskStore {
  return {
    kiosks: async () => kiosks.kiosks(db),
    kiosk: async (kioskNumber) => kiosks.kiosk(db, kioskNumber),
    addEnrolmentCode: async (code) => kiosks.putEnrolmentCode(db, code),
    enrolKiosk: async (request) => db.transaction(() => enrolInTransaction(db, request)).immediate(),
    revokeKiosk: async (kioskNumber, nowMs) => kiosks.revokeKiosk(db, kioskNumber, nowMs),
    alarms: async () => alarms.alarms(db),
    acknowledgeAlarm: async (alarmId, by) => alarms.acknowledgeAlarm(db, alarmId, by),
    addOrder: async (order) => db.transaction(() => orders.addOrder(db, order)).immediate(),
    deliverOrders: async (kioskNumber, request) =>
      db.transaction(() => orders.deliverOrders(db, kioskNumber, request)).immediate(),
    ordersOfDossier: async (ref) => orders.ordersOfDossier(db, ref),
    pendingOrders: async () => orders.pendingOrders(db),
  };
}

function enrolInTransaction(
  db: Database,
  request: Parameters<KioskStore["enrolKiosk"]>[0],
): Awaited<ReturnType<KioskStore["enrolKiosk"]>> {
  const { codeHash, kioskNumber, publicKeyX, nowMs } = request;
  const code = kiosks.enrolmentCode(db, codeHash);
  if (code?.kioskNumber !== kioskNumber) return "codeUnknown";
  if (code.usedByKey !== null) {
    const isRepeated = code.usedByKey === publicKeyX && kiosks.kiosk(db, kioskNumber)?.publicKeyX === publicKeyX;
    return isRepeated ? "enrolled" : "codeUsed";
  }
  if (code.expiresAtMs !== null && code.expiresAtMs <= nowMs) return "codeExpired";
  kiosks.markEnrolmentCodeUsed(db, codeHash, publicKeyX);
  kiosks.putKiosk(db, kioskNumber, { x: publicKeyX, nowMs });
  return "enrolled";
}

function staffStore(db: Database): StaffStore {
  return {
    staffByLogin: async (login) => staff.staffByLogin(db, login),
    staffCount: async () => staff.staffCount(db),
    putStaff: async (account) => staff.putStaff(db, account),
    noteLogin: async (staffId, state) => staff.noteLogin(db, staffId, state),
    addSession: async (session) => staff.addSession(db, session),
    staffOfSession: async (tokenHash, nowMs) => staff.staffOfSession(db, tokenHash, nowMs),
    endSession: async (tokenHash) => staff.endSession(db, tokenHash),
    noteAct: async (act) => staff.insertAct(db, act),
  };
}
