import type { StaffId } from "#core/domain/ids.ts";
import { compartmentsOf } from "#core/register/register.ts";
import type { Handler } from "../handler.ts";
import { isSensorInDoubt } from "../opening.ts";
import type { AtStep, TechnicianAt } from "../state.ts";
import type { Turn } from "../turn.ts";
import { endCycle } from "./door.ts";

/** Card and PIN were right: every client is asked to step aside, and the mode begins when all have. */
export function enterTechnicianMode(turn: Turn, staffId: StaffId, { cardText }: { readonly cardText: string }): void {
  const staffName = turn.world.staffById(staffId)?.name ?? staffId;
  const technician = { staffId, staffName, cardText };
  const waitingFor = ["page" as const, ...turn.world.clients];
  askClients(turn);
  turn.go({ step: "technicianEntering", technician, waitingFor, isOverdue: false });
}

function askClients(turn: Turn): void {
  if (turn.world.clients.length > 0) turn.do({ kind: "askClients" });
  turn.do({ kind: "awaitClients", forMs: turn.world.timing.clientsMs });
}

export const technicianEntering: Handler<"technicianEntering"> = (turn, at, input) => {
  if (input.kind === "clientsOverdue") return turn.go({ ...at, isOverdue: true });
  if (input.kind === "clientsAcknowledged") return acknowledge(turn, at, input.clients);
  if (input.kind !== "intent") return;
  switch (input.intent.kind) {
    case "acknowledgeTechnicianMode":
      return acknowledge(turn, at, ["page"]);
    case "finish":
      if (!at.isOverdue) return;
      askClients(turn);
      return turn.go({ ...at, isOverdue: false });
    case "back":
      return turn.goHome();
    default:
      return;
  }
};

function acknowledge(turn: Turn, at: AtStep<"technicianEntering">, clients: readonly string[]): void {
  const waitingFor = at.waitingFor.filter((client) => !clients.includes(client));
  if (waitingFor.length > 0) return turn.go({ ...at, waitingFor });
  const { technician } = at;
  turn.emit({
    type: "technicianModeEntered",
    payload: { visitId: turn.visit.visitId, staffId: technician.staffId },
  });
  const isNew = compartmentsOf(turn.world.register).length === 0 && turn.world.commissioning !== "absent";
  turn.go({ step: "technicianBench", technician, bench: { section: isNew ? "commissioning" : "cabinet" } });
}

/** Ends the mode. A door that is left open is a case, as with everybody else. */
export function leaveMode(
  turn: Turn,
  at: Extract<TechnicianAt, { readonly bench: unknown }>,
  reason: "asked" | "inactive" | "restarted",
): void {
  if ("task" in at) endCycle(turn, at.technician, at.task);
  if ("opening" in at) noteOpenDoor(turn, at.opening.compartmentNumber);
  sayLeft(turn, at.technician.staffId, { reason });
  turn.goHome();
}

/** The event that ends the mode. */
export function sayLeft(
  turn: Turn,
  staffId: StaffId,
  { reason }: { readonly reason: "asked" | "inactive" | "restarted" },
): void {
  turn.emit({ type: "technicianModeLeft", payload: { visitId: turn.visit.visitId, staffId, reason } });
}

function noteOpenDoor(turn: Turn, compartmentNumber: number): void {
  const isOpen = turn.world.doorOf(compartmentNumber).door === "open";
  if (!isOpen || isSensorInDoubt(turn, compartmentNumber)) return;
  const caseNumber = turn.openCase("doorLeftOpen", { compartmentNumber });
  const payload = { compartmentNumber, reason: "doorLeftOpen", caseNumber } as const;
  turn.emit({ type: "compartmentTakenOutOfService", payload });
}
