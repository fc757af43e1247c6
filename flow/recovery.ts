import { compartmentsOf, isSensorFaulty } from "#core/register/register.ts";
import type { Input } from "./input.ts";
import type { World } from "./world.ts";

/**
 * What became of everything that was asked for before the program ended, as far as the boards say it now: an open door
 * opened, unless its sensor is declared faulty; of all else nobody knows, and a paper may be half out. Nothing is sent
 * again. Given again after another restart it is the same, without what was settled meanwhile.
 */
export function recoveredOutcomes({ register, doorOf }: Pick<World, "register" | "doorOf">): Input[] {
  const unlocks = compartmentsOf(register).flatMap(({ compartmentNumber, request }): Input[] => {
    if (request === undefined || request.outcome !== undefined) return [];
    const isOpen = doorOf(compartmentNumber).door === "open" && !isSensorFaulty(register, compartmentNumber);
    const outcome = isOpen ? "opened" : "unresolved";
    return [{ kind: "unlockEnded", requestId: request.requestId, compartmentNumber, outcome, isRecovered: true }];
  });
  const prints = [...register.all("printJob")].flatMap(({ printJobId, outcome }): Input[] =>
    outcome === undefined ? [{ kind: "printEnded", printJobId, state: "unresolved" }] : [],
  );
  return [...unlocks, ...prints];
}
