import { unreachable } from "#core/base/assert.ts";
import type { Screen } from "#core/contract/screen.ts";
import { formatDropTicketNumber } from "#core/domain/dropTicket.ts";
import { TRIES_PER_CREDENTIAL } from "../choice.ts";
import { canSayTaken, canTryAgain, MAX_OPENINGS } from "../collection/door.ts";
import type { CollectionAt } from "../state.ts";
import type { World } from "../world.ts";
import { lookupResultOf } from "./lookupResult.ts";

/** The screens of a collection. */
export function presentCollection(at: CollectionAt, world: World): Screen {
  switch (at.step) {
    case "credential":
      return { name: "credential", isChecking: at.isChecking, problem: at.problem };
    case "secondValue": {
      const dossier = world.register.get("dossier", at.dossierId);
      // A lock that has run out leaves one try at a time.
      const triesLeft = Math.max(1, TRIES_PER_CREDENTIAL - (dossier?.rejectionsMs.length ?? 0));
      const reference = dossier?.ticket ? formatDropTicketNumber(dossier.ticket) : (dossier?.officialCode ?? "");
      return { name: "secondValue", reference, triesLeft, isChecking: false, problem: at.problem };
    }
    case "collectionClosed":
      return { name: "collectionClosed", obstacle: at.obstacle };
    case "collectionLocked":
      return { name: "collectionLocked", who: at.who, untilMs: at.untilMs };
    case "notReady":
      return { name: "notReady", dossier: lookupResultOf(world, at.dossierId) };
    case "collectionOpening":
      return { name: "collectionOpening", compartmentNumber: at.opening.compartmentNumber };
    case "collectionOpen":
      return {
        name: "collectionOpen",
        compartmentNumber: at.opening.compartmentNumber,
        ...(at.canSayShut ? { canSayShut: true } : {}),
      };
    case "collectionConfirm":
      return {
        name: "collectionConfirm",
        compartmentNumber: at.opening.compartmentNumber,
        canOpenAgain: at.openings < MAX_OPENINGS,
      };
    case "collectionFailed": {
      const { compartmentNumber, caseKind: kind, caseNumber, slip } = at;
      return {
        name: "collectionFailed",
        compartmentNumber,
        kind,
        caseNumber,
        canTryAgain: canTryAgain(at),
        ...(canSayTaken(at) ? { canSayTaken: true } : {}),
        slip: slip?.state,
      };
    }
    default:
      return unreachable(at);
  }
}
