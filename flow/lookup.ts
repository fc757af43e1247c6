import { parseDropTicketNumber } from "#core/domain/dropTicket.ts";
import { classifyScan } from "#core/domain/scannedCode.ts";
import type { DossierRecord } from "#core/register/records.ts";
import { findDossier } from "#core/register/register.ts";
import type { Handler } from "./handler.ts";
import { scanProblem } from "./scans.ts";
import type { World } from "./world.ts";

/** Anyone may look up a dossier by its ticket: where it is and what is due when; never whose it is. */
export const lookup: Handler<"lookup"> = (turn, _at, input) => {
  if (input.kind === "scan") {
    const code = classifyScan(input.text);
    const dossier = findByCode(turn.world, input.text);
    if (dossier) return turn.go({ step: "lookupResult", dossierId: dossier.dossierId });
    const isOurs = ["receiptToken", "dropTicketNumber", "dossierCode", "bagLabel"].includes(code.kind);
    return turn.go({ step: "lookup", problem: isOurs ? "ticketNotFound" : scanProblem(code, "notAReceipt") });
  }
  if (input.kind !== "intent") return;
  const { intent } = input;
  if (intent.kind === "back") return turn.goHome();
  if (intent.kind !== "enterTicket") return;
  const dossier = findByCode(turn.world, intent.ticket);
  if (dossier) return turn.go({ step: "lookupResult", dossierId: dossier.dossierId });
  const isTicket = parseDropTicketNumber(intent.ticket).ok;
  turn.go({ step: "lookup", problem: isTicket ? "ticketNotFound" : "ticketWrong" });
};

export const lookupResult: Handler<"lookupResult"> = (turn, _at, input) => {
  if (input.kind !== "intent") return;
  if (input.intent.kind === "back") turn.go({ step: "lookup" });
  if (input.intent.kind === "finish") turn.goHome();
};

/** The dossier behind any code of ours: receipt token, ticket number, official code or bag label. */
export function findByCode(world: World, text: string): DossierRecord | undefined {
  const code = classifyScan(text);
  switch (code.kind) {
    case "receiptToken": {
      const tokenHash = world.tokenHashOf(code.token);
      return tokenHash === undefined ? undefined : findDossier(world.register, (d) => d.tokenHash === tokenHash);
    }
    case "dropTicketNumber":
      return findDossier(world.register, (d) => d.ticket === code.number);
    case "dossierCode":
      return findDossier(world.register, (d) => d.officialCode === code.code);
    case "bagLabel":
      return newest(world, code.label);
    default:
      return findDossier(world.register, (d) => d.officialCode === text.trim());
  }
}

/** A bag is used again and again: its label means the dossier that used it last. */
function newest(world: World, label: string): DossierRecord | undefined {
  let found: DossierRecord | undefined;
  for (const dossier of world.register.all("dossier")) {
    // Tickets are numbered in order; the clock may have been wrong.
    const isNewer = (dossier.ticket ?? "") >= (found?.ticket ?? "");
    if (dossier.bagLabel === label && isNewer) found = dossier;
  }
  return found;
}
