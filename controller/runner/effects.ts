import { unreachable } from "#core/base/assert.ts";
import type { PaperState } from "#core/contract/screen.ts";
import type { PrintOutcome } from "#core/interfaces/printer.ts";
import { findDossier } from "#core/register/register.ts";
import type { Effect } from "#flow/effect.ts";
import type { Input } from "#flow/input.ts";
import type { RunnerParts } from "./parts.ts";

/** Runs one effect; whatever it comes to is the next input. Never throws: a failure is an outcome too. */
export function runEffect(effect: Effect, parts: RunnerParts, submit: (input: Input) => void): void {
  run(effect, parts).then(submit, (error: unknown) => {
    parts.logger.error({ err: error, effect: effect.kind }, "An effect failed without an outcome.");
    const outcome = outcomeOfDefect(effect);
    if (outcome !== undefined) submit(outcome);
  });
}

async function run(effect: Effect, parts: RunnerParts): Promise<Input> {
  switch (effect.kind) {
    case "unlock": {
      const { requestId, compartmentNumber, useByMs } = effect;
      const lock = parts.locks.get(compartmentNumber);
      const outcome = lock === undefined ? "noReply" : await parts.boards.unlock({ requestId, lock, useByMs });
      return { kind: "unlockEnded", requestId, compartmentNumber, outcome };
    }
    case "print": {
      const { printJobId, paper } = effect;
      const raster = parts.papers.draw(printJobId, paper, parts.log.register);
      return { kind: "printEnded", printJobId, state: paperState(await parts.printer.print(raster)) };
    }
    case "checkPickupCode":
      return checkPickupCode(effect.code, parts);
    case "checkPin": {
      const { staffId, cardText, pin } = effect;
      return { kind: "pinChecked", staffId, isRight: await parts.credentials.isPin(cardText, pin) };
    }
    case "makePickupCode": {
      const { dossierId } = effect;
      const taken = new Set<string>();
      for (const { pickup } of parts.log.register.all("dossier")) if (pickup) taken.add(pickup.selector);
      return { kind: "pickupCodeMade", dossierId, ...(await parts.credentials.makePickupCode(taken)) };
    }
    default:
      return unreachable(effect);
  }
}

/** The code's public selector finds the one credential to compare with, so that one slow hash is computed a try. */
async function checkPickupCode(code: string, parts: RunnerParts): Promise<Input> {
  const candidate = findDossier(parts.log.register, (d) => d.pickup?.selector === code.slice(0, 3));
  const isRight = await parts.credentials.isPickupCode(code, candidate?.pickup);
  if (candidate === undefined) return { kind: "pickupCodeChecked" };
  return {
    kind: "pickupCodeChecked",
    candidateId: candidate.dossierId,
    ...(isRight ? { dossierId: candidate.dossierId } : {}),
  };
}

function paperState(outcome: PrintOutcome): PaperState {
  if (outcome.kind === "printed") return outcome.isVerified ? "printed" : "unverified";
  return outcome.kind;
}

/** What the flow hears when the code around a device broke: nothing is claimed that is not known. */
function outcomeOfDefect(effect: Effect): Input | undefined {
  switch (effect.kind) {
    case "unlock": {
      const { requestId, compartmentNumber } = effect;
      return { kind: "unlockEnded", requestId, compartmentNumber, outcome: "unresolved" };
    }
    case "print":
      return { kind: "printEnded", printJobId: effect.printJobId, state: "notPrinted" };
    case "checkPickupCode":
      return { kind: "pickupCodeChecked" };
    case "checkPin":
      return { kind: "pinChecked", staffId: effect.staffId, isRight: false };
    case "makePickupCode":
      return undefined;
    default:
      return unreachable(effect);
  }
}
