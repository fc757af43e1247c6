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
  depositOpen: ["cancel", "reportTrouble", "back"],
  depositCheck: ["confirmBagInside", "openAgain", "cancel"],
  depositJammed: ["openCompartment", "openCompartment", "stopWithSlip", "cancel"],
  receipt: ["printAgain", "finish", "finish"],
  rating: ["rate", "finish"],
  collectionConfirm: ["confirmTaken", "confirmTaken", "confirmNothingTaken", "openAgain"],
  collectionFailed: ["openAgain", "stopWithSlip", "finish"],
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
  inspecting: ["confirmEmpty", "confirmEmpty", "reportContents", "skipCompartment"],
  recipient: ["enterRecipient", "back"],
  loadingOpen: ["confirmLoaded", "cancel"],
};

/** One of the inputs that the present step waits for. */
function goOnward(kiosk: FlowKiosk, choice: number): void {
  const ways = waysOn(kiosk);
  ways[choice % ways.length]?.();
}

function waysOn(kiosk: FlowKiosk): (() => void)[] {
  const { at } = kiosk;
  const touch = (...kinds: readonly IntentKind[]) =>
    kinds.map((kind) => () => kiosk.touch(...everyIntent.filter((intent) => intent.kind === kind)));
  const scan = (...texts: string[]) => texts.map((text) => () => kiosk.scan(text));
  const give = (input: Input) => () => void kiosk.give(input);
  if (at.step.endsWith("Opening") || (at.step === "inspecting" && !at.isOpen)) {
    const open = () => void kiosk.endUnlock("opened");
    return [open, open, open, open, () => void kiosk.endUnlock("jammed")];
  }
  const shut = "opening" in at ? [() => kiosk.moveDoor(at.opening.compartmentNumber, "closed")] : [];
  const codes = codesOf(kiosk);
  switch (at.step) {
    case "home":
      return [
        ...touch("startIntake", "startCollection", "startLookup", "showNotices"),
        ...touch("startIntake", "startIntake", "startIntake"),
        ...scan(CLERK_CARD, CLERK_CARD, CLERK_CARD, TECHNICIAN_CARD, ...codes.tokens.slice(-3)),
      ];
    case "card":
      return [...scan(CITIZEN_CARD, CITIZEN_CARD), ...touch("typeIdentity")];
    case "bag":
      return [
        ...scan(`TUI-00${kiosk.log.lastSeq}A`, "TUI-0001"),
        ...touch("printBagSlip", "bagSlipInBag", "wantLowCompartment"),
      ];
    case "pin":
      return at.isChecking
        ? [clerk, technician].map(({ staffId }) => give({ kind: "pinChecked", staffId, isRight: true }))
        : touch("enterPin");
    case "credential":
      return at.isChecking
        ? [
            give({ kind: "pickupCodeChecked" }),
            ...codes.results.map((dossierId) => give({ kind: "pickupCodeChecked", dossierId })),
          ]
        : [...scan(...codes.tokens), ...touch("enterPickupCode")];
    case "secondValue":
      return [
        ...[1, 2, 3, 4].map(() => () => kiosk.touch({ kind: "enterSecondValue", digits: CITIZEN_PHONE.slice(-4) })),
        () => kiosk.touch({ kind: "enterSecondValue", digits: "0000" }),
      ];
    case "loading":
      return [...scan(...codes.tickets, ...codes.tickets), ...touch("enterResultCode", "back")];
    case "loadingCode":
      return [() => makeCode(kiosk, at.dossierId)];
    case "clerkHome":
      return [
        ...touch("startEmptying", "startInspection", "startLoading", "finishExchange"),
        ...touch("startEmptying", "startLoading"),
        ...[1, 2, 3, 4].map((number) => () => kiosk.touch({ kind: "returnToService", compartmentNumber: number })),
      ];
    default:
      return [...shut, ...shut, ...touch(...(onward[at.step] ?? ["back", "finish"]))];
  }
}

function codesOf(kiosk: FlowKiosk): { tokens: string[]; tickets: string[]; results: string[] } {
  const deposits = kiosk.eventsOf("dossierDeposited");
  return {
    tokens: deposits.map(({ personal }) => personal.receiptToken ?? ""),
    tickets: deposits.map(({ payload }) => payload.ticket),
    results: kiosk.eventsOf("resultLoaded").map(({ payload }) => payload.dossierId),
  };
}
