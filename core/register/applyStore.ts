import type { Reducers } from "./reducer.ts";
import { compartmentsOf, machineOf } from "./register.ts";

/** Numbers that may stand on receipts of which nothing is known any more: those of the lost events, and many more. */
const TICKETS_PERHAPS_GIVEN = 500;
/** A drop ticket has five digits for its sequence. */
const LAST_TICKET = 99_999;

/** What becomes of the projections when the log itself lost something. */
export const storeReducers: Reducers = {
  /** What happened after the last event that is known: anything. Nothing is empty, and nothing is given out unseen. */
  logRestored: (register, { payload, seq }) => {
    // Numbers begin anew with a log: what left the kiosk before counts as having left at its beginning.
    for (const dossier of [...register.all("dossier")])
      if (dossier.leftSeq !== undefined) register.set("dossier", { ...dossier, leftSeq: seq });
    if (payload.isComplete) return;
    const { caseNumber } = payload;
    for (const compartment of compartmentsOf(register)) {
      const { contents } = compartment;
      register.set("compartment", {
        ...compartment,
        contents: contents.kind === "empty" ? { kind: "unchecked" } : contents,
        outOfService: { reason: "restored", caseNumber },
        unseenSinceRestore: caseNumber,
      });
    }
    const machine = machineOf(register);
    const ticketSequence = Math.min(machine.ticketSequence + TICKETS_PERHAPS_GIVEN, LAST_TICKET - 1);
    register.set("machine", {
      ...machine,
      ticketSequence: Math.max(ticketSequence, machine.ticketSequence),
      // The exchange that was open then has long been left.
      openExchange: undefined,
    });
  },
};
