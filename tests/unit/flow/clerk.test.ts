import { describe, expect, it } from "vitest";
import { kioskAt } from "#tests/support/everyStep.ts";
import { FlowKiosk } from "#tests/support/flowKiosk.ts";
import { deposit, emptyAll, givePin, signIn } from "#tests/support/flowMoves.ts";
import { CLERK_CARD, clerk } from "#tests/support/flowWorld.ts";

const types = (kiosk: FlowKiosk, from = 0) => kiosk.log.drafts.slice(from).map(({ type }) => type);

function twoDeposits(kiosk: FlowKiosk) {
  const business = deposit(kiosk, { bagLabel: "TUI-0001", procedureId: "business" });
  kiosk.nowMs += 60_000;
  const birth = deposit(kiosk, { bagLabel: "TUI-0002", procedureId: "birth" });
  return { business, birth };
}

describe("signing in", () => {
  it("takes card and PIN, opens an exchange and shows the list", () => {
    const kiosk = new FlowKiosk();
    kiosk.scan(CLERK_CARD);
    expect(kiosk.screen).toMatchObject({ name: "pin", staffName: clerk.name, triesLeft: 5 });
    kiosk.touch({ kind: "enterPin", pin: "2468" });
    expect(kiosk.effects.at(-1)).toEqual({ kind: "checkPin", staffId: "CB-12", cardText: CLERK_CARD, pin: "2468" });
    kiosk.give({ kind: "pinChecked", staffId: "KT-03", isRight: true });
    expect(kiosk.stepName).toBe("pin");
    kiosk.give({ kind: "pinChecked", staffId: "CB-12", isRight: true });
    expect(kiosk.screen).toMatchObject({ name: "clerkHome" });
    expect(kiosk.eventsOf("exchangeOpened")).toHaveLength(1);
  });

  it("counts wrong PINs and takes none after the fifth, for half an hour", () => {
    const kiosk = kioskAt("pin");
    for (let left = 4; left >= 0; left -= 1) {
      kiosk.touch({ kind: "enterPin", pin: "0000" });
      kiosk.give({ kind: "pinChecked", staffId: "CB-12", isRight: false });
      expect(kiosk.screen).toMatchObject({ problem: "pinWrong", triesLeft: left });
    }
    const checks = kiosk.effects.length;
    kiosk.touch({ kind: "enterPin", pin: "2468" });
    expect(kiosk.screen).toMatchObject({ name: "pin", problem: "staffOnly" });
    expect(kiosk.effects).toHaveLength(checks);
    kiosk.nowMs += 30 * 60_000;
    kiosk.touch({ kind: "enterPin", pin: "2468" });
    kiosk.give({ kind: "pinChecked", staffId: "CB-12", isRight: true });
    expect(kiosk.stepName).toBe("clerkHome");
  });

  it("closes an exchange that a power cut left open", () => {
    const kiosk = new FlowKiosk();
    signIn(kiosk);
    const left = kiosk.expectAt("clerkHome").exchange.exchangeId;
    const after = new FlowKiosk();
    after.append({ type: "exchangeOpened", payload: { exchangeId: left, staffId: "KT-03" } });
    signIn(after);
    expect(after.eventsOf("exchangeClosed")[0]?.payload).toMatchObject({ exchangeId: left, staffId: "KT-03" });
  });

  it("while a PIN is compared outlives a restart without a sign-in", () => {
    const kiosk = kioskAt("pin");
    kiosk.touch({ kind: "enterPin", pin: "2468" });
    kiosk.restart();
    expect(kiosk.screen).toMatchObject({ name: "pin", isChecking: false });
    kiosk.give({ kind: "pinChecked", staffId: "CB-12", isRight: true });
    expect(kiosk.stepName).toBe("pin");
  });
});

describe("emptying", () => {
  it("lists and opens by legal deadline, each door by itself when the one before is shut", () => {
    const kiosk = new FlowKiosk();
    const { business, birth } = twoDeposits(kiosk);
    signIn(kiosk);
    const { screen } = kiosk;
    expect(screen.name === "clerkHome" && screen.deposits.map((d) => d.ticket)).toEqual([
      birth.ticket,
      business.ticket,
    ]);
    kiosk.touch({ kind: "startEmptying" });
    expect(kiosk.endUnlock("opened")).toBe(birth.compartmentNumber);
    kiosk.touch({ kind: "confirmCounted" });
    expect(kiosk.screen).toMatchObject({ name: "emptyingClose" });
    const { unlocks } = kiosk;
    kiosk.moveDoor(birth.compartmentNumber, "closed");
    expect(kiosk.unlocks).toBe(unlocks + 1);
    expect(kiosk.lastUnlock.compartmentNumber).toBe(business.compartmentNumber);
    kiosk.endUnlock("opened");
    kiosk.touch({ kind: "confirmCounted" });
    kiosk.moveDoor(business.compartmentNumber, "closed");
    expect(kiosk.screen).toMatchObject({ name: "clerkHome", deposits: [], done: { takenOver: 2 } });
  });

  it("with equal counts takes over at once; the compartment is free when its door is shut", () => {
    const kiosk = kioskAt("emptyingCount");
    const { compartmentNumber } = kiosk.expectAt("emptyingCount").opening;
    const free = () => (kiosk.screen.name === "clerkHome" ? kiosk.screen.free : undefined);
    kiosk.touch({ kind: "confirmCounted" });
    expect(kiosk.eventsOf("dossierTakenOver")).toHaveLength(1);
    expect(kiosk.eventsOf("discrepancyFound")).toEqual([]);
    kiosk.moveDoor(compartmentNumber, "closed");
    expect(free()).toBe(4);
  });

  it("with a difference makes a record before anything else, whatever the clerk does then", () => {
    const kiosk = kioskAt("emptyingCount");
    const from = kiosk.log.drafts.length;
    const count = { paperId: "form", originals: 2, certified: 0, photocopies: 1 };
    kiosk.touch({ kind: "setCount", count }, { kind: "confirmCounted" });
    expect(types(kiosk, from)).toEqual(["caseOpened", "discrepancyFound"]);
    expect(kiosk.screen).toMatchObject({ name: "discrepancy", caseNumber: 1 });
    kiosk.touch({ kind: "countAgain" }, { kind: "confirmCounted" }, { kind: "acceptDiscrepancy" });
    expect(types(kiosk, from)).toEqual(["caseOpened", "discrepancyFound", "discrepancyFound", "dossierTakenOver"]);
    expect(kiosk.eventsOf("dossierTakenOver")[0]?.payload.counts).toContainEqual(count);
  });

  it("reports what is not there", () => {
    const kiosk = kioskAt("emptyingCount");
    const { dossierId } = kiosk.expectAt("emptyingCount");
    kiosk.touch({ kind: "reportMissing" });
    expect(kiosk.log.register.get("dossier", dossierId)?.place).toEqual({ kind: "missing" });
    expect(kiosk.eventsOf("caseOpened")[0]?.payload).toMatchObject({ kind: "dossierNotFound", dossierId });
  });

  it("passes over a compartment: the next one opens, and the same one only when emptying is started again", () => {
    const kiosk = new FlowKiosk();
    const { business, birth } = twoDeposits(kiosk);
    signIn(kiosk);
    kiosk.touch({ kind: "startEmptying" });
    kiosk.endUnlock("opened");
    kiosk.touch({ kind: "skipCompartment" });
    kiosk.moveDoor(birth.compartmentNumber, "closed");
    expect(kiosk.endUnlock("opened")).toBe(business.compartmentNumber);
    kiosk.moveDoor(business.compartmentNumber, "closed");
    kiosk.touch({ kind: "skipCompartment" });
    expect(kiosk.stepName).toBe("clerkHome");
    kiosk.touch({ kind: "startEmptying" });
    expect(kiosk.lastUnlock.compartmentNumber).toBe(birth.compartmentNumber);
  });

  it("goes on with the next door when one fails", () => {
    const kiosk = new FlowKiosk();
    const { business, birth } = twoDeposits(kiosk);
    signIn(kiosk);
    kiosk.touch({ kind: "startEmptying" });
    kiosk.endUnlock("expired");
    expect(kiosk.screen).toMatchObject({ name: "clerkDoorFailed", compartmentNumber: birth.compartmentNumber });
    kiosk.touch({ kind: "finish" });
    expect(kiosk.lastUnlock.compartmentNumber).toBe(business.compartmentNumber);
  });

  it("hands what was taken out to the counter when the exchange ends", () => {
    const kiosk = new FlowKiosk();
    const { dossierId } = deposit(kiosk);
    signIn(kiosk);
    emptyAll(kiosk);
    kiosk.touch({ kind: "finishExchange" });
    expect(kiosk.screen).toEqual({ name: "exchangeDone", takenOver: 1, loaded: 0, seenEmpty: 0 });
    expect(kiosk.log.register.get("dossier", dossierId)?.place).toEqual({ kind: "counter" });
    kiosk.give({ kind: "patienceEnded" });
    expect(kiosk.stepName).toBe("home");
  });

  it("left with a door open is a case, and the compartment is looked into before it is used again", () => {
    const kiosk = kioskAt("emptyingClose");
    const { compartmentNumber } = kiosk.expectAt("emptyingClose").opening;
    kiosk.walkAway();
    expect(kiosk.eventsOf("exchangeClosed")).toHaveLength(1);
    expect(kiosk.eventsOf("caseOpened")[0]?.payload.kind).toBe("doorLeftOpen");
    expect(kiosk.contentsOf(compartmentNumber)).toBe("unchecked");
  });

  it("after a restart asks for the PIN, then waits at the same count, and a request is not sent again", () => {
    const kiosk = kioskAt("emptyingCount");
    kiosk.restart();
    expect(kiosk.stepName).toBe("pin");
    givePin(kiosk);
    expect(kiosk.stepName).toBe("emptyingCount");
    const asked = kioskAt("emptyingOpening");
    asked.restart();
    givePin(asked);
    expect(asked.screen).toMatchObject({ name: "clerkDoorFailed", kind: "outcomeUnknown" });
    expect(
      asked.eventsOf("compartmentOpenRequested").filter(({ payload }) => payload.reason === "emptying"),
    ).toHaveLength(1);
  });
});

describe("an exchange in which the program ended", () => {
  it("opens no door before the clerk's PIN, also where the last door was shut meanwhile", () => {
    const kiosk = kioskAt("emptyingClose");
    const { compartmentNumber } = kiosk.lastUnlock;
    kiosk.setDoor(compartmentNumber, { door: "closed" });
    const unlocksBefore = kiosk.effects.filter(({ kind }) => kind === "unlock").length;
    kiosk.restart();
    kiosk.touch({ kind: "startEmptying" });
    kiosk.give({ kind: "pinChecked", staffId: "CB-12", isRight: false });
    expect(kiosk.stepName).toBe("pin");
    expect(kiosk.effects.filter(({ kind }) => kind === "unlock")).toHaveLength(unlocksBefore);
  });

  it("is closed when nobody gives the PIN", () => {
    const kiosk = kioskAt("clerkHome");
    kiosk.restart();
    kiosk.touch({ kind: "cancel" });
    expect(kiosk.stepName).toBe("home");
    expect(kiosk.eventsOf("exchangeClosed")).toHaveLength(1);
  });

  it("is over at once when the visit is old: nobody can be waiting for it", () => {
    const kiosk = kioskAt("card");
    kiosk.give({ kind: "restarted", isStale: true });
    expect(kiosk.stepName).toBe("home");
  });
});

describe("looking into compartments", () => {
  it("makes them known empty one after the other", () => {
    const kiosk = new FlowKiosk({ compartments: 3, unchecked: [1, 2, 3] });
    signIn(kiosk);
    kiosk.touch({ kind: "startInspection" });
    for (const compartmentNumber of [1, 2, 3]) {
      expect(kiosk.endUnlock("opened")).toBe(compartmentNumber);
      kiosk.touch({ kind: "confirmEmpty" });
      kiosk.moveDoor(compartmentNumber, "closed");
    }
    expect(kiosk.screen).toMatchObject({ name: "clerkHome", unchecked: [], free: 3, done: { seenEmpty: 3 } });
  });

  it("finds what a citizen left behind: a case, and the dossier is with the clerk", () => {
    const kiosk = kioskAt("depositOpen");
    const { compartmentNumber } = kiosk.lastUnlock;
    kiosk.walkAway();
    kiosk.moveDoor(compartmentNumber, "closed");
    signIn(kiosk);
    kiosk.touch({ kind: "startInspection" });
    kiosk.endUnlock("opened");
    kiosk.touch({ kind: "reportContents" });
    const place = [...kiosk.log.register.all("dossier")][0]?.place;
    expect(place).toMatchObject({ kind: "withClerk", staffId: clerk.staffId });
    expect(kiosk.eventsOf("caseOpened").map(({ payload }) => payload.kind)).toContain("unexpectedContents");
  });

  it("returns a repaired compartment to service and closes its cases", () => {
    const kiosk = kioskAt("depositJammed");
    const { failed } = kiosk.expectAt("depositJammed");
    kiosk.touch({ kind: "cancel" });
    signIn(kiosk);
    expect(kiosk.screen).toMatchObject({ outOfService: [{ compartmentNumber: failed, reason: "doorJammed" }] });
    kiosk.touch({ kind: "returnToService", compartmentNumber: failed });
    expect(kiosk.screen).toMatchObject({ outOfService: [], free: 4 });
    expect(kiosk.eventsOf("caseClosed")).toHaveLength(1);
  });
});
