import type { Input, InputOf } from "./input.ts";
import type { Paper } from "./state.ts";
import type { Turn } from "./turn.ts";

/** Writes down what a print job came to, whatever the visit is about by then. A receipt that failed is a case for staff. */
export function recordPrint(turn: Turn, input: Input): void {
  if (input.kind !== "printEnded" || input.state === "printing") return;
  const job = turn.world.register.get("printJob", input.printJobId);
  if (job === undefined || job.outcome !== undefined) return;
  turn.emit({ type: "printFinished", payload: { printJobId: input.printJobId, outcome: input.state } });
  const isBad = input.state === "notPrinted" || input.state === "unresolved";
  if (isBad && job.document === "receipt" && job.dossierId !== undefined) {
    turn.openCase("printFailed", { dossierId: job.dossierId });
  }
}

/** True where the input ends this paper's print; a second outcome of the same job ends nothing. */
export function endsPrint(input: Input, paper: Paper | undefined): input is InputOf<"printEnded"> {
  return input.kind === "printEnded" && paper?.printJobId === input.printJobId && paper.state === "printing";
}
