import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import { mayHoldDossier } from "#core/register/holding.ts";
import { compartmentOf } from "#core/register/register.ts";
import { isUnlockingBlocked } from "./choice.ts";
import type { InputOf } from "./input.ts";
import { requestOpening } from "./opening.ts";
import { isTechnician } from "./present/technician.ts";
import type { Turn } from "./turn.ts";

/**
 * Why a door is not opened for a technician who does not stand at the machine.
 * - `notReady`: the kiosk is settling what was open when it ended, its log cannot be written, or a tamper alarm stands
 * - `noSuchCompartment`: the log does not know it
 * - `technicianMode`: technician mode is on or begins, or doors are being evacuated
 * - `visit`: somebody is being served
 * - `dossierInside`: it holds a dossier, or may: a second person would have to stand there (I3)
 * - `doorUnderWay`: its last opening has no outcome yet
 */
export type MaintenanceObstacle =
  | "notReady"
  | "noSuchCompartment"
  | "technicianMode"
  | "visit"
  | "dossierInside"
  | "doorUnderWay";

/** Pulses for one door, each after it was read shut again (I9). */
export const MAINTENANCE_PULSES = 3;

/** What stands against opening this door from outside, or undefined. */
export function maintenanceObstacle(
  { at, world }: Pick<Turn, "at" | "world">,
  compartmentNumber: CompartmentNumber,
): MaintenanceObstacle | undefined {
  if (world.standingObstacle !== undefined || isUnlockingBlocked(world)) return "notReady";
  const compartment = compartmentOf(world.register, compartmentNumber);
  if (compartment === undefined) return "noSuchCompartment";
  if (isTechnician(at)) return "technicianMode";
  if (at.step !== "home") return "visit";
  if (mayHoldDossier(world.register, compartmentNumber)) return "dossierInside";
  return compartment.request !== undefined && compartment.request.outcome === undefined ? "doorUnderWay" : undefined;
}

/** Opens a door for a technician outside the machine, where nothing stands against it; otherwise does nothing. */
export function openForMaintenance(turn: Turn, input: InputOf<"maintenanceOpening">): void {
  const { compartmentNumber, staffId, pulse } = input;
  if (maintenanceObstacle(turn, compartmentNumber) !== undefined) return;
  const before = compartmentOf(turn.world.register, compartmentNumber)?.request;
  const isFollowing =
    before?.outcome === "jammed" && before.pulse === pulse - 1 && before.visitId === turn.visit.visitId;
  if (pulse > 1 && !(isFollowing && pulse <= MAINTENANCE_PULSES)) return;
  requestOpening(turn, { compartmentNumber, reason: "maintenance", staffId }, pulse);
}
