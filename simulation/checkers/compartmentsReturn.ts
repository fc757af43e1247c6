import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { CaseKind } from "#core/events/eventParts.ts";
import { openCases } from "#core/register/register.ts";
import type { Evidence, RunChecker } from "../contract/observation.ts";

/**
 * Cases that are about a person, a dossier or a piece of paper: staff settle them away from the machine. All others are
 * about the machine, and whoever puts it in order there ends them.
 */
const SETTLED_ELSEWHERE: ReadonlySet<CaseKind> = new Set([
  "depositUnfinished",
  "discrepancy",
  "dossierNotFound",
  "unexpectedContents",
  "printFailed",
  "collectionUnverified",
  "restored",
  "storeDamaged",
]);

/**
 * Liveness, after staff have made their last round with every fault healed: each compartment is free again, holds a
 * dossier, or is physically broken; and no case about a working machine is left that nobody can close.
 */
export class CompartmentsReturn implements RunChecker {
  readonly name = "liveness";
  readonly #isBroken: (compartmentNumber: CompartmentNumber) => boolean;

  constructor(isBroken: (compartmentNumber: CompartmentNumber) => boolean) {
    this.#isBroken = isBroken;
  }

  take(): undefined {}

  atEnd(evidence: Evidence): string | undefined {
    const register = evidence.register();
    if (register === undefined) return "The kiosk is down after a quiet hour.";
    for (const { compartmentNumber, contents, outOfService, faultySensor } of register.all("compartment")) {
      if (this.#isBroken(compartmentNumber)) continue;
      const which = `After the last round compartment ${compartmentNumber}`;
      if (outOfService !== undefined) return `${which} is still out of service (${outOfService.reason}).`;
      if (faultySensor !== undefined) return `${which} still counts as one with a faulty sensor.`;
      if (contents.kind === "unchecked") return `${which} is still unchecked.`;
    }
    const left = openCases(register).find(
      ({ kind, compartmentNumber }) =>
        !SETTLED_ELSEWHERE.has(kind) && (compartmentNumber === undefined || !this.#isBroken(compartmentNumber)),
    );
    return (
      left && `After the last round case ${left.caseNumber} (${left.kind}) is still open, and nobody can close it.`
    );
  }
}
