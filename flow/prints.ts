import type { Input } from "./input.ts";
import type { Turn } from "./turn.ts";

/** Writes down what a print job came to, whatever the visit is about by then. */
export function recordPrint(turn: Turn, input: Input): void {
  if (input.kind !== "printEnded" || input.state === "printing") return;
  const job = turn.world.register.get("printJob", input.printJobId);
  if (job === undefined || job.outcome !== undefined) return;
  turn.emit({ type: "printFinished", payload: { printJobId: input.printJobId, outcome: input.state } });
}
