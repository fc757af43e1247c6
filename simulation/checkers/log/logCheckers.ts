import type { Checker } from "./checker.ts";
import { CollectedWasSeen, NumbersAreConsecutive, OnePlace, ReceiptsFollowDeposits } from "./custodyCheckers.ts";
import {
  IntakeOpensOnlyKnownEmpty,
  OccupiedOpensForItsReason,
  RequestsAreSettledOnce,
  TamperKeepsDoorsShut,
} from "./doorCheckers.ts";

/** Fresh checkers of everything that a log alone can break. Written without the register's reducers. */
export function logCheckers(): readonly Checker[] {
  return [
    new RequestsAreSettledOnce(),
    new IntakeOpensOnlyKnownEmpty(),
    new OccupiedOpensForItsReason(),
    new TamperKeepsDoorsShut(),
    new OnePlace(),
    new CollectedWasSeen(),
    new ReceiptsFollowDeposits(),
    new NumbersAreConsecutive(),
  ];
}
