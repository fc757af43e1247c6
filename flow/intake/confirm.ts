import { dropTicketNumber } from "#core/domain/dropTicket.ts";
import { machineOf } from "#core/register/register.ts";
import type { Handler } from "../handler.ts";
import { endsPrint } from "../prints.ts";
import type { Deposit } from "../state.ts";
import type { Turn } from "../turn.ts";

/** Most copies of a receipt in one visit. */
export const MAX_COPIES = 3;

/**
 * The deposit happened: it becomes durable, and only then is its receipt printed (invariant I6: no receipt without a
 * durable deposit). The official dossier code is not made here: an officer's check comes first (Decree 61/2018, 17.3).
 */
export function confirmDeposit(turn: Turn, deposit: Deposit, compartmentNumber: number): void {
  const { world } = turn;
  const { papers, person, contact, bagLabel } = deposit;
  const dossierId = turn.id();
  const token = world.mintToken(turn.id());
  const ticket = dropTicketNumber(world.kioskNumber, machineOf(world.register).ticketSequence + 1);
  // A date that may be wrong is not written on paper, and no deadline runs from it.
  const times = world.isTimeTrusted ? world.timesOf(papers.procedureId, world.nowMs) : {};
  turn.emit({
    type: "dossierDeposited",
    payload: {
      visitId: turn.visit.visitId,
      dossierId,
      ticket,
      compartmentNumber,
      procedureId: papers.procedureId,
      counts: [...papers.counts],
      dossierCount: papers.dossierCount,
      bagLabel,
      times,
      tokenHash: token.hash,
      identitySource: person.identitySource,
      consentVersion: world.consentVersion,
    },
    personal: {
      name: person.name,
      idNumber: person.idNumber,
      secondValue: contact.secondValue,
      receiptToken: token.text,
      ...(contact.phone === undefined ? {} : { phone: contact.phone }),
    },
  });
  const paper = turn.print({ document: "receipt", dossierId, copy: 1 });
  turn.go({ step: "receipt", dossierId, ticket, compartmentNumber, papers, times, paper, copies: 1 });
}

/** The receipt comes out and is shown. Nothing personal is on this screen. */
export const receipt: Handler<"receipt"> = (turn, at, input) => {
  const { paper } = at;
  if (endsPrint(input, paper)) return turn.go({ ...at, paper: { ...paper, state: input.state } });
  if (input.kind !== "intent") return;
  if (input.intent.kind === "printAgain" && paper.state !== "printing" && at.copies < MAX_COPIES) {
    const copies = at.copies + 1;
    const again = turn.print({ document: "receipt", dossierId: at.dossierId, copy: copies });
    return turn.go({ ...at, paper: again, copies });
  }
  if (input.intent.kind === "finish") turn.go({ step: "rating", of: "deposit", outcome: "deposited" });
};
