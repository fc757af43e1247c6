import { unreachable } from "#core/base/assert.ts";
import type { Screen } from "#core/contract/screen.ts";
import { compartmentOf } from "#core/register/register.ts";
import { MAX_COPIES } from "../intake/confirm.ts";
import type { IntakeAt } from "../state.ts";
import type { World } from "../world.ts";

/** The screens of a deposit. */
export function presentIntake(at: IntakeAt, world: World): Screen {
  switch (at.step) {
    case "intakeClosed":
      return { name: "intakeClosed", obstacle: at.obstacle };
    case "procedure":
    case "elsewhere":
      return { name: at.step };
    case "papers":
      return { name: "papers", ...at.papers, problem: at.problem };
    case "consent":
      return { name: "consent", procedureId: at.papers.procedureId };
    case "card":
    case "identity":
      return { name: at.step, problem: at.problem };
    case "phone":
      return { name: "phone", personName: at.person.name, problem: at.problem };
    case "phoneReadBack":
      return { name: "phoneReadBack", phone: at.phone };
    case "chosenDigits":
      return { name: "chosenDigits" };
    case "bag":
      return { name: "bag", slip: at.slip?.state, wantsLow: at.wantsLow, problem: at.problem };
    default:
      return presentDeposit(at, world);
  }
}

type DepositAt = Extract<
  IntakeAt,
  {
    step:
      | "depositReady"
      | "depositOpening"
      | "depositOpen"
      | "depositCheck"
      | "depositJammed"
      | "depositStopped"
      | "receipt";
  }
>;

function presentDeposit(at: DepositAt, world: World): Screen {
  switch (at.step) {
    case "depositReady": {
      const { compartmentNumber, deposit } = at;
      const isHigh = compartmentOf(world.register, compartmentNumber)?.isWithinSeatedReach === false;
      const problem = deposit.wantsLow && isHigh ? "noLowFree" : undefined;
      return { name: "depositReady", compartmentNumber, isOpening: false, wantsLow: deposit.wantsLow, problem };
    }
    case "depositOpening": {
      const { compartmentNumber } = at.opening;
      return { name: "depositReady", compartmentNumber, isOpening: true, wantsLow: at.deposit.wantsLow };
    }
    case "depositOpen":
      return {
        name: "depositOpen",
        compartmentNumber: at.opening.compartmentNumber,
        ending: at.ending,
        ...(at.canSayShut ? { canSayShut: true } : {}),
      };
    case "depositCheck":
      return { name: "depositCheck", compartmentNumber: at.opening.compartmentNumber, why: at.why };
    case "depositJammed": {
      const { failed, caseKind: kind, caseNumber, next, atMs } = at;
      return { name: "depositJammed", failed, kind, caseNumber, next, atMs };
    }
    case "depositStopped":
      return { name: "depositStopped", caseNumber: at.caseNumber, slip: at.slip?.state };
    case "receipt": {
      const { ticket, compartmentNumber, papers, times, paper, copies } = at;
      const pictureUrl = `/paper/${paper.printJobId}.png`;
      const canPrintAgain = copies < MAX_COPIES;
      const receipt = { ticket, compartmentNumber, ...papers, times, paper: paper.state, pictureUrl };
      return { name: "receipt", ...receipt, copies, canPrintAgain };
    }
    default:
      return unreachable(at);
  }
}
