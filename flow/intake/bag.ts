import type { PaperState } from "#core/contract/screen.ts";
import { classifyScan } from "#core/domain/scannedCode.ts";
import { findDossier } from "#core/register/register.ts";
import { chooseCompartment, freeCompartments, intakeObstacle, isUnlockingBlocked } from "../choice.ts";
import type { Handler } from "../handler.ts";
import { requestOpening } from "../opening.ts";
import { endsPrint } from "../prints.ts";
import { scanProblem } from "../scans.ts";
import type { AtStep } from "../state.ts";
import type { Turn } from "../turn.ts";

/** The bag's label is scanned; without one a slip with a label is printed, which also proves the printer. */
export const bag: Handler<"bag"> = (turn, at, input) => {
  if (input.kind === "scan") return takeLabel(turn, at, input.text);
  if (at.slip !== undefined && endsPrint(input, at.slip)) {
    const problem = input.state === "notPrinted" ? "printerNotReady" : undefined;
    return turn.go({ ...at, slip: { ...at.slip, state: input.state }, problem });
  }
  if (input.kind !== "intent") return;
  switch (input.intent.kind) {
    case "back":
      return turn.go({ step: "phone", papers: at.papers, person: at.person });
    case "wantLowCompartment":
      return turn.go({ ...at, wantsLow: input.intent.isWanted });
    case "printBagSlip":
      return printSlip(turn, at);
    case "bagSlipInBag":
      if (at.slip !== undefined && canBeInBag(at.slip.state)) takeBag(turn, at, at.slip.label);
      return;
    default:
      return;
  }
};

/** The compartment is chosen and shown; the person walks there and touches "open". */
export const depositReady: Handler<"depositReady"> = (turn, at, input) => {
  if (input.kind !== "intent") return;
  const { deposit } = at;
  switch (input.intent.kind) {
    case "back": {
      const { papers, person, contact, wantsLow } = deposit;
      return turn.go({ step: "bag", papers, person, contact, wantsLow });
    }
    case "wantLowCompartment": {
      const wantsLow = input.intent.isWanted;
      const chosen = chooseCompartment(turn.world, { wantsLow, except: deposit.tried });
      // Nothing low is free: the compartment stays, and the screen says so.
      const compartmentNumber = chosen ?? at.compartmentNumber;
      return turn.go({ ...at, deposit: { ...deposit, wantsLow }, compartmentNumber });
    }
    case "openCompartment":
      return openFor(turn, at);
    default:
      return;
  }
};

/** Opens the chosen compartment, or another one if it stopped being free while the person was reading. */
export function openFor(turn: Turn, at: Pick<AtStep<"depositReady">, "deposit" | "compartmentNumber">): void {
  const { deposit } = at;
  const isPaperThere = ["ready", "notSupported"].includes(turn.world.printer.status);
  if (!isPaperThere) return turn.go({ step: "intakeClosed", obstacle: "printer" });
  if (isUnlockingBlocked(turn.world)) return turn.go({ step: "intakeClosed", obstacle: "alarm" });
  const wish = { wantsLow: deposit.wantsLow, except: deposit.tried };
  const isStillFree = freeCompartments(turn.world).some((c) => c.compartmentNumber === at.compartmentNumber);
  const compartmentNumber = isStillFree ? at.compartmentNumber : chooseCompartment(turn.world, wish);
  if (compartmentNumber === undefined) return turn.go(noRoom(turn));
  const opening = requestOpening(turn, { compartmentNumber, reason: "deposit" });
  turn.go({ step: "depositOpening", deposit, opening });
}

function takeLabel(turn: Turn, at: AtStep<"bag">, text: string): void {
  const code = classifyScan(text);
  if (code.kind !== "bagLabel") return turn.go({ ...at, problem: scanProblem(code, "notABagLabel") });
  takeBag(turn, at, code.label);
}

function takeBag(turn: Turn, at: AtStep<"bag">, bagLabel: string): void {
  const isInUse = findDossier(turn.world.register, (d) => d.bagLabel === bagLabel && isUnderway(d.place.kind));
  if (isInUse) return turn.go({ ...at, problem: "bagLabelInUse" });
  const { papers, person, contact, wantsLow } = at;
  const compartmentNumber =
    chooseCompartment(turn.world, { wantsLow, except: [] }) ??
    chooseCompartment(turn.world, { wantsLow: false, except: [] });
  if (compartmentNumber === undefined) return turn.go(noRoom(turn));
  turn.go({
    step: "depositReady",
    deposit: { papers, person, contact, bagLabel, wantsLow, tried: [] },
    compartmentNumber,
  });
}

/** Whoever holds the slip in their hand knows better than the printer whether it came out. */
function canBeInBag(slip: PaperState): boolean {
  return slip === "printed" || slip === "unverified" || slip === "unresolved";
}

/** Nothing is left for this bag: the cabinet is full, or its boards are silent. */
function noRoom(turn: Turn): AtStep<"intakeClosed"> {
  return { step: "intakeClosed", obstacle: intakeObstacle(turn.world) ?? "full" };
}

/** A label may come back once its dossier is finished. */
function isUnderway(place: string): boolean {
  return place === "compartment" || place === "withClerk" || place === "uncertain";
}

function printSlip(turn: Turn, at: AtStep<"bag">): void {
  if (at.slip?.state === "printing") return;
  const label = `TUI-${turn.id().slice(0, 12).toUpperCase()}`;
  const paper = turn.print({ document: "bagSlip", label, procedureId: at.papers.procedureId });
  turn.go({ ...at, slip: { ...paper, label }, problem: undefined });
}
