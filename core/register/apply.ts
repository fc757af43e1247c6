import { assert } from "../base/assert.ts";
import type { KioskEvent } from "../events/event.ts";
import { applyCustody } from "./applyCustody.ts";
import { applyDoor } from "./applyDoor.ts";
import { emptyMachine } from "./records.ts";
import type { RegisterLayer } from "./register.ts";

/** Most wall times of rejections kept for the machine and for a staff member. */
const KEPT_REJECTIONS = 50;

/**
 * Applies one event to the projections. Pure in the sense that the same events in the same order always give the same
 * records: the database's copy can be thrown away and rebuilt from the log.
 */
export function applyEvent(register: RegisterLayer, event: KioskEvent): void {
  const isAboutDoor = applyDoor(register, event);
  if (applyCustody(register, event) || isAboutDoor) return;
  const machine = register.get("machine", "machine") ?? emptyMachine;
  switch (event.type) {
    case "caseOpened": {
      const { visitId: _, ...fields } = event.payload;
      register.set("case", { ...fields, openedAtMs: event.atMs, isOpen: true });
      register.set("machine", { ...machine, lastCaseNumber: Math.max(machine.lastCaseNumber, fields.caseNumber) });
      return;
    }
    case "caseClosed": {
      const found = register.get("case", String(event.payload.caseNumber));
      assert(found, `Case ${event.payload.caseNumber} is closed without having been opened.`);
      register.set("case", { ...found, isOpen: false });
      return;
    }
    case "printRequested": {
      const { printJobId, document, dossierId } = event.payload;
      register.set("printJob", { printJobId, document, dossierId });
      const dossier = dossierId === undefined ? undefined : register.get("dossier", dossierId);
      if (dossier && document === "receipt") register.set("dossier", { ...dossier, copies: event.payload.copy });
      return;
    }
    case "printFinished": {
      const job = register.get("printJob", event.payload.printJobId);
      assert(job, "A print job ends that was never requested.");
      register.set("printJob", { ...job, outcome: event.payload.outcome });
      return;
    }
    case "staffSignedIn":
      register.set("staff", { staffId: event.payload.staffId, rejectionsMs: [] });
      return;
    case "staffSignInRejected": {
      const { staffId } = event.payload;
      const before = register.get("staff", staffId)?.rejectionsMs ?? [];
      register.set("staff", { staffId, rejectionsMs: [...before, event.atMs].slice(-KEPT_REJECTIONS) });
      return;
    }
    case "exchangeOpened":
      register.set("machine", { ...machine, openExchange: event.payload });
      return;
    case "exchangeClosed":
      register.set("machine", { ...machine, openExchange: undefined });
      return;
    case "credentialRejected": {
      const rejectionsMs = [...machine.rejectionsMs, event.atMs].slice(-KEPT_REJECTIONS);
      register.set("machine", { ...machine, rejectionsMs });
      const dossier = event.payload.dossierId && register.get("dossier", event.payload.dossierId);
      if (dossier)
        register.set("dossier", {
          ...dossier,
          rejectionsMs: [...dossier.rejectionsMs, event.atMs].slice(-KEPT_REJECTIONS),
        });
      return;
    }
    default:
      // The rest changes no projection: kioskStarted, dossierKeyShared, messageQueued, visitRated …
      return;
  }
}
