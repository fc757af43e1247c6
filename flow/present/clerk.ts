import { unreachable } from "#core/base/assert.ts";
import type { ListedDeposit, Screen, ScreenOf } from "#core/contract/screen.ts";
import { compartmentsOf } from "#core/register/register.ts";
import { credentialLockedUntilMs, freeCompartments, pinTriesLeft } from "../choice.ts";
import { waitingDeposits } from "../clerk/emptying.ts";
import { expectedResult, uncheckedCompartments } from "../clerk/inspecting.ts";
import type { AtStep, ClerkAt } from "../state.ts";
import type { World } from "../world.ts";

/** The screens of an exchange. */
export function presentClerk(at: ClerkAt, world: World): Screen {
  switch (at.step) {
    case "pin": {
      const staffName = world.staffById(at.staffId)?.name ?? at.staffId;
      const triesLeft = pinTriesLeft(world, at.staffId);
      return { name: "pin", staffName, isChecking: at.isChecking, triesLeft, problem: at.problem };
    }
    case "clerkHome":
      return clerkHome(at, world);
    case "exchangeDone": {
      const { takenOver, loaded, seenEmpty } = at.exchange;
      return { name: "exchangeDone", takenOver, loaded, seenEmpty };
    }
    case "clerkDoorFailed": {
      const { compartmentNumber, caseKind: kind, caseNumber, during } = at;
      return { name: "clerkDoorFailed", compartmentNumber, kind, caseNumber, during };
    }
    case "inspecting": {
      const { compartmentNumber } = at.opening;
      const result = expectedResult(world, compartmentNumber);
      const reference = result && (result.officialCode ?? result.ticket ?? result.dossierId);
      const left = uncheckedCompartments(world).length;
      return { name: "inspecting", compartmentNumber, isOpen: at.isOpen, left, expected: reference };
    }
    case "inspectingClose":
      return {
        name: at.step,
        compartmentNumber: at.opening.compartmentNumber,
        left: uncheckedCompartments(world).length,
      };
    case "emptyingOpening":
    case "emptyingCount":
    case "discrepancy":
    case "emptyingClose":
      return presentEmptying(at, world);
    default:
      return presentLoading(at, world);
  }
}

function clerkHome(at: AtStep<"clerkHome">, world: World): ScreenOf<"clerkHome"> {
  const { staffName, takenOver, loaded, seenEmpty } = at.exchange;
  const compartments = compartmentsOf(world.register);
  const locked = [...world.register.all("dossier")].filter(
    (d) => credentialLockedUntilMs(d, world.nowMs) !== undefined,
  );
  return {
    name: "clerkHome",
    staffName,
    deposits: waitingDeposits(world).map((d) => listed(world, d.dossierId)),
    unchecked: uncheckedCompartments(world).map((c) => c.compartmentNumber),
    outOfService: compartments.flatMap(({ compartmentNumber, outOfService }) =>
      outOfService === undefined ? [] : [{ compartmentNumber, ...outOfService }],
    ),
    free: freeCompartments(world).length,
    results: compartments.filter((c) => c.contents.kind === "result").length,
    locked: locked.map((d) => d.ticket ?? d.officialCode ?? d.dossierId),
    done: { takenOver, loaded, seenEmpty },
    problem: at.problem,
  };
}

type EmptyingAt = AtStep<"emptyingOpening"> | AtStep<"emptyingCount"> | AtStep<"discrepancy"> | AtStep<"emptyingClose">;

function presentEmptying(at: EmptyingAt, world: World): Screen {
  const left = waitingDeposits(world).length;
  if (at.step === "emptyingClose") return { name: at.step, compartmentNumber: at.opening.compartmentNumber, left };
  const deposit = listed(world, at.dossierId);
  if (at.step === "emptyingOpening") return { name: at.step, deposit, left };
  const { counts, dossierCount, isDoorOpen } = at;
  const dossier = world.register.get("dossier", at.dossierId);
  if (at.step === "emptyingCount") {
    const personName = (dossier && world.personOf(dossier)?.name) ?? "";
    return { name: at.step, deposit, personName, counts, dossierCount, left, isDoorOpen };
  }
  const declared = dossier?.counts ?? [];
  const declaredDossierCount = dossier?.dossierCount ?? 0;
  return {
    name: at.step,
    deposit,
    declared,
    declaredDossierCount,
    counted: counts,
    dossierCount,
    caseNumber: at.caseNumber,
  };
}

type LoadingAt =
  | AtStep<"loading">
  | AtStep<"recipient">
  | AtStep<"loadingOpening">
  | AtStep<"loadingOpen">
  | AtStep<"loadingCode">;

function presentLoading(at: LoadingAt, world: World): Screen {
  switch (at.step) {
    case "loading":
      return { name: "loading", loaded: at.exchange.loaded, free: freeCompartments(world).length, problem: at.problem };
    case "recipient":
      return { name: "recipient", officialCode: at.officialCode, problem: at.problem };
    case "loadingOpening":
    case "loadingOpen":
    case "loadingCode": {
      const dossier = world.register.get("dossier", at.dossierId);
      const reference = dossier?.officialCode ?? dossier?.ticket ?? "";
      const { compartmentNumber } = at.opening;
      const phase = loadingPhase(at);
      const isOpen = phase === "open" || phase === "takingBack";
      const canSayShut = at.step === "loadingOpen" && at.canSayShut ? { canSayShut: true } : {};
      return { name: "loadingOpen", compartmentNumber, reference, isOpen, phase, ...canSayShut };
    }
    default:
      return unreachable(at);
  }
}

function loadingPhase(
  at: AtStep<"loadingOpening"> | AtStep<"loadingOpen"> | AtStep<"loadingCode">,
): ScreenOf<"loadingOpen">["phase"] {
  if (at.step === "loadingOpening") return "opening";
  if (at.step === "loadingCode") return "makingCode";
  return at.ending === "cancel" ? "takingBack" : "open";
}

function listed(world: World, dossierId: string): ListedDeposit {
  const dossier = world.register.get("dossier", dossierId);
  const compartmentNumber = dossier?.place.kind === "compartment" ? dossier.place.compartmentNumber : 1;
  return {
    dossierId,
    ticket: dossier?.ticket ?? "",
    compartmentNumber,
    procedureId: dossier?.procedureId ?? "",
    times: dossier?.times ?? {},
    dossierCount: dossier?.dossierCount ?? 0,
    isDone: dossier?.place.kind !== "compartment",
  };
}
