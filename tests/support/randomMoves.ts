import fc from "fast-check";
import type { Intent, IntentKind } from "#core/contract/intent.ts";
import type { Input } from "#flow/input.ts";
import type { StepName } from "#flow/state.ts";
import { everyIntent, foreignCodes } from "./anyInput.ts";
import type { FlowKiosk } from "./flowKiosk.ts";
import { makeCode } from "./flowMoves.ts";
import { CITIZEN_CARD, CITIZEN_PHONE, CLERK_CARD, clerk, TECHNICIAN_CARD, technician } from "./flowWorld.ts";

/** What may happen at a kiosk, sensible or not; numbers are drawn so that they mean something in most states. */
export type Move =
  | { readonly kind: "onward"; readonly choice: number }
  | { readonly kind: "intent"; readonly intent: Intent }
  | { readonly kind: "scan"; readonly text: string }
  | {
      readonly kind: "unlockEnds";
      readonly outcome: "opened" | "alreadyOpen" | "jammed" | "noReply" | "unresolved" | "expired";
    }
  | { readonly kind: "door"; readonly compartmentNumber: number; readonly door: "open" | "closed" | "unknown" }
  | { readonly kind: "occupancy"; readonly compartmentNumber: number; readonly occupancy: "something" | "nothing" }
  | { readonly kind: "printEnds"; readonly state: "printed" | "notPrinted" | "unresolved" }
  | { readonly kind: "printer"; readonly status: "ready" | "paperOut" }
  | { readonly kind: "silence"; readonly isSilent: boolean; readonly compartmentNumber: number }
  | { readonly kind: "timer"; readonly input: "patienceEnded" | "warningEnded" }
  | { readonly kind: "time"; readonly byMs: number }
  | {
      readonly kind: "standing";
      readonly compartmentNumber: number;
      readonly stage: "lingering" | "leftOpen" | "suspect";
    }
  | { readonly kind: "safety"; readonly tamper: "calm" | "active"; readonly panic: "calm" | "active" }
  | { readonly kind: "power"; readonly source: "mains" | "battery"; readonly battery: "full" | "low" }
  | { readonly kind: "repeat" }
  | { readonly kind: "restart" };

const compartmentNumber = fc.integer({ min: 1, max: 4 });

const oddMove: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ kind: fc.constant("intent" as const), intent: fc.constantFrom(...everyIntent) }),
  fc.record({ kind: fc.constant("scan" as const), text: fc.constantFrom(...Object.values(foreignCodes)) }),
  fc.record({
    kind: fc.constant("unlockEnds" as const),
    outcome: fc.constantFrom("alreadyOpen", "jammed", "noReply", "unresolved", "expired"),
  }),
  fc.record({
    kind: fc.constant("door" as const),
    compartmentNumber,
    door: fc.constantFrom("open", "closed", "unknown"),
  }),
  fc.record({
    kind: fc.constant("occupancy" as const),
    compartmentNumber,
    occupancy: fc.constantFrom("something", "nothing"),
  }),
  fc.record({ kind: fc.constant("printEnds" as const), state: fc.constantFrom("printed", "notPrinted", "unresolved") }),
  fc.record({ kind: fc.constant("printer" as const), status: fc.constantFrom("ready", "paperOut") }),
  fc.record({ kind: fc.constant("silence" as const), isSilent: fc.boolean(), compartmentNumber }),
  fc.record({ kind: fc.constant("timer" as const), input: fc.constantFrom("patienceEnded", "warningEnded") }),
  fc.record({ kind: fc.constant("time" as const), byMs: fc.integer({ min: 1, max: 2 * 86_400_000 }) }),
  fc.record({
    kind: fc.constant("standing" as const),
    compartmentNumber,
    stage: fc.constantFrom("lingering", "leftOpen", "suspect"),
  }),
  fc.record({
    kind: fc.constant("safety" as const),
    tamper: fc.constantFrom("calm", "calm", "calm", "active"),
    panic: fc.constantFrom("calm", "active"),
  }),
  fc.record({
    kind: fc.constant("power" as const),
    source: fc.constantFrom("mains", "battery"),
    battery: fc.constantFrom("full", "low"),
  }),
  fc.constant({ kind: "repeat" as const }),
  fc.constant({ kind: "restart" as const }),
);

/** Mostly what the present step waits for, so that visits get somewhere; now and then anything else. */
export const anyMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant("onward" as const), choice: fc.nat(999) }) },
  { weight: 1, arbitrary: oddMove },
);

/** Makes one move. */
export function play(kiosk: FlowKiosk, move: Move): void {
  switch (move.kind) {
    case "onward":
      return goOnward(kiosk, move.choice);
    case "intent":
      return kiosk.touch(move.intent);
    case "scan":
      return kiosk.scan(move.text);
    case "unlockEnds":
      return kiosk.unlocks > 0 ? void kiosk.endUnlock(move.outcome) : undefined;
    case "door":
      return kiosk.moveDoor(move.compartmentNumber, move.door);
    case "occupancy":
      return kiosk.setDoor(move.compartmentNumber, { occupancy: move.occupancy });
    case "printEnds":
      return kiosk.effects.some(({ kind }) => kind === "print") ? kiosk.endPrint(move.state) : undefined;
    case "printer":
      kiosk.printer = { status: move.status, paper: "unknown" };
      return;
    case "silence":
      return kiosk.setSilent(move.isSilent, move.compartmentNumber);
    case "timer":
      return void kiosk.give({ kind: move.input });
    case "time":
      kiosk.nowMs += move.byMs;
      return;
    case "standing":
      return void kiosk.give({ ...move, kind: "doorStoodOpen" });
    case "safety":
      return void kiosk.give({ ...move, kind: "safetyChanged" });
    case "power": {
      const { source, battery } = move;
      return void kiosk.give({ kind: "powerChanged", status: { source, battery, isShuttingDown: false } });
    }
    case "repeat":
      return void kiosk.give(kiosk.inputs.at(-1) ?? { kind: "restarted" });
    case "restart":
      return kiosk.restart();
  }
}

/** Intents that lead on from steps which wait for nothing else. */
const onward: { readonly [S in StepName]?: readonly IntentKind[] } = {
  procedure: ["chooseProcedure", "chooseProcedure", "showElsewhere"],
  papers: ["setCount", "setDossierCount", "confirmPapers", "confirmPapers"],
  consent: ["giveConsent"],
  identity: ["enterIdentity", "enterIdentity", "back"],
  phone: ["enterPhone", "enterPhone", "chooseDigitsInstead"],
  phoneReadBack: ["confirmPhone", "confirmPhone", "back"],
  chosenDigits: ["enterChosenDigits"],
  depositReady: ["openCompartment", "openCompartment", "openCompartment", "back", "wantLowCompartment"],
  depositOpen: ["cancel", "reportTrouble", "back", "doorIsShut"],
  depositCheck: ["confirmBagInside", "openAgain", "cancel"],
  depositJammed: ["openCompartment", "openCompartment", "stopWithSlip", "cancel"],
  receipt: ["printAgain", "finish", "finish"],
  rating: ["rate", "finish"],
  collectionOpen: ["doorIsShut", "back"],
  collectionConfirm: ["confirmTaken", "confirmTaken", "confirmNothingTaken", "openAgain"],
  collectionFailed: ["openAgain", "stopWithSlip", "finish", "confirmTaken"],
  lookup: ["enterTicket", "back"],
  emptyingCount: [
    "confirmCounted",
    "confirmCounted",
    "setCount",
    "setDossierCount",
    "reportMissing",
    "skipCompartment",
  ],
  discrepancy: ["acceptDiscrepancy", "acceptDiscrepancy", "countAgain"],
  inspecting: ["confirmEmpty", "confirmEmpty", "confirmBagInside", "reportContents", "skipCompartment"],
  recipient: ["enterRecipient", "back"],
  loadingOpen: ["confirmLoaded", "cancel", "doorIsShut"],
  technicianEntering: ["acknowledgeTechnicianMode"],
  technicianOpen: ["doorIsShut", "stopDoorTest", "showSection"],
  technicianAsking: ["confirmEmpty", "confirmEmpty", "confirmBagInside", "reportMissing", "skipCompartment"],
};

/** One of the inputs that the present step waits for. */
function goOnward(kiosk: FlowKiosk, choice: number): void {
  const ways = waysOn(kiosk);
  ways[choice % ways.length]?.();
}

type Way = () => void;

function waysOn(kiosk: FlowKiosk): readonly Way[] {
  const { at } = kiosk;
  if (at.step.endsWith("Opening") || (at.step === "inspecting" && !at.isOpen)) {
    const open = () => void kiosk.endUnlock("opened");
    return [open, open, open, open, () => void kiosk.endUnlock("jammed")];
  }
  const shut = "opening" in at ? [() => kiosk.moveDoor(at.opening.compartmentNumber, "closed")] : [];
  const touches = (onward[at.step] ?? ["back", "finish"]).map((kind) => touching(kiosk, kind));
  return waysByCode(kiosk) ?? waysByCheck(kiosk) ?? [...shut, ...shut, ...touches];
}

function touching(kiosk: FlowKiosk, kind: IntentKind): Way {
  return () => kiosk.touch(...everyIntent.filter((intent) => intent.kind === kind));
}

/** Ways on where a code is shown. */
function waysByCode(kiosk: FlowKiosk): readonly Way[] | undefined {
  const ways = (kinds: readonly IntentKind[], ...texts: string[]): Way[] => [
    ...kinds.map((kind) => touching(kiosk, kind)),
    ...texts.map((text) => () => kiosk.scan(text)),
  ];
  const { tokens, tickets } = codesOf(kiosk);
  switch (kiosk.at.step) {
    case "home": {
      const starts = ["startIntake", "startIntake", "startIntake", "startCollection", "startLookup"] as const;
      const cards = [CLERK_CARD, CLERK_CARD, CLERK_CARD, TECHNICIAN_CARD];
      return ways([...starts, "showNotices"], ...cards, ...tokens.slice(-3));
    }
    case "card":
      return ways(["typeIdentity"], CITIZEN_CARD, CITIZEN_CARD);
    case "bag":
      return ways(["printBagSlip", "bagSlipInBag", "wantLowCompartment"], `TUI-00${kiosk.log.lastSeq}A`, "TUI-0001");
    case "credential":
      return kiosk.at.isChecking ? undefined : ways(["enterPickupCode"], ...tokens);
    case "loading":
      return ways(["enterResultCode", "back"], ...tickets, ...tickets);
    default:
      return undefined;
  }
}

/** Ways on where something secret is compared or made, and from the clerk's list. */
function waysByCheck(kiosk: FlowKiosk): readonly Way[] | undefined {
  const { at } = kiosk;
  const give = (input: Input) => () => void kiosk.give(input);
  const secondValue = (digits: string) => () => kiosk.touch({ kind: "enterSecondValue", digits });
  switch (at.step) {
    case "pin":
      if (!at.isChecking) return [touching(kiosk, "enterPin")];
      return [clerk, technician].map(({ staffId }) => give({ kind: "pinChecked", staffId, isRight: true }));
    case "credential": {
      const isRight = codesOf(kiosk).results.map((dossierId) => give({ kind: "pickupCodeChecked", dossierId }));
      return [give({ kind: "pickupCodeChecked" }), ...isRight];
    }
    case "secondValue":
      return [...Array.from({ length: 4 }, () => secondValue(CITIZEN_PHONE.slice(-4))), secondValue("0000")];
    case "loadingCode":
      return [() => makeCode(kiosk, at.dossierId)];
    case "technicianBench":
      return benchWays(kiosk);
    case "secondPerson": {
      if (at.second === undefined) return [CLERK_CARD, TECHNICIAN_CARD].map((card) => () => kiosk.scan(card));
      if (!at.isChecking) return [touching(kiosk, "enterPin")];
      const { staffId } = at.second;
      return [true, true, false].map((isRight) => give({ kind: "pinChecked", staffId, isRight }));
    }
    case "clerkHome": {
      const starts = ["startEmptying", "startEmptying", "startLoading", "startLoading", "startInspection"] as const;
      const numbers = [1, 2, 3, 4];
      const returns = numbers.map((compartmentNumber) => () => {
        kiosk.touch({ kind: "returnToService", compartmentNumber });
      });
      return [
        ...[...starts, "finishExchange" as const, "startEvacuation" as const].map((kind) => touching(kiosk, kind)),
        ...returns,
      ];
    }
    default:
      return undefined;
  }
}

/** Ways on from the technician's screen: any door, and what else there is. */
function benchWays(kiosk: FlowKiosk): readonly Way[] {
  const doors = [1, 2, 3, 4].flatMap((compartmentNumber) => [
    () => kiosk.touch({ kind: "openDoor", compartmentNumber }),
    () => kiosk.touch({ kind: "cycleDoor", compartmentNumber, rounds: 2 }),
    () => kiosk.touch({ kind: "returnToService", compartmentNumber }),
    () => kiosk.touch({ kind: "declareSensor", compartmentNumber, isFaulty: false }),
  ]);
  const kinds: readonly IntentKind[] = [
    "takeOutOfService",
    "declareSensor",
    "acknowledgeAlarm",
    "acknowledgeAlarm",
    "startEvacuation",
    "printReport",
    "leaveTechnicianMode",
    "leaveTechnicianMode",
  ];
  return [...doors, ...kinds.map((kind) => touching(kiosk, kind))];
}

function codesOf(kiosk: FlowKiosk): { tokens: string[]; tickets: string[]; results: string[] } {
  const deposits = kiosk.eventsOf("dossierDeposited");
  return {
    tokens: deposits.map(({ personal }) => personal.receiptToken ?? ""),
    tickets: deposits.map(({ payload }) => payload.ticket),
    results: kiosk.eventsOf("resultLoaded").map(({ payload }) => payload.dossierId),
  };
}
