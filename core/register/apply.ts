import { assert } from "../base/assert.ts";
import type { KioskEvent } from "../events/event.ts";
import { custodyReducers } from "./applyCustody.ts";
import { doorReducers } from "./applyDoor.ts";
import { machineReducers } from "./applyMachine.ts";
import { storeReducers } from "./applyStore.ts";
import type { Reducers } from "./reducer.ts";
import { reduceWith } from "./reducer.ts";
import { machineOf, type RegisterLayer } from "./register.ts";

/** Most wall times of rejections kept for the machine, for a dossier and for a staff member. */
const KEPT_REJECTIONS = 50;

/**
 * Applies one event to the projections: the same events in the same order always give the same records, so that the
 * database's copy can be thrown away and rebuilt from the log. Event types without a reducer change no projection.
 */
export function applyEvent(register: RegisterLayer, event: KioskEvent): void {
  for (const reducers of [doorReducers, custodyReducers, officeReducers, machineReducers, storeReducers])
    reduceWith(reducers, register, event);
}

/** Cases, papers, staff and wrong tries. */
const officeReducers: Reducers = {
  caseOpened: (register, { payload, atMs }) => {
    const { visitId: _, ...fields } = payload;
    register.set("case", { ...fields, openedAtMs: atMs, isOpen: true });
    const machine = machineOf(register);
    register.set("machine", { ...machine, lastCaseNumber: Math.max(machine.lastCaseNumber, fields.caseNumber) });
  },
  caseClosed: (register, { payload }) => {
    const found = register.get("case", String(payload.caseNumber));
    assert(found, `Case ${payload.caseNumber} is closed without having been opened.`);
    register.set("case", { ...found, isOpen: false });
  },
  printRequested: (register, { payload }) => {
    const { printJobId, document, dossierId, copy } = payload;
    register.set("printJob", { printJobId, document, dossierId });
    const dossier = dossierId === undefined ? undefined : register.get("dossier", dossierId);
    if (dossier && document === "receipt") register.set("dossier", { ...dossier, copies: copy });
  },
  printFinished: (register, { payload }) => {
    const job = register.get("printJob", payload.printJobId);
    assert(job, "A print job ends that was never requested.");
    register.set("printJob", { ...job, outcome: payload.outcome });
  },
  staffSignedIn: (register, { payload }) => {
    register.set("staff", { staffId: payload.staffId, rejectionsMs: [] });
  },
  staffSignInRejected: (register, { payload, atMs }) => {
    const { staffId } = payload;
    register.set("staff", { staffId, rejectionsMs: withTry(register.get("staff", staffId)?.rejectionsMs, atMs) });
  },
  exchangeOpened: (register, { payload }) => {
    register.set("machine", { ...machineOf(register), openExchange: payload });
  },
  exchangeClosed: (register) => {
    register.set("machine", { ...machineOf(register), openExchange: undefined });
  },
  credentialRejected: (register, { payload, atMs }) => {
    const machine = machineOf(register);
    register.set("machine", { ...machine, rejectionsMs: withTry(machine.rejectionsMs, atMs) });
    const dossier = payload.dossierId && register.get("dossier", payload.dossierId);
    if (dossier) register.set("dossier", { ...dossier, rejectionsMs: withTry(dossier.rejectionsMs, atMs) });
  },
};

function withTry(before: readonly number[] = [], atMs: number): number[] {
  return [...before, atMs].slice(-KEPT_REJECTIONS);
}
