import type { Snapshot } from "#core/contract/channel.ts";
import type { DoorLook } from "#core/contract/screen.ts";
import type { CompartmentRecord } from "#core/register/records.ts";
import { compartmentsOf } from "#core/register/register.ts";
import type { At } from "../state.ts";
import type { World } from "../world.ts";
import { isTechnician } from "./technician.ts";

/**
 * How each door is drawn. Free and occupied show only on the idle screen and to staff; during a visit every other door
 * is simply shut, so that only one is lit and nobody learns what is stored. What is drawn open was read as open.
 */
export function presentDoors(at: At, world: World): Snapshot["doors"] {
  const isStaff = "exchange" in at || isTechnician(at);
  return compartmentsOf(world.register).map((compartment) => ({
    compartmentNumber: compartment.compartmentNumber,
    look:
      lookInVisit(at, compartment) ??
      (isStaff || at.step === "home" ? lookOfContents(compartment, isStaff) : quiet(compartment)),
  }));
}

function quiet(compartment: CompartmentRecord): DoorLook {
  return compartment.outOfService === undefined ? "shut" : "outOfService";
}

function lookOfContents(compartment: CompartmentRecord, isStaff: boolean): DoorLook {
  if (compartment.outOfService !== undefined) return "outOfService";
  if (compartment.contents.kind === "empty") return "free";
  return isStaff && compartment.contents.kind === "unchecked" ? "unknown" : "shut";
}

/** The look of the door that this step is about; undefined for every other door. */
function lookInVisit(at: At, { compartmentNumber }: CompartmentRecord): DoorLook | undefined {
  if (at.step === "depositReady") return at.compartmentNumber === compartmentNumber ? "next" : undefined;
  if (at.step === "depositJammed") {
    if (at.failed === compartmentNumber) return "jammed";
    return at.next === compartmentNumber ? "next" : undefined;
  }
  if (at.step === "collectionFailed" || at.step === "clerkDoorFailed") {
    return at.compartmentNumber === compartmentNumber ? "jammed" : undefined;
  }
  if (!("opening" in at) || at.opening.compartmentNumber !== compartmentNumber) return undefined;
  return lookOfOpening(at);
}

function lookOfOpening(at: Extract<At, { opening: unknown }>): DoorLook | undefined {
  switch (at.step) {
    case "depositOpening":
    case "collectionOpening":
    case "emptyingOpening":
    case "loadingOpening":
    case "technicianOpening":
    case "evacuationOpening":
      return "next";
    case "depositOpen":
      return at.ending === "cancel" ? "openOut" : "openIn";
    case "loadingOpen":
      return "openIn";
    case "collectionOpen":
      return "openOut";
    case "emptyingCount":
    case "discrepancy":
      return at.isDoorOpen ? "openOut" : undefined;
    case "technicianOpen":
    case "emptyingClose":
    case "inspectingClose":
      return "openInside";
    case "inspecting":
      return at.isOpen ? "openInside" : "next";
    default:
      return "next";
  }
}
