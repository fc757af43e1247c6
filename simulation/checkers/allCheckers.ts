import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { RunChecker } from "../contract/observation.ts";
import { CollectedWasOpened } from "./collectedWasOpened.ts";
import { CompartmentsReturn } from "./compartmentsReturn.ts";
import { DevicesComeBack } from "./devicesComeBack.ts";
import { DoorsAreNoticed } from "./doorsAreNoticed.ts";
import { EverythingDrains } from "./everythingDrains.ts";
import { LogRules } from "./logRules.ts";
import { MatterIsShown } from "./matterIsShown.ts";
import { NothingPersonalLeft, type Secrets, type VisitRow } from "./nothingPersonalLeft.ts";
import { OfficeHasTheLog } from "./officeHasTheLog.ts";
import { OfficeRegister, type OfficeRows } from "./officeRegister.ts";
import { type Entitlements, OpensForTheEntitled } from "./opensForTheEntitled.ts";
import { OpensOnlyEmpty } from "./opensOnlyEmpty.ts";
import { PlacesAreTrue } from "./placesAreTrue.ts";
import { ReceiptsStand } from "./receiptsStand.ts";
import { RegisterFollowsLog } from "./registerFollowsLog.ts";
import { RequestsEnd } from "./requestsEnd.ts";
import { RetentionKeepsTime } from "./retentionKeepsTime.ts";
import { ScreensAreNotLeft } from "./screensAreNotLeft.ts";
import { WireFollowsLog } from "./wireFollowsLog.ts";

/** What the checkers have to know of a run besides what they observe. */
export interface CheckedWorld {
  /** Faults under which doors cannot be read, or are read wrong. */
  readonly blindingFaults: ReadonlySet<string>;
  readonly entitlements: Entitlements;
  readonly secrets: Secrets;
  readonly visitRow?: VisitRow | undefined;
  /** Faults that make a door's sensor say what is not so. */
  readonly lyingFaults: ReadonlySet<string>;
  readonly officeRows: () => Promise<OfficeRows>;
  /** Personal data are kept for so long after a dossier left the kiosk, days. */
  readonly retentionDays: number;
  /** Staff make a last round, with everything mended, before the end. */
  readonly hasLastRound: boolean;
  /** A lock, a door or a sensor that was never mended. */
  readonly isBroken: (compartmentNumber: CompartmentNumber) => boolean;
}

/** A fresh set of all checkers, for one run. */
export function allCheckers(world: CheckedWorld): readonly RunChecker[] {
  const {
    blindingFaults,
    lyingFaults,
    entitlements,
    secrets,
    visitRow,
    officeRows,
    retentionDays,
    hasLastRound,
    isBroken,
  } = world;
  return [
    new WireFollowsLog(),
    new LogRules(),
    new OpensOnlyEmpty(blindingFaults),
    new OpensForTheEntitled(entitlements, blindingFaults),
    new RegisterFollowsLog(),
    new PlacesAreTrue(blindingFaults),
    new CollectedWasOpened(lyingFaults),
    new ReceiptsStand(),
    new OfficeHasTheLog(),
    new OfficeRegister(officeRows),
    new NothingPersonalLeft(secrets, visitRow),
    new RetentionKeepsTime(retentionDays),
    new DevicesComeBack(),
    new RequestsEnd(),
    new ScreensAreNotLeft(),
    new DoorsAreNoticed(blindingFaults),
    new EverythingDrains(),
    ...(hasLastRound ? [new CompartmentsReturn(isBroken)] : []),
    new MatterIsShown(),
  ];
}
