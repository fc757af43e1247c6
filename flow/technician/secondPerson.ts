import type { StaffId } from "#core/domain/ids.ts";
import { classifyScan } from "#core/domain/scannedCode.ts";
import { pinTriesLeft } from "../choice.ts";
import type { Handler } from "../handler.ts";
import { scanProblem } from "../scans.ts";
import type { Approval, AskedBy, AtStep } from "../state.ts";
import type { Turn } from "../turn.ts";
import { askerOf, goBack } from "./askedBy.ts";
import { openForTask } from "./door.ts";
import { beginEvacuation } from "./evacuation.ts";
import { doorProblem } from "./mayOpen.ts";

/** One person alone may not do this: another one's card and PIN are asked for (I3). */
export function askSecondPerson(turn: Turn, by: AskedBy, approval: Approval): void {
  turn.go({ step: "secondPerson", by, approval, isChecking: false });
}

export const secondPerson: Handler<"secondPerson"> = (turn, at, input) => {
  if (input.kind === "scan") return takeCard(turn, at, input.text);
  if (input.kind === "pinChecked" && at.isChecking && input.staffId === at.second?.staffId) {
    return input.isRight ? approve(turn, at, at.second.staffId) : reject(turn, at, at.second.staffId);
  }
  if (input.kind !== "intent") return;
  switch (input.intent.kind) {
    case "enterPin":
      return takePin(turn, at, input.intent.pin);
    case "back": {
      const { by, approval } = at;
      return at.second === undefined ? goBack(turn, by) : askSecondPerson(turn, by, approval);
    }
    case "stopDoorTest":
      return goBack(turn, at.by);
    default:
      return;
  }
};

function takeCard(turn: Turn, at: AtStep<"secondPerson">, text: string): void {
  if (at.isChecking) return;
  const code = classifyScan(text);
  const member = code.kind === "staffCard" ? turn.world.staffByCard(code.code) : undefined;
  const { by, approval } = at;
  const asking = { step: "secondPerson", by, approval, isChecking: false } as const;
  if (code.kind !== "staffCard" || member === undefined) {
    return turn.go({ ...asking, problem: scanProblem(code, "staffOnly") });
  }
  if (member.staffId === askerOf(by).staffId) return turn.go({ ...asking, problem: "samePerson" });
  turn.go({ ...asking, second: { staffId: member.staffId, cardText: code.code } });
}

function takePin(turn: Turn, at: AtStep<"secondPerson">, pin: string): void {
  if (at.second === undefined || at.isChecking) return;
  if (pinTriesLeft(turn.world, at.second.staffId) === 0) return turn.go({ ...at, problem: "staffOnly" });
  turn.do({ kind: "checkPin", ...at.second, pin });
  const { problem: _, ...rest } = at;
  turn.go({ ...rest, isChecking: true });
}

function reject(turn: Turn, at: AtStep<"secondPerson">, staffId: StaffId): void {
  turn.emit({ type: "staffSignInRejected", payload: { staffId } });
  turn.go({ ...at, isChecking: false, problem: "pinWrong" });
}

/** The approval counts once, for what was asked. */
function approve(turn: Turn, { by, approval }: AtStep<"secondPerson">, approvedBy: StaffId): void {
  turn.emit({ type: "staffSignedIn", payload: { visitId: turn.visit.visitId, staffId: approvedBy } });
  if (approval.purpose === "evacuation") return beginEvacuation(turn, by, approvedBy);
  if (!("technician" in by)) return goBack(turn, by);
  const problem = doorProblem(turn.world, approval.task.compartmentNumber);
  if (problem !== undefined) return turn.go({ step: "technicianBench", ...by, problem });
  openForTask(turn, by, { ...approval.task, approvedBy });
}
