import type { StepName } from "#flow/state.ts";
import { FlowKiosk } from "./flowKiosk.ts";
import {
  approve,
  deposit,
  enterMode,
  signIn,
  walkToBag,
  walkToCard,
  walkToDoor,
  walkToOpenDoor,
  walkToOpenResult,
  withResult,
} from "./flowMoves.ts";
import { CITIZEN_CARD, CITIZEN_PHONE, CLERK_CARD } from "./flowWorld.ts";

type Walk = (kiosk: FlowKiosk) => void;

const withCode = "H29.1-261114-0001";

/** A way to each step, as a person would go it. */
const walks: { readonly [S in StepName]: Walk } = {
  home: () => {},
  notices: (kiosk) => kiosk.touch({ kind: "showNotices" }),
  lookup: (kiosk) => kiosk.touch({ kind: "startLookup" }),
  lookupResult: (kiosk) => {
    const { ticket } = deposit(kiosk);
    kiosk.touch({ kind: "startLookup" }, { kind: "enterTicket", ticket });
  },
  rating: (kiosk) => {
    kiosk.moveDoor(walkToOpenDoor(kiosk), "closed");
    kiosk.touch({ kind: "finish" });
  },
  thanks: (kiosk) => {
    walks.rating(kiosk);
    kiosk.touch({ kind: "rate", rating: "satisfied" });
  },
  intakeClosed: (kiosk) => {
    kiosk.standingObstacle = "log";
    kiosk.touch({ kind: "startIntake" });
    kiosk.standingObstacle = undefined;
  },
  procedure: (kiosk) => kiosk.touch({ kind: "startIntake" }),
  elsewhere: (kiosk) => kiosk.touch({ kind: "startIntake" }, { kind: "showElsewhere" }),
  papers: (kiosk) => kiosk.touch({ kind: "startIntake" }, { kind: "chooseProcedure", procedureId: "birth" }),
  consent: (kiosk) => {
    walks.papers(kiosk);
    kiosk.touch({ kind: "confirmPapers" });
  },
  card: (kiosk) => walkToCard(kiosk),
  identity: (kiosk) => {
    walkToCard(kiosk);
    kiosk.touch({ kind: "typeIdentity" });
  },
  phone: (kiosk) => {
    walkToCard(kiosk);
    kiosk.scan(CITIZEN_CARD);
  },
  phoneReadBack: (kiosk) => {
    walks.phone(kiosk);
    kiosk.touch({ kind: "enterPhone", phone: CITIZEN_PHONE });
  },
  chosenDigits: (kiosk) => {
    walks.phone(kiosk);
    kiosk.touch({ kind: "chooseDigitsInstead" });
  },
  bag: (kiosk) => walkToBag(kiosk),
  depositReady: (kiosk) => walkToDoor(kiosk),
  depositOpening: (kiosk) => {
    walkToDoor(kiosk);
    kiosk.touch({ kind: "openCompartment" });
  },
  depositOpen: (kiosk) => void walkToOpenDoor(kiosk),
  depositCheck: (kiosk) => {
    const compartmentNumber = walkToOpenDoor(kiosk);
    kiosk.setDoor(compartmentNumber, { occupancy: "nothing" });
    kiosk.moveDoor(compartmentNumber, "closed");
  },
  depositJammed: (kiosk) => {
    walks.depositOpening(kiosk);
    kiosk.endUnlock("jammed");
    kiosk.endUnlock("jammed");
  },
  depositStopped: (kiosk) => {
    walks.depositJammed(kiosk);
    kiosk.touch({ kind: "stopWithSlip" });
  },
  receipt: (kiosk) => kiosk.moveDoor(walkToOpenDoor(kiosk), "closed"),
  collectionClosed: (kiosk) => {
    kiosk.give({ kind: "safetyChanged", tamper: "active", panic: "calm" });
    kiosk.touch({ kind: "startCollection" });
  },
  credential: (kiosk) => kiosk.touch({ kind: "startCollection" }),
  secondValue: (kiosk) => kiosk.scan(withResult(kiosk).token),
  collectionLocked: (kiosk) => {
    walks.secondValue(kiosk);
    for (let wrong = 0; wrong < 5; wrong += 1) kiosk.touch({ kind: "enterSecondValue", digits: "0000" });
  },
  notReady: (kiosk) => kiosk.scan(deposit(kiosk).token),
  collectionOpening: (kiosk) => {
    walks.secondValue(kiosk);
    kiosk.touch({ kind: "enterSecondValue", digits: CITIZEN_PHONE.slice(-4) });
  },
  collectionOpen: (kiosk) => void walkToOpenResult(kiosk, withResult(kiosk)),
  collectionConfirm: (kiosk) => kiosk.moveDoor(walkToOpenResult(kiosk, withResult(kiosk)), "closed"),
  collectionFailed: (kiosk) => {
    walks.collectionOpening(kiosk);
    kiosk.endUnlock("noReply");
  },
  pin: (kiosk) => kiosk.scan(CLERK_CARD),
  clerkHome: (kiosk) => signIn(kiosk),
  emptyingOpening: (kiosk) => {
    deposit(kiosk);
    signIn(kiosk);
    kiosk.touch({ kind: "startEmptying" });
  },
  emptyingCount: (kiosk) => {
    walks.emptyingOpening(kiosk);
    kiosk.endUnlock("opened");
  },
  discrepancy: (kiosk) => {
    walks.emptyingCount(kiosk);
    kiosk.touch({ kind: "setDossierCount", dossierCount: 2 }, { kind: "confirmCounted" });
  },
  emptyingClose: (kiosk) => {
    walks.emptyingCount(kiosk);
    kiosk.touch({ kind: "confirmCounted" });
  },
  inspecting: (kiosk) => {
    kiosk.moveDoor(3, "open");
    kiosk.moveDoor(3, "closed");
    signIn(kiosk);
    kiosk.touch({ kind: "returnToService", compartmentNumber: 3 }, { kind: "startInspection" });
    kiosk.endUnlock("opened");
  },
  inspectingClose: (kiosk) => {
    walks.inspecting(kiosk);
    kiosk.touch({ kind: "confirmEmpty" });
  },
  clerkDoorFailed: (kiosk) => {
    walks.emptyingOpening(kiosk);
    kiosk.endUnlock("noReply");
  },
  loading: (kiosk) => {
    signIn(kiosk);
    kiosk.touch({ kind: "startLoading" });
  },
  recipient: (kiosk) => {
    walks.loading(kiosk);
    kiosk.touch({ kind: "enterResultCode", code: withCode });
  },
  loadingOpening: (kiosk) => {
    walks.recipient(kiosk);
    kiosk.touch({ kind: "enterRecipient", secondValue: "5678", phone: "" });
  },
  loadingOpen: (kiosk) => {
    walks.loadingOpening(kiosk);
    kiosk.endUnlock("opened");
  },
  loadingCode: (kiosk) => {
    walks.loadingOpening(kiosk);
    kiosk.moveDoor(kiosk.endUnlock("opened"), "closed");
  },
  exchangeDone: (kiosk) => {
    signIn(kiosk);
    kiosk.touch({ kind: "finishExchange" });
  },
  technicianEntering: (kiosk) => signIn(kiosk, "technician"),
  technicianBench: (kiosk) => enterMode(kiosk),
  technicianOpening: (kiosk) => {
    enterMode(kiosk);
    kiosk.touch({ kind: "cycleDoor", compartmentNumber: 2, rounds: 2 });
  },
  technicianOpen: (kiosk) => {
    walks.technicianOpening(kiosk);
    kiosk.endUnlock("opened");
  },
  technicianAsking: (kiosk) => {
    enterMode(kiosk);
    kiosk.touch({ kind: "openDoor", compartmentNumber: 2 });
    kiosk.moveDoor(kiosk.endUnlock("opened"), "closed");
  },
  secondPerson: (kiosk) => {
    const { compartmentNumber } = deposit(kiosk);
    enterMode(kiosk);
    kiosk.touch({ kind: "openDoor", compartmentNumber });
    kiosk.scan(CLERK_CARD);
  },
  evacuationOpening: (kiosk) => {
    deposit(kiosk);
    enterMode(kiosk);
    kiosk.touch({ kind: "startEvacuation" });
    approve(kiosk);
  },
  evacuationDone: (kiosk) => {
    walks.evacuationOpening(kiosk);
    while (kiosk.stepName === "evacuationOpening") kiosk.endUnlock("opened");
  },
};

/** The names of all steps. */
export const everyStep = Object.keys(walks) as StepName[];

/** A kiosk that stands at this step; What came before is in its log. */
export function kioskAt(name: StepName, kiosk = new FlowKiosk()): FlowKiosk {
  walks[name](kiosk);
  kiosk.expectAt(name);
  return kiosk;
}
