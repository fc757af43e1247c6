import { z } from "zod";
import { Cabinet } from "#core/domain/cabinet.ts";
import { checkBoards, checkDoors, type Report } from "./checkWiring.ts";
import { WireSettings } from "./wires.ts";

/** By this a person tells a simulated port from a real one. */
const SIMULATED_PORT = "simulator:";

/** A simulated machine as it stands before the kiosk: what its desk page draws, and what answers on its ports. */
export const DeskMachine = z.strictObject({
  cabinet: Cabinet,
  /** Each with a `path` of its own, such as `simulator:left`; boards as they are wired in truth. */
  wires: z.array(WireSettings).min(1).max(8),
});

interface DeskConfig {
  readonly wires?: unknown;
  readonly desk?: { readonly machine?: z.infer<typeof DeskMachine> | undefined } | undefined;
}

/** A simulated machine must be sound, and the kiosk must not know it by its configuration. */
export function checkDeskMachine({ wires, desk }: DeskConfig, context: z.RefinementCtx): void {
  const machine = desk?.machine;
  if (machine === undefined) return;
  const place = ["desk", "machine"];
  const report: Report = (path, message) => context.addIssue({ code: "custom", path: [...place, ...path], message });
  if (wires !== undefined) report([], "is for a kiosk that does not know its boards: leave out cabinet and wires");
  const paths = new Set<string>();
  for (const [index, { path = "" }] of machine.wires.entries()) {
    if (!path.startsWith(SIMULATED_PORT) || path === SIMULATED_PORT)
      report(["wires", index, "path"], `must be a name that begins with "${SIMULATED_PORT}"`);
    else if (paths.has(path)) report(["wires", index, "path"], `is the port of another wire too: "${path}"`);
    paths.add(path);
  }
  checkDoors(machine.cabinet, checkBoards(machine.wires, report), report);
}
