import { describe, expect, it } from "vitest";
import { kioskAt } from "#tests/support/everyStep.ts";
import { FlowKiosk } from "#tests/support/flowKiosk.ts";
import { walkToDoor, walkToOpenDoor } from "#tests/support/flowMoves.ts";

const caseKinds = (kiosk: FlowKiosk) => kiosk.eventsOf("caseOpened").map(({ payload }) => payload.kind);

describe("a deposit's door", () => {
  it("gets one further pulse when it stays shut, then another compartment with a case number", () => {
    const kiosk = new FlowKiosk();
    walkToDoor(kiosk);
    kiosk.touch({ kind: "openCompartment" });
    const failed = kiosk.endUnlock("jammed");
    expect(kiosk.eventsOf("compartmentOpenRequested").map(({ payload }) => payload.pulse)).toEqual([1, 2]);
    kiosk.endUnlock("jammed");
    expect(kiosk.screen).toMatchObject({ name: "depositJammed", failed, kind: "doorJammed", caseNumber: 1 });
    expect(kiosk.unlocks).toBe(2);
    kiosk.touch({ kind: "openCompartment" });
    const other = kiosk.endUnlock("opened");
    expect(other).not.toBe(failed);
    kiosk.moveDoor(other, "closed");
    expect(kiosk.stepName).toBe("receipt");
    expect(kiosk.eventsOf("compartmentTakenOutOfService")[0]?.payload).toMatchObject({ compartmentNumber: failed });
  });

  it("opens at the second pulse without a case", () => {
    const kiosk = kioskAt("depositOpening");
    kiosk.endUnlock("jammed");
    kiosk.endUnlock("opened");
    expect(kiosk.stepName).toBe("depositOpen");
    expect(caseKinds(kiosk)).toEqual([]);
  });

  it.each(["noReply", "expired"] as const)("is left in service when nothing was sent (%s)", (outcome) => {
    const kiosk = kioskAt("depositOpening");
    kiosk.endUnlock(outcome);
    expect(kiosk.screen).toMatchObject({ name: "depositJammed", kind: "boardSilent" });
    expect(kiosk.eventsOf("compartmentTakenOutOfService")).toEqual([]);
  });

  it("is left out until staff have looked when nobody knows what it did", () => {
    const kiosk = kioskAt("depositOpening");
    const failed = kiosk.endUnlock("unresolved");
    expect(kiosk.screen).toMatchObject({ name: "depositJammed", kind: "outcomeUnknown", failed });
    expect(kiosk.contentsOf(failed)).toBe("unchecked");
  });

  it("whose outcome comes when nobody waits for it any more is a case for staff", () => {
    const kiosk = kioskAt("depositOpening");
    kiosk.give({ kind: "restarted", isStale: true });
    expect(kiosk.stepName).toBe("home");
    const asked = kiosk.endUnlock("unresolved");
    expect(caseKinds(kiosk)).toEqual(["outcomeUnknown"]);
    expect(kiosk.eventsOf("compartmentTakenOutOfService")).toMatchObject([{ payload: { compartmentNumber: asked } }]);
  });

  it("jammed in the last compartment leaves a slip with the case number", () => {
    const kiosk = kioskAt("depositJammed", new FlowKiosk({ compartments: 1 }));
    expect(kiosk.expectAt("depositJammed").next).toBeUndefined();
    kiosk.touch({ kind: "openCompartment" });
    expect(kiosk.stepName).toBe("depositJammed");
    kiosk.touch({ kind: "stopWithSlip" });
    expect(kiosk.screen).toEqual({ name: "depositStopped", caseNumber: 1, slip: "printing" });
    kiosk.endPrint();
    expect(kiosk.screen).toMatchObject({ slip: "printed" });
  });

  it("that gives trouble is looked at by staff, and the bag gets another compartment", () => {
    const kiosk = new FlowKiosk();
    const failed = walkToOpenDoor(kiosk);
    kiosk.touch({ kind: "reportTrouble" });
    kiosk.moveDoor(failed, "closed");
    expect(kiosk.screen).toMatchObject({ name: "depositJammed", kind: "trouble", failed });
    kiosk.touch({ kind: "openCompartment" });
    expect(kiosk.endUnlock("opened")).not.toBe(failed);
    expect(kiosk.contentsOf(failed)).toBe("unchecked");
  });

  it("shut while the sensor sees nothing asks the person; the sensor alone proves nothing", () => {
    const kiosk = kioskAt("depositCheck");
    expect(kiosk.screen).toMatchObject({ why: "sensorSaysEmpty" });
    kiosk.touch({ kind: "openAgain" });
    const compartmentNumber = kiosk.endUnlock("opened");
    kiosk.moveDoor(compartmentNumber, "closed");
    kiosk.touch({ kind: "confirmBagInside" });
    expect(kiosk.stepName).toBe("receipt");
  });

  it("that stands open is never confirmed by a touch", () => {
    const kiosk = kioskAt("depositCheck");
    const { compartmentNumber } = kiosk.expectAt("depositCheck").opening;
    kiosk.setDoor(compartmentNumber, { door: "open" });
    kiosk.touch({ kind: "confirmBagInside" });
    expect(kiosk.stepName).toBe("depositOpen");
    expect(kiosk.eventsOf("dossierDeposited")).toEqual([]);
  });

  it("shut by a quick hand before the outcome is through counts as shut", () => {
    const kiosk = kioskAt("depositOpening");
    const { requestId, compartmentNumber } = kiosk.lastUnlock;
    kiosk.give({ kind: "unlockEnded", requestId, compartmentNumber, outcome: "opened" });
    expect(kiosk.stepName).toBe("receipt");
    expect(kiosk.eventsOf("compartmentClosed")).toHaveLength(1);
  });

  it("left open is a case with what was declared, and no deposit", () => {
    const kiosk = kioskAt("depositOpen");
    kiosk.walkAway();
    expect(caseKinds(kiosk)).toEqual(["doorLeftOpen"]);
    expect(kiosk.eventsOf("depositAbandoned")[0]).toMatchObject({
      payload: { reason: "doorLeftOpen", caseNumber: 1 },
      personal: { secondValue: "5678" },
    });
    expect(kiosk.stepName).toBe("home");
  });

  it("shut during the warning is no longer warned about", () => {
    const kiosk = new FlowKiosk();
    const compartmentNumber = walkToOpenDoor(kiosk);
    kiosk.give({ kind: "patienceEnded" });
    expect(kiosk.visit.endsAtMs).toBeDefined();
    kiosk.moveDoor(compartmentNumber, "closed");
    expect(kiosk.visit.endsAtMs).toBeUndefined();
    kiosk.give({ kind: "warningEnded" });
    expect(kiosk.stepName).toBe("receipt");
  });

  it("is not ended by the clock while the board is asked", () => {
    const kiosk = kioskAt("depositOpening");
    kiosk.walkAway();
    expect(kiosk.stepName).toBe("depositOpening");
  });

  it("opened although nobody asked is a case, and its compartment is not offered any more", () => {
    const kiosk = new FlowKiosk();
    kiosk.moveDoor(1, "open");
    kiosk.moveDoor(1, "closed");
    kiosk.moveDoor(1, "open");
    expect(caseKinds(kiosk)).toEqual(["doorForced"]);
    expect(kiosk.contentsOf(1)).toBe("unchecked");
  });
});

describe("a deposit after the program was started again", () => {
  it("at the request: the person is asked, and no pulse is sent by itself", () => {
    const kiosk = kioskAt("depositOpening");
    kiosk.restart();
    expect(kiosk.screen).toMatchObject({ name: "depositCheck", why: "restarted" });
    expect(kiosk.unlocks).toBe(1);
    kiosk.touch({ kind: "openAgain" });
    kiosk.moveDoor(kiosk.endUnlock("opened"), "closed");
    expect(kiosk.stepName).toBe("receipt");
  });

  it("with the door open: it opened, and shutting it confirms", () => {
    const kiosk = kioskAt("depositOpening");
    kiosk.setDoor(kiosk.lastUnlock.compartmentNumber, { door: "open" });
    kiosk.restart();
    expect(kiosk.stepName).toBe("depositOpen");
    kiosk.moveDoor(kiosk.lastUnlock.compartmentNumber, "closed");
    expect(kiosk.stepName).toBe("receipt");
  });

  it("with the door shut meanwhile: the person says whether the bag is inside", () => {
    const kiosk = kioskAt("depositOpen");
    kiosk.setDoor(kiosk.lastUnlock.compartmentNumber, { door: "closed" });
    kiosk.restart();
    expect(kiosk.screen).toMatchObject({ name: "depositCheck", why: "restarted" });
    kiosk.walkAway();
    expect(caseKinds(kiosk)).toEqual(["depositUnfinished"]);
    expect(kiosk.contentsOf(kiosk.lastUnlock.compartmentNumber)).toBe("unchecked");
  });

  it("with a door that opens late: it is no forced door", () => {
    const kiosk = kioskAt("depositOpening");
    kiosk.restart();
    kiosk.moveDoor(kiosk.lastUnlock.compartmentNumber, "open");
    expect(kiosk.stepName).toBe("depositOpen");
    expect(caseKinds(kiosk)).toEqual([]);
  });

  it("at the receipt: the paper is not known to have come out, and can be printed again", () => {
    const kiosk = kioskAt("receipt");
    kiosk.restart();
    expect(kiosk.screen).toMatchObject({ name: "receipt", paper: "unresolved" });
    kiosk.touch({ kind: "printAgain" });
    kiosk.endPrint();
    expect(kiosk.screen).toMatchObject({ paper: "printed", copies: 2 });
    expect(kiosk.eventsOf("dossierDeposited")).toHaveLength(1);
  });
});
