import { describe, expect, it } from "vitest";
import { kioskAt } from "#tests/support/everyStep.ts";
import { FlowKiosk } from "#tests/support/flowKiosk.ts";
import { deposit, emptyAll, load, signIn, walkToDoor, walkToOpenResult, withResult } from "#tests/support/flowMoves.ts";
import { CITIZEN_PHONE } from "#tests/support/flowWorld.ts";
import { breachesOf } from "#tests/support/invariants.ts";

const found = (kiosk: FlowKiosk) => kiosk.eventsOf("doorSensorDeclared").map(({ payload }) => payload);

describe("a sensor that says open while a citizen collects", () => {
  it("is doubted after a while: the person says that the door is shut, and is not locked out", () => {
    const kiosk = kioskAt("collectionOpen");
    const { compartmentNumber } = kiosk.lastUnlock;
    kiosk.touch({ kind: "doorIsShut" });
    expect(kiosk.stepName).toBe("collectionOpen");
    kiosk.give({ kind: "doorStoodOpen", compartmentNumber, stage: "lingering" });
    expect(kiosk.screen).toMatchObject({ name: "collectionOpen", canSayShut: true });
    kiosk.touch({ kind: "doorIsShut" }, { kind: "confirmTaken" });
    expect(found(kiosk)).toMatchObject([{ compartmentNumber, isFaulty: true, source: "found" }]);
    expect(kiosk.eventsOf("resultCollected")).toMatchObject([
      { payload: { isVerified: false, confirmedBy: "person", compartmentNumber } },
    ]);
    const kinds = kiosk.eventsOf("caseOpened").map(({ payload }) => payload.kind);
    expect(kinds).toEqual(["sensorFaulty", "collectionUnverified"]);
    expect(kiosk.contentsOf(compartmentNumber)).toBe("unchecked");
    expect(breachesOf(kiosk.log.events)).toEqual([]);
  });

  it("said open before anything was sent: the door is asked for anew, and its sensor counts for nothing", () => {
    const kiosk = kioskAt("collectionOpening");
    const { compartmentNumber, requestId } = kiosk.lastUnlock;
    kiosk.setDoor(compartmentNumber, { door: "open" });
    kiosk.endUnlock("alreadyOpen");
    expect(kiosk.screen).toMatchObject({ name: "collectionOpen", canSayShut: true });
    kiosk.touch({ kind: "doorIsShut" });
    expect(kiosk.lastUnlock).toMatchObject({ compartmentNumber, sensor: "faulty" });
    expect(kiosk.lastUnlock.requestId).not.toBe(requestId);
    kiosk.endUnlock("unresolved");
    expect(kiosk.screen).toMatchObject({ name: "collectionOpen", canSayShut: true });
    kiosk.touch({ kind: "doorIsShut" }, { kind: "confirmTaken" });
    expect(kiosk.eventsOf("resultCollected")).toMatchObject([{ payload: { isVerified: false } }]);
    expect(breachesOf(kiosk.log.events)).toEqual([]);
  });

  it("is declared already: the person is asked, and a door read shut proves nothing", () => {
    const kiosk = new FlowKiosk();
    const result = withResult(kiosk);
    const { compartmentNumber } = result;
    kiosk.append({ type: "doorSensorDeclared", payload: { compartmentNumber, isFaulty: true, source: "technician" } });
    walkToOpenResult(kiosk, result);
    kiosk.moveDoor(compartmentNumber, "closed");
    kiosk.touch({ kind: "confirmTaken" });
    expect(kiosk.eventsOf("resultCollected")).toMatchObject([{ payload: { isVerified: false } }]);
    expect(kiosk.eventsOf("doorSensorDeclared")).toHaveLength(1);
  });

  it("leaves a case and an uncollected result where the person goes without a word", () => {
    const kiosk = new FlowKiosk();
    const result = withResult(kiosk);
    const { compartmentNumber } = result;
    kiosk.append({ type: "doorSensorDeclared", payload: { compartmentNumber, isFaulty: true, source: "technician" } });
    walkToOpenResult(kiosk, result);
    kiosk.walkAway();
    expect(kiosk.eventsOf("caseOpened").map(({ payload }) => payload.kind)).toEqual(["collectionUnverified"]);
    expect(kiosk.contentsOf(compartmentNumber)).toBe("result");
  });
});

describe("a sensor that says shut", () => {
  it("while the person has the result in hand is found faulty, and the result counts as taken, unverified", () => {
    const kiosk = kioskAt("collectionOpening");
    kiosk.endUnlock("jammed");
    const compartmentNumber = kiosk.endUnlock("jammed");
    expect(kiosk.screen).toMatchObject({ name: "collectionFailed", canSayTaken: true });
    kiosk.touch({ kind: "confirmTaken" });
    expect(kiosk.screen).toMatchObject({ name: "rating", outcome: "collected" });
    expect(found(kiosk)).toMatchObject([{ compartmentNumber, source: "found" }]);
    expect(kiosk.eventsOf("resultCollected")).toMatchObject([{ payload: { isVerified: false } }]);
    expect(breachesOf(kiosk.log.events)).toEqual([]);
  });

  it("of a silent board says nothing: the person cannot have taken anything", () => {
    const kiosk = kioskAt("collectionFailed");
    kiosk.touch({ kind: "confirmTaken" });
    expect(kiosk.stepName).toBe("collectionFailed");
    expect(kiosk.eventsOf("resultCollected")).toEqual([]);
  });
});

describe("a sensor that lies while something is put in", () => {
  it("does not cost the citizen the deposit: they say that the door is shut and the bag inside", () => {
    const kiosk = kioskAt("depositOpen");
    const { compartmentNumber } = kiosk.lastUnlock;
    kiosk.give({ kind: "doorStoodOpen", compartmentNumber, stage: "lingering" });
    kiosk.touch({ kind: "doorIsShut" });
    expect(kiosk.screen).toEqual({ name: "depositCheck", compartmentNumber, why: "saidShut" });
    kiosk.moveDoor(compartmentNumber, "open");
    expect(kiosk.stepName).toBe("depositCheck");
    kiosk.touch({ kind: "confirmBagInside" });
    expect(kiosk.stepName).toBe("receipt");
    expect(found(kiosk)).toMatchObject([{ compartmentNumber, source: "found" }]);
    expect(breachesOf(kiosk.log.events)).toEqual([]);
  });

  it("lets the citizen stop as well", () => {
    const kiosk = kioskAt("depositOpen");
    const { compartmentNumber } = kiosk.lastUnlock;
    kiosk.give({ kind: "doorStoodOpen", compartmentNumber, stage: "lingering" });
    kiosk.touch({ kind: "cancel" }, { kind: "doorIsShut" });
    expect(kiosk.stepName).toBe("depositStopped");
  });

  it("does not hold up a clerk: what was loaded is loaded, what is emptied needs no shut door", () => {
    const kiosk = kioskAt("loadingOpen");
    const { compartmentNumber } = kiosk.lastUnlock;
    kiosk.give({ kind: "doorStoodOpen", compartmentNumber, stage: "lingering" });
    expect(kiosk.screen).toMatchObject({ canSayShut: true });
    kiosk.touch({ kind: "doorIsShut" });
    expect(kiosk.stepName).toBe("loadingCode");
    const emptying = new FlowKiosk();
    const inside = deposit(emptying).compartmentNumber;
    const payload = { compartmentNumber: inside, isFaulty: true, source: "technician" } as const;
    emptying.append({ type: "doorSensorDeclared", payload });
    signIn(emptying);
    emptying.touch({ kind: "startEmptying" });
    emptying.endUnlock("unresolved");
    emptying.touch({ kind: "confirmCounted" });
    expect(emptying.stepName).toBe("clerkHome");
    expect(emptying.eventsOf("dossierTakenOver")).toHaveLength(1);
  });
});

describe("a door that stands open with nobody before it", () => {
  it("is a case once, and its compartment is out of service", () => {
    const kiosk = new FlowKiosk();
    walkToDoor(kiosk);
    kiosk.touch({ kind: "openCompartment" });
    const compartmentNumber = kiosk.endUnlock("opened");
    kiosk.walkAway();
    const cases = kiosk.eventsOf("caseOpened").length;
    kiosk.give({ kind: "doorStoodOpen", compartmentNumber, stage: "leftOpen" });
    kiosk.give({ kind: "doorStoodOpen", compartmentNumber, stage: "leftOpen" });
    expect(kiosk.eventsOf("caseOpened")).toHaveLength(cases);
    expect(kiosk.eventsOf("compartmentTakenOutOfService")).toMatchObject([{ payload: { reason: "doorLeftOpen" } }]);
  });

  it("for very long has its sensor doubted; nothing is said of a door before which somebody stands", () => {
    const kiosk = kioskAt("collectionOpen");
    const { compartmentNumber } = kiosk.lastUnlock;
    const events = kiosk.log.lastSeq;
    kiosk.give({ kind: "doorStoodOpen", compartmentNumber, stage: "leftOpen" });
    kiosk.give({ kind: "doorStoodOpen", compartmentNumber, stage: "suspect" });
    expect(kiosk.log.lastSeq).toBe(events);
    kiosk.walkAway();
    kiosk.give({ kind: "doorStoodOpen", compartmentNumber, stage: "suspect" });
    expect(found(kiosk)).toMatchObject([{ compartmentNumber, source: "found" }]);
    const forced = kiosk.eventsOf("doorForced").length;
    kiosk.moveDoor(compartmentNumber, "closed");
    kiosk.moveDoor(compartmentNumber, "open");
    expect(kiosk.eventsOf("doorForced")).toHaveLength(forced);
  });

  it("with a doubted sensor takes no bag and no result, and still gives back what is inside", () => {
    const kiosk = new FlowKiosk({ compartments: 2 });
    for (const compartmentNumber of [1, 2]) {
      const payload = { compartmentNumber, isFaulty: true, source: "found" } as const;
      if (compartmentNumber === 1) kiosk.append({ type: "doorSensorDeclared", payload });
    }
    expect(deposit(kiosk).compartmentNumber).toBe(2);
    signIn(kiosk);
    emptyAll(kiosk);
    expect(load(kiosk, kiosk.eventsOf("dossierDeposited")[0]?.payload.ticket ?? "")).toBe(2);
    const payload = { compartmentNumber: 2, isFaulty: true, source: "found" } as const;
    kiosk.append({ type: "doorSensorDeclared", payload });
    kiosk.touch({ kind: "back" }, { kind: "finishExchange" }, { kind: "finish" });
    kiosk.scan(kiosk.eventsOf("dossierDeposited")[0]?.personal.receiptToken ?? "");
    kiosk.touch({ kind: "enterSecondValue", digits: CITIZEN_PHONE.slice(-4) });
    expect(kiosk.lastUnlock).toMatchObject({ compartmentNumber: 2, sensor: "faulty" });
  });
});
