import { describe, expect, it } from "vitest";
import { kioskAt } from "#tests/support/everyStep.ts";
import { FlowKiosk } from "#tests/support/flowKiosk.ts";
import { deposit, PICKUP_CODE, signIn, walkToOpenResult, withResult } from "#tests/support/flowMoves.ts";
import { FORGED_TOKEN } from "#tests/support/flowWorld.ts";

const wrong = { kind: "enterSecondValue", digits: "0000" } as const;
const right = { kind: "enterSecondValue", digits: "5678" } as const;
const placeOf = (kiosk: FlowKiosk, dossierId: string) => kiosk.log.register.get("dossier", dossierId)?.place.kind;

describe("collecting a result", () => {
  it("by receipt, second value, door and one touch empties the compartment", () => {
    const kiosk = new FlowKiosk();
    const result = withResult(kiosk);
    const compartmentNumber = walkToOpenResult(kiosk, result);
    expect(compartmentNumber).toBe(result.compartmentNumber);
    kiosk.moveDoor(compartmentNumber, "closed");
    kiosk.touch({ kind: "confirmTaken" });
    expect(kiosk.screen).toEqual({ name: "rating", of: "collection", outcome: "collected" });
    expect(kiosk.eventsOf("resultCollected")[0]?.payload).toMatchObject({ isVerified: true, confirmedBy: "person" });
    expect(kiosk.contentsOf(compartmentNumber)).toBe("empty");
    kiosk.touch({ kind: "rate", rating: "verySatisfied" }, { kind: "finish" });
    expect(kiosk.stepName).toBe("home");
    expect(kiosk.eventsOf("visitRated")[0]?.payload).toEqual({ kind: "collection", rating: "verySatisfied" });
    kiosk.scan(result.token);
    expect(kiosk.screen).toMatchObject({ name: "notReady", dossier: { place: "collected" } });
  });

  it("by pickup code", () => {
    const kiosk = new FlowKiosk();
    const { dossierId } = withResult(kiosk);
    kiosk.touch({ kind: "startCollection" }, { kind: "enterPickupCode", code: PICKUP_CODE });
    expect(kiosk.effects.at(-1)).toEqual({ kind: "checkPickupCode", code: PICKUP_CODE });
    expect(kiosk.screen).toMatchObject({ name: "credential", isChecking: true });
    kiosk.give({ kind: "pickupCodeChecked", dossierId, candidateId: dossierId });
    kiosk.touch(right);
    expect(kiosk.stepName).toBe("collectionOpening");
  });

  it("opened and nothing taken stays uncollected", () => {
    const kiosk = kioskAt("collectionConfirm");
    const { dossierId } = kiosk.expectAt("collectionConfirm");
    kiosk.touch({ kind: "confirmNothingTaken" });
    expect(kiosk.screen).toMatchObject({ outcome: "nothingTaken" });
    expect(kiosk.eventsOf("collectionAbandoned")[0]?.payload.reason).toBe("nothingTaken");
    expect(placeOf(kiosk, dossierId)).toBe("compartment");
    expect(kiosk.contentsOf(kiosk.lastUnlock.compartmentNumber)).toBe("result");
  });

  it("left without an answer counts by credential and door, and the compartment is looked into first", () => {
    const kiosk = kioskAt("collectionConfirm");
    kiosk.walkAway();
    expect(kiosk.eventsOf("resultCollected")[0]?.payload).toMatchObject({ isVerified: true, confirmedBy: "nobody" });
    expect(kiosk.contentsOf(kiosk.lastUnlock.compartmentNumber)).toBe("unchecked");
  });

  it("left without an answer stays uncollected where the sensor still sees it", () => {
    const kiosk = kioskAt("collectionConfirm");
    kiosk.setDoor(kiosk.lastUnlock.compartmentNumber, { occupancy: "something" });
    kiosk.walkAway();
    expect(kiosk.eventsOf("resultCollected")).toEqual([]);
    expect(kiosk.eventsOf("collectionAbandoned")).toHaveLength(1);
  });

  it("left with the door open is a case and stays uncollected", () => {
    const kiosk = kioskAt("collectionOpen");
    kiosk.walkAway();
    expect(kiosk.eventsOf("caseOpened")[0]?.payload.kind).toBe("doorLeftOpen");
    expect(kiosk.eventsOf("resultCollected")).toEqual([]);
  });

  it("opens the door again, three times in all", () => {
    const kiosk = kioskAt("collectionConfirm");
    for (let opening = 2; opening <= 3; opening += 1) {
      expect(kiosk.screen).toMatchObject({ canOpenAgain: true });
      kiosk.touch({ kind: "openAgain" });
      kiosk.moveDoor(kiosk.endUnlock("opened"), "closed");
    }
    expect(kiosk.screen).toMatchObject({ name: "collectionConfirm", canOpenAgain: false });
    kiosk.touch({ kind: "openAgain" });
    expect(kiosk.stepName).toBe("collectionConfirm");
  });

  it("from a door that does not open gets a case; a silent board may be asked again, a jammed door not", () => {
    const kiosk = kioskAt("collectionFailed");
    expect(kiosk.screen).toMatchObject({ kind: "boardSilent", canTryAgain: true });
    kiosk.touch({ kind: "openAgain" });
    kiosk.endUnlock("jammed");
    kiosk.endUnlock("jammed");
    expect(kiosk.screen).toMatchObject({ kind: "doorJammed", canTryAgain: false });
    kiosk.touch({ kind: "openAgain" });
    expect(kiosk.stepName).toBe("collectionFailed");
    kiosk.touch({ kind: "stopWithSlip" }, { kind: "stopWithSlip" });
    kiosk.endPrint();
    expect(kiosk.screen).toMatchObject({ slip: "printed" });
    expect(kiosk.eventsOf("printRequested").filter(({ payload }) => payload.document === "caseSlip")).toHaveLength(1);
  });

  it("of a dossier that is not ready says where it is", () => {
    const kiosk = new FlowKiosk();
    kiosk.scan(deposit(kiosk).token);
    expect(kiosk.screen).toMatchObject({ name: "notReady", dossier: { place: "inKiosk" } });
  });
});

describe("a collection after the program was started again", () => {
  it("at the request is unverified even when the person says that they took it", () => {
    const kiosk = kioskAt("collectionOpening");
    kiosk.restart();
    expect(kiosk.stepName).toBe("collectionConfirm");
    kiosk.touch({ kind: "confirmTaken" });
    expect(kiosk.eventsOf("resultCollected")[0]?.payload).toMatchObject({ isVerified: false });
    expect(kiosk.eventsOf("caseOpened")[0]?.payload.kind).toBe("collectionUnverified");
    expect(kiosk.contentsOf(kiosk.lastUnlock.compartmentNumber)).toBe("unchecked");
  });

  it("at the request stays uncollected when nobody answers", () => {
    const kiosk = kioskAt("collectionOpening");
    kiosk.restart();
    kiosk.walkAway();
    expect(kiosk.eventsOf("resultCollected")).toEqual([]);
    expect(kiosk.eventsOf("caseOpened")[0]?.payload.kind).toBe("collectionUnverified");
  });

  it("with the door open goes on, and with the door shut meanwhile asks", () => {
    const kiosk = kioskAt("collectionOpen");
    kiosk.restart();
    expect(kiosk.stepName).toBe("collectionOpen");
    kiosk.setDoor(kiosk.lastUnlock.compartmentNumber, { door: "closed" });
    kiosk.restart();
    kiosk.touch({ kind: "confirmTaken" });
    expect(kiosk.eventsOf("resultCollected")[0]?.payload).toMatchObject({ isVerified: true });
  });

  it("while a code was compared asks for it again", () => {
    const kiosk = kioskAt("credential");
    kiosk.touch({ kind: "enterPickupCode", code: PICKUP_CODE });
    kiosk.restart();
    expect(kiosk.screen).toMatchObject({ name: "credential", isChecking: false });
  });
});

describe("wrong credentials", () => {
  it("count per dossier: the fifth locks it for a day, for whoever comes with it", () => {
    const kiosk = new FlowKiosk();
    const { token } = withResult(kiosk);
    kiosk.scan(token);
    for (let left = 4; left >= 1; left -= 1) {
      kiosk.touch(wrong);
      expect(kiosk.screen).toMatchObject({ name: "secondValue", triesLeft: left, problem: "secondValueWrong" });
    }
    kiosk.touch(wrong);
    const untilMs = kiosk.nowMs + 24 * 3_600_000;
    expect(kiosk.screen).toEqual({ name: "collectionLocked", who: "credential", untilMs });
    kiosk.touch({ kind: "finish" });
    kiosk.scan(token);
    expect(kiosk.stepName).toBe("collectionLocked");
    kiosk.touch({ kind: "finish" });
    kiosk.nowMs = untilMs;
    kiosk.scan(token);
    kiosk.touch(right);
    expect(kiosk.stepName).toBe("collectionOpening");
  });

  it("are forgiven by a clerk", () => {
    const kiosk = kioskAt("collectionLocked");
    const { ticket = "", dossierId } = [...kiosk.log.register.all("dossier")][0] ?? {};
    kiosk.touch({ kind: "finish" });
    signIn(kiosk);
    expect(kiosk.screen).toMatchObject({ locked: [ticket] });
    kiosk.touch({ kind: "unlockCredential", ticket });
    expect(kiosk.eventsOf("credentialUnlocked")[0]?.payload.dossierId).toBe(dossierId);
    expect(kiosk.screen).toMatchObject({ locked: [] });
  });

  it("count per machine: the tenth within a quarter of an hour locks it for everybody", () => {
    const kiosk = new FlowKiosk();
    const { token } = withResult(kiosk);
    kiosk.touch({ kind: "startCollection" });
    for (let tries = 0; tries < 10; tries += 1) {
      kiosk.touch({ kind: "enterPickupCode", code: "00000000" });
      kiosk.give({ kind: "pickupCodeChecked" });
      if (tries < 9) expect(kiosk.screen).toMatchObject({ name: "credential", problem: "codeWrong" });
    }
    const untilMs = kiosk.nowMs + 15 * 60_000;
    expect(kiosk.screen).toEqual({ name: "collectionLocked", who: "machine", untilMs });
    kiosk.touch({ kind: "back" });
    kiosk.scan(token);
    expect(kiosk.screen).toMatchObject({ name: "collectionLocked", who: "machine" });
    kiosk.touch({ kind: "back" });
    kiosk.nowMs = untilMs;
    kiosk.scan(token);
    expect(kiosk.stepName).toBe("secondValue");
  });

  it("of a code whose dossier is known count for that dossier", () => {
    const kiosk = new FlowKiosk();
    const { dossierId } = withResult(kiosk);
    kiosk.touch({ kind: "startCollection" });
    for (let tries = 0; tries < 5; tries += 1) {
      kiosk.touch({ kind: "enterPickupCode", code: "12300000" });
      kiosk.give({ kind: "pickupCodeChecked", candidateId: dossierId });
    }
    expect(kiosk.screen).toMatchObject({ name: "collectionLocked", who: "credential" });
  });

  it("forged receipts get a sentence and count for nothing: they are not guesses", () => {
    const kiosk = new FlowKiosk();
    kiosk.scan(FORGED_TOKEN);
    expect(kiosk.screen).toMatchObject({ name: "credential", problem: "tokenNotValid" });
    expect(kiosk.eventsOf("credentialRejected")).toEqual([]);
  });

  it("open no door while the first code is still being compared", () => {
    const kiosk = kioskAt("credential");
    kiosk.touch({ kind: "enterPickupCode", code: "11111111" }, { kind: "enterPickupCode", code: "22222222" });
    expect(kiosk.effects.filter(({ kind }) => kind === "checkPickupCode")).toHaveLength(1);
  });
});
