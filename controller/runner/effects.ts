import { unreachable } from "#core/base/assert.ts";
import type { PaperState } from "#core/contract/screen.ts";
import type { PrintOutcome } from "#core/interfaces/printer.ts";
import { findDossier } from "#core/register/register.ts";
import type { Effect } from "#flow/effect.ts";
import type { Input } from "#flow/input.ts";
import type { RunnerParts } from "./parts.ts";

/** Runs one effect; whatever it comes to is the next input. Never throws: a failure is an outcome too. */
export function runEffect(effect: Effect, parts: RunnerParts, submit: (input: Input) => void): void {
  const tell = (outcome: Input | undefined): void => {
    if (outcome !== undefined) submit(outcome);
  };
  run(effect, parts).then(tell, (error: unknown) => {
    parts.logger.error({ err: error, effect: effect.kind }, "An effect failed without an outcome.");
    tell(outcomeOfDefect(effect));
  });
}

/** Undefined for an effect of which nobody has to hear. */
async function run(effect: Effect, parts: RunnerParts): Promise<Input | undefined> {
  switch (effect.kind) {
    case "unlock":
      return unlock(effect, parts);
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
      return runForTechnician(effect, parts);
  }
}

type EffectOf<K extends Effect["kind"]> = Extract<Effect, { readonly kind: K }>;
type TechnicianEffect = EffectOf<"askClients" | "awaitClients" | "testDevice" | "saveFile" | "commission" | "flushLog">;

async function runForTechnician(effect: TechnicianEffect, parts: RunnerParts): Promise<Input | undefined> {
  const { technician, clock } = parts;
  switch (effect.kind) {
    case "askClients":
      return { kind: "clientsAcknowledged", clients: await technician.askClients() };
    case "awaitClients":
      return new Promise((resolve) => void clock.after(effect.forMs, () => resolve({ kind: "clientsOverdue" })));
    case "testDevice":
      return { kind: "deviceTestEnded", test: effect.test, ...(await technician.test(effect.test)) };
    case "saveFile":
      return { kind: "fileSaved", what: effect.what, file: await technician.save(effect.what) };
    case "commission":
      await technician.commission(effect.step, effect.staffId);
      return undefined;
    case "flushLog":
      technician.flushLog();
      return undefined;
    default:
      return unreachable(effect);
  }
}

async function unlock(effect: EffectOf<"unlock">, { locks, boards }: RunnerParts): Promise<Input> {
  const { requestId, compartmentNumber, useByMs, sensor } = effect;
  const lock = locks.get(compartmentNumber);
  const command = lock && { requestId, lock, useByMs, ...(sensor === undefined ? {} : { sensor }) };
  const outcome = command === undefined ? "noReply" : await boards.unlock(command);
  return { kind: "unlockEnded", requestId, compartmentNumber, outcome };
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
    case "testDevice":
      return { kind: "deviceTestEnded", test: effect.test, outcome: "unresolved", facts: { defect: true } };
    case "saveFile":
      return { kind: "fileSaved", what: effect.what };
    case "makePickupCode":
    case "askClients":
    case "awaitClients":
    case "commission":
    case "flushLog":
      return undefined;
    default:
      return unreachable(effect);
  }
}
