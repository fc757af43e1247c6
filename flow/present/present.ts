import type { Screen } from "#core/contract/screen.ts";
import { collectionObstacle, freeCompartments, intakeObstacle } from "../choice.ts";
import { takesCodes } from "../scans.ts";
import type { At, ClerkAt, CollectionAt, IntakeAt, TechnicianAt } from "../state.ts";
import type { World } from "../world.ts";
import { presentClerk } from "./clerk.ts";
import { presentCollection } from "./collection.ts";
import { presentIntake } from "./intake.ts";
import { lookupResultOf } from "./lookupResult.ts";
import { isTechnician, presentTechnician } from "./technician.ts";

/** The screen of a step: facts only, the words are the page's. */
export function present(at: At, world: World): Screen {
  switch (at.step) {
    case "home":
      return home(world);
    case "notices":
      return { name: "notices" };
    case "lookup":
      return { name: "lookup", problem: at.problem };
    case "lookupResult":
      return { name: "lookupResult", dossier: lookupResultOf(world, at.dossierId) };
    case "rating":
      return { name: "rating", of: at.of, outcome: at.outcome };
    case "thanks":
      return { name: "thanks", of: at.of };
    default:
      return presentVisit(at, world);
  }
}

function home(world: World): Screen {
  const closed = collectionObstacle(world);
  const obstacle = intakeObstacle(world);
  return {
    name: "home",
    freeCompartments: freeCompartments(world).length,
    isIntakePossible: obstacle === undefined,
    intakeObstacle: obstacle,
    isCollectionPossible: closed === undefined,
    ...(closed === undefined ? {} : { collectionObstacle: closed }),
  };
}

function presentVisit(at: IntakeAt | CollectionAt | ClerkAt | TechnicianAt, world: World): Screen {
  if (isTechnician(at)) return presentTechnician(at, world);
  if ("exchange" in at || at.step === "pin") return presentClerk(at, world);
  if (isCollection(at)) return presentCollection(at, world);
  return presentIntake(at, world);
}

const collectionSteps: ReadonlySet<string> = new Set<CollectionAt["step"]>([
  "collectionClosed",
  "credential",
  "secondValue",
  "collectionLocked",
  "notReady",
  "collectionOpening",
  "collectionOpen",
  "collectionConfirm",
  "collectionFailed",
]);

function isCollection(at: IntakeAt | CollectionAt): at is CollectionAt {
  return collectionSteps.has(at.step);
}

/** True in the steps in which a code held before the camera means something: the camera is on only then. */
export function wantsScan(at: At): boolean {
  if (at.step === "technicianBench") return at.bench.running?.test.kind === "camera";
  return takesCodes(at);
}
