import type { Checker } from "#tests/support/checkers/checker.ts";
import {
  CollectedWasSeen,
  NumbersAreConsecutive,
  OnePlace,
  ReceiptsFollowDeposits,
} from "#tests/support/checkers/custodyCheckers.ts";
import {
  IntakeOpensOnlyKnownEmpty,
  OccupiedOpensForItsReason,
  RequestsAreSettledOnce,
  TamperKeepsDoorsShut,
} from "#tests/support/checkers/doorCheckers.ts";
import type { RunChecker } from "../contract/observation.ts";

/** The checkers of a log, as they watch a run. */
export function logCheckers(): readonly RunChecker[] {
  return [
    new RequestsAreSettledOnce(),
    new IntakeOpensOnlyKnownEmpty(),
    new OccupiedOpensForItsReason(),
    new TamperKeepsDoorsShut(),
    new OnePlace(),
    new CollectedWasSeen(),
    new ReceiptsFollowDeposits(),
    new NumbersAreConsecutive(),
  ].map(watching);
}

function watching(checker: Checker): RunChecker {
  return {
    name: checker.name,
    take: (observation) => (observation.kind === "event" ? checker.take(observation.event) : undefined),
  };
}
