import * as emptying from "./clerk/emptying.ts";
import * as exchange from "./clerk/exchange.ts";
import * as inspecting from "./clerk/inspecting.ts";
import * as loading from "./clerk/loading.ts";
import { askPinAgain, pin } from "./clerk/signIn.ts";
import * as credential from "./collection/credential.ts";
import * as collectionDoor from "./collection/door.ts";
import { recordDoor } from "./doors.ts";
import type { Handler, Handlers } from "./handler.ts";
import * as home from "./home.ts";
import type { Input, InputOf } from "./input.ts";
import * as bag from "./intake/bag.ts";
import { receipt } from "./intake/confirm.ts";
import * as depositDoor from "./intake/door.ts";
import * as papers from "./intake/papers.ts";
import * as person from "./intake/person.ts";
import { lookup, lookupResult } from "./lookup.ts";
import { recordMachine } from "./machine.ts";
import { openForMaintenance } from "./maintenance.ts";
import { endsQuietly, leave, patienceMs } from "./patience.ts";
import { isTechnician } from "./present/technician.ts";
import { recordPrint } from "./prints.ts";
import { takesCodes } from "./scans.ts";
import type { StepName, Visit } from "./state.ts";
import { technicianBench } from "./technician/bench.ts";
import * as technicianDoor from "./technician/door.ts";
import * as evacuation from "./technician/evacuation.ts";
import * as mode from "./technician/mode.ts";
import { secondPerson } from "./technician/secondPerson.ts";
import { type Step, Turn } from "./turn.ts";
import type { World } from "./world.ts";

/** The transition table: one handler a step. */
const handlers: Handlers = {
  home: home.home,
  notices: home.notices,
  rating: home.rating,
  thanks: home.thanks,
  intakeClosed: home.intakeClosed,
  procedure: papers.procedure,
  elsewhere: papers.elsewhere,
  papers: papers.papers,
  consent: papers.consent,
  card: person.card,
  identity: person.identity,
  phone: person.phone,
  phoneReadBack: person.phoneReadBack,
  chosenDigits: person.chosenDigits,
  bag: bag.bag,
  depositReady: bag.depositReady,
  depositOpening: depositDoor.depositOpening,
  depositOpen: depositDoor.depositOpen,
  depositCheck: depositDoor.depositCheck,
  depositJammed: depositDoor.depositJammed,
  depositStopped: depositDoor.depositStopped,
  receipt,
  credential: credential.credential,
  secondValue: credential.secondValue,
  collectionClosed: credential.collectionClosed,
  collectionLocked: credential.collectionLocked,
  notReady: credential.notReady,
  collectionOpening: collectionDoor.collectionOpening,
  collectionOpen: collectionDoor.collectionOpen,
  collectionConfirm: collectionDoor.collectionConfirm,
  collectionFailed: collectionDoor.collectionFailed,
  lookup,
  lookupResult,
  pin,
  clerkHome: exchange.clerkHome,
  exchangeDone: exchange.exchangeDone,
  emptyingOpening: emptying.emptyingOpening,
  emptyingCount: emptying.emptyingCount,
  discrepancy: emptying.discrepancy,
  emptyingClose: emptying.emptyingClose,
  clerkDoorFailed: emptying.clerkDoorFailed,
  inspecting: inspecting.inspecting,
  inspectingClose: inspecting.inspectingClose,
  loading: loading.loading,
  recipient: loading.recipient,
  loadingOpening: loading.loadingOpening,
  loadingOpen: loading.loadingOpen,
  loadingCode: loading.loadingCode,
  technicianEntering: mode.technicianEntering,
  technicianBench,
  technicianOpening: technicianDoor.technicianOpening,
  technicianOpen: technicianDoor.technicianOpen,
  technicianAsking: technicianDoor.technicianAsking,
  secondPerson,
  evacuationOpening: evacuation.evacuationOpening,
  evacuationDone: evacuation.evacuationDone,
};

/** Steps that a person may give up with one touch: nothing was committed yet. */
const cancellable: ReadonlySet<StepName> = new Set<StepName>([
  "procedure",
  "elsewhere",
  "papers",
  "consent",
  "card",
  "identity",
  "phone",
  "phoneReadBack",
  "chosenDigits",
  "bag",
  "depositReady",
  "depositJammed",
  "credential",
  "secondValue",
  "lookup",
  "lookupResult",
  "pin",
]);

/** The names of all steps, for tests that walk the table. */
export const stepNames = Object.keys(handlers) as StepName[];

/**
 * One step of the kiosk: from where the visit stands and one input to where it stands then, the events to make durable
 * and the effects to run after that. Pure: the same visit, input and world give the same step.
 */
export function step(visit: Visit, input: Input, world: World): Step {
  const turn = new Turn(visit, world);
  recordDoor(turn, input);
  recordPrint(turn, input);
  recordMachine(turn, input);
  const isOfPerson = input.kind === "intent" || input.kind === "scan" || input.kind === "unreadableScan";
  if (isOfPerson) turn.change({ endsAtMs: undefined });
  const before = turn.at;
  if (!isHandledAnywhere(turn, input)) handle(turn, input);
  // The PIN was given again: now the step learns what happened to its door meanwhile.
  if (before.step === "pin" && before.resume !== undefined && turn.at === before.resume) {
    handle(turn, { kind: "restarted" });
  }
  return turn.step();
}

function handle(turn: Turn, input: Input): void {
  // The table ties each handler to its step; the compiler cannot follow the lookup by the step's own name.
  const handler = handlers[turn.at.step] as Handler<StepName>;
  handler(turn, turn.at, input);
}

/** Inputs that mean the same in every step. */
function isHandledAnywhere(turn: Turn, input: Input): boolean {
  const { at, world } = turn;
  if (input.kind === "maintenanceOpening") {
    openForMaintenance(turn, input);
    return true;
  }
  if (input.kind === "patienceEnded") {
    // A step that waits for a device does not end by the clock, and a warning is given once.
    const isWaiting = patienceMs(turn.visit, world.timing) !== undefined && turn.visit.endsAtMs === undefined;
    if (isWaiting && endsQuietly(at)) leave(turn);
    else if (isWaiting) turn.change({ endsAtMs: world.nowMs + world.timing.warningMs });
    return true;
  }
  if (input.kind === "warningEnded") {
    if (turn.visit.endsAtMs !== undefined) leave(turn);
    return true;
  }
  if (input.kind === "restarted") return isRestartHandled(turn, input);
  if (input.kind === "unreadableScan") {
    if (takesCodes(at)) turn.go({ ...at, problem: "unreadableCode" });
    return true;
  }
  if (input.kind !== "intent") return false;
  const { intent } = input;
  if (intent.kind === "setPreferences") {
    turn.change({ preferences: intent.preferences });
    return true;
  }
  if (intent.kind === "cancel" && cancellable.has(at.step)) {
    leave(turn);
    return true;
  }
  return intent.kind === "keepAlive";
}

/** Who stood there may be gone, or somebody else: what a restart means besides what the step itself says. */
function isRestartHandled(turn: Turn, { isStale }: InputOf<"restarted">): boolean {
  const { at, world } = turn;
  if (isStale) {
    // Whether a door was left open is told by the door now, not by the step.
    if (at.step === "depositOpen" || at.step === "collectionOpen") {
      const { compartmentNumber } = at.opening;
      recordDoor(turn, { kind: "doorChanged", compartmentNumber, reading: world.doorOf(compartmentNumber) });
      handle(turn, { kind: "restarted" });
    }
    leave(turn, "restarted");
    return true;
  }
  if ("exchange" in at && at.step !== "exchangeDone") {
    askPinAgain(turn, at);
    return true;
  }
  // Nobody knows who stands there: technician mode ends, and no door opens before another PIN.
  if (!isTechnician(at)) return false;
  leave(turn, "restarted");
  return true;
}
