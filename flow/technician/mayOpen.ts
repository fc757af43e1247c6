import type { Problem } from "#core/contract/screen.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import { compartmentOf } from "#core/register/register.ts";
import { isUnlockingBlocked } from "../choice.ts";
import type { World } from "../world.ts";

/** Why a technician cannot open this door now; undefined where they can. */
export function doorProblem(world: World, compartmentNumber: CompartmentNumber): Problem | undefined {
  const compartment = compartmentOf(world.register, compartmentNumber);
  if (compartment === undefined || isUnlockingBlocked(world)) return "doorsBlocked";
  // While boards are learned their wires belong to the wizard; a second request would hide one without an outcome.
  const isInMotion = compartment.request !== undefined && compartment.request.outcome === undefined;
  if (world.commissioning === "running" || isInMotion) return "busy";
  return world.isBoardOnline(compartmentNumber) ? undefined : "doorsBlocked";
}
