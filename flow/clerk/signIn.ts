import { classifyScan } from "#core/domain/scannedCode.ts";
import { machineOf } from "#core/register/register.ts";
import { pinTriesLeft } from "../choice.ts";
import type { Handler } from "../handler.ts";
import { leave } from "../patience.ts";
import type { AtStep, ExchangeAt } from "../state.ts";
import { enterTechnicianMode } from "../technician/mode.ts";
import type { Turn } from "../turn.ts";

/** A staff card shown at the idle screen asks for its PIN; true where it was one of ours. */
export function takeStaffCard(turn: Turn, text: string): boolean {
  const code = classifyScan(text);
  if (code.kind !== "staffCard") return false;
  const member = turn.world.staffByCard(code.code);
  if (member === undefined) return false;
  turn.go({ step: "pin", staffId: member.staffId, cardText: code.code, isChecking: false });
  return true;
}

/** Card and PIN together open a clerk's exchange, or technician mode. */
export const pin: Handler<"pin"> = (turn, at, input) => {
  const { staffId, cardText } = at;
  if (input.kind === "restarted") return turn.go({ ...at, isChecking: false });
  if (input.kind === "pinChecked" && input.staffId === staffId && at.isChecking) {
    if (!input.isRight) return rejectPin(turn, at);
    return at.resume === undefined ? openExchange(turn, at) : resumeExchange(turn, at.resume);
  }
  if (input.kind !== "intent") return;
  if (input.intent.kind === "back") return leave(turn);
  if (input.intent.kind !== "enterPin" || at.isChecking) return;
  if (pinTriesLeft(turn.world, staffId) === 0) return turn.go({ ...at, problem: "staffOnly" });
  turn.do({ kind: "checkPin", staffId, cardText, pin: input.intent.pin });
  const { problem: _, ...rest } = at;
  turn.go({ ...rest, isChecking: true });
};

/** After a restart nobody knows who stands there: the exchange waits for its clerk's PIN, and no door opens before. */
export function askPinAgain(turn: Turn, resume: ExchangeAt): void {
  const { staffId, cardText } = resume.exchange;
  turn.go({ step: "pin", staffId, cardText, isChecking: false, resume });
}

function resumeExchange(turn: Turn, resume: ExchangeAt): void {
  turn.emit({ type: "staffSignedIn", payload: { visitId: turn.visit.visitId, staffId: resume.exchange.staffId } });
  turn.go(resume);
}

function rejectPin(turn: Turn, at: AtStep<"pin">): void {
  turn.emit({ type: "staffSignInRejected", payload: { staffId: at.staffId } });
  turn.go({ ...at, isChecking: false, problem: "pinWrong" });
}

function openExchange(turn: Turn, { staffId, cardText }: AtStep<"pin">): void {
  const member = turn.world.staffById(staffId);
  if (member === undefined) return turn.goHome();
  turn.emit({ type: "staffSignedIn", payload: { visitId: turn.visit.visitId, staffId } });
  // A technician works on the machine, never on dossiers.
  if (member.role === "technician") return enterTechnicianMode(turn, staffId, { cardText });
  // An exchange that a power cut left open ends here: its dossiers are still with the clerk who took them.
  const left = machineOf(turn.world.register).openExchange;
  if (left) turn.emit({ type: "exchangeClosed", payload: { ...left, takenOver: 0, loaded: 0, seenEmpty: 0 } });
  const exchangeId = turn.id();
  turn.emit({ type: "exchangeOpened", payload: { exchangeId, staffId } });
  const { name: staffName } = member;
  turn.go({
    step: "clerkHome",
    exchange: { exchangeId, staffId, staffName, cardText, takenOver: 0, loaded: 0, seenEmpty: 0, passedOver: [] },
  });
}
