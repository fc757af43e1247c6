import { describe, expect, it } from "vitest";
import { openCases } from "#core/register/register.ts";
import { kioskAt } from "#tests/support/everyStep.ts";
import { deposit, enterMode } from "#tests/support/flowMoves.ts";
import { technician } from "#tests/support/flowWorld.ts";

describe("a door that a technician opens", () => {
  it("opens without a second person where nothing can lie inside", () => {
    const kiosk = kioskAt("technicianBench");
    kiosk.touch({ kind: "openDoor", compartmentNumber: 3 });
    expect(kiosk.eventsOf("compartmentOpenRequested").at(-1)?.payload).toMatchObject({
      compartmentNumber: 3,
      reason: "maintenance",
      staffId: technician.staffId,
    });
    kiosk.endUnlock("opened");
    expect(kiosk.screen).toMatchObject({ door: { compartmentNumber: 3, phase: "open", round: 1, rounds: 1 } });
    kiosk.touch({ kind: "showSection", section: "wires" });
    expect(kiosk.screen).toMatchObject({ section: "wires", door: { phase: "open" } });
  });

  it("is unchecked afterwards unless the technician says that it is empty", () => {
    const kiosk = kioskAt("technicianAsking");
    expect(kiosk.screen).toMatchObject({ door: { phase: "asking", asks: "isEmpty" } });
    kiosk.touch({ kind: "skipCompartment" });
    expect(kiosk.contentsOf(2)).toBe("unchecked");
    const other = kioskAt("technicianAsking");
    other.touch({ kind: "confirmEmpty" });
    expect(other.contentsOf(2)).toBe("empty");
    expect(other.screen).toMatchObject({ door: { phase: "done" } });
  });

  it("shows its failure and the case; a second try opens no second case", () => {
    const kiosk = kioskAt("technicianBench");
    for (let tries = 0; tries < 2; tries += 1) {
      kiosk.touch({ kind: "openDoor", compartmentNumber: 3 });
      kiosk.endUnlock("jammed");
      kiosk.endUnlock("jammed");
      expect(kiosk.screen).toMatchObject({ door: { phase: "failed", outcome: "jammed", caseNumber: 1 } });
    }
    expect(kiosk.eventsOf("caseOpened")).toHaveLength(1);
    expect(kiosk.unlocks).toBe(4);
  });

  it("is not asked for where its board is silent or nothing is known of it", () => {
    const kiosk = kioskAt("technicianBench");
    kiosk.setSilent(true, 3);
    for (const compartmentNumber of [3, 99]) {
      kiosk.touch({ kind: "openDoor", compartmentNumber });
      expect(kiosk.screen).toMatchObject({ name: "technician", problem: "doorsBlocked" });
    }
    kiosk.commissioning = "running";
    kiosk.touch({ kind: "openDoor", compartmentNumber: 2 });
    expect(kiosk.screen).toMatchObject({ problem: "busy" });
    expect(kiosk.unlocks).toBe(0);
  });

  it("ends the case of a silent board when the technician has seen what is inside", () => {
    const kiosk = kioskAt("technicianBench");
    kiosk.touch({ kind: "openDoor", compartmentNumber: 3 });
    kiosk.endUnlock("noReply");
    expect(openCases(kiosk.log.register).map(({ kind }) => kind)).toEqual(["boardSilent"]);
    kiosk.touch({ kind: "openDoor", compartmentNumber: 3 });
    kiosk.moveDoor(kiosk.endUnlock("opened"), "closed");
    kiosk.touch({ kind: "confirmEmpty" });
    expect(openCases(kiosk.log.register)).toEqual([]);
  });

  it("asks nobody whether a bag is there that a citizen may have left", () => {
    const kiosk = kioskAt("depositOpen");
    const { compartmentNumber } = kiosk.lastUnlock;
    kiosk.walkAway();
    kiosk.moveDoor(compartmentNumber, "closed");
    enterMode(kiosk);
    kiosk.touch({ kind: "openDoor", compartmentNumber });
    expect(kiosk.screen).toMatchObject({ name: "secondPerson", compartmentNumber, purpose: "openOccupied" });
  });
});

describe("a door in which somebody may have left a bag", () => {
  it.each([
    ["after a bag was said to be stuck", { kind: "reportTrouble" }],
    ["after a deposit was cancelled", { kind: "cancel" }],
  ] as const)("opens for a technician only with a second person %s", (_, intent) => {
    const kiosk = kioskAt("depositOpen");
    const { compartmentNumber } = kiosk.lastUnlock;
    kiosk.touch(intent);
    kiosk.moveDoor(compartmentNumber, "closed");
    kiosk.walkAway();
    enterMode(kiosk);
    kiosk.touch({ kind: "openDoor", compartmentNumber });
    expect(kiosk.screen).toMatchObject({ name: "secondPerson", compartmentNumber, purpose: "openOccupied" });
  });
});

describe("a cycle test", () => {
  it("opens and waits for shutting as often as it was asked, and keeps the counts", () => {
    const kiosk = kioskAt("technicianBench");
    kiosk.touch({ kind: "cycleDoor", compartmentNumber: 2, rounds: 3 });
    for (let round = 1; round <= 3; round += 1) {
      expect(kiosk.screen).toMatchObject({ door: { task: "cycle", phase: "opening", round, rounds: 3 } });
      kiosk.moveDoor(kiosk.endUnlock("opened"), "closed");
    }
    expect(kiosk.stepName).toBe("technicianAsking");
    expect(kiosk.eventsOf("doorCycled")).toMatchObject([{ payload: { rounds: 3, opened: 3, failed: 0 } }]);
  });

  it("ends when it is stopped or the door fails, with the counts so far", () => {
    const kiosk = kioskAt("technicianOpen");
    kiosk.touch({ kind: "stopDoorTest" });
    kiosk.moveDoor(2, "closed");
    expect(kiosk.eventsOf("doorCycled")).toMatchObject([{ payload: { opened: 1, failed: 0 } }]);
    const failing = kioskAt("technicianOpen");
    failing.moveDoor(2, "closed");
    failing.endUnlock("noReply");
    expect(failing.eventsOf("doorCycled")).toMatchObject([{ payload: { opened: 1, failed: 1 } }]);
  });

  it("asks for no further round once a tamper alarm stands", () => {
    const kiosk = kioskAt("technicianOpen");
    const { unlocks } = kiosk;
    kiosk.give({ kind: "safetyChanged", tamper: "active", panic: "calm" });
    kiosk.moveDoor(2, "closed");
    expect(kiosk.stepName).toBe("technicianAsking");
    expect(kiosk.unlocks).toBe(unlocks);
  });

  it("goes on at once where the door was shut before its outcome was known", () => {
    const kiosk = kioskAt("technicianOpening");
    const { requestId, compartmentNumber } = kiosk.lastUnlock;
    kiosk.give({ kind: "unlockEnded", requestId, compartmentNumber, outcome: "opened" });
    expect(kiosk.screen).toMatchObject({ door: { phase: "opening", round: 2 } });
  });
});

describe("a compartment that a technician looks after", () => {
  it("goes out of service with a reason and back", () => {
    const kiosk = kioskAt("technicianBench");
    kiosk.touch({ kind: "takeOutOfService", compartmentNumber: 2, reason: "dirty" });
    expect(kiosk.eventsOf("compartmentTakenOutOfService")).toMatchObject([
      { payload: { compartmentNumber: 2, reason: "dirty", staffId: technician.staffId } },
    ]);
    kiosk.touch({ kind: "takeOutOfService", compartmentNumber: 2, reason: "other" });
    expect(kiosk.eventsOf("compartmentTakenOutOfService")).toHaveLength(1);
    kiosk.touch({ kind: "returnToService", compartmentNumber: 2 });
    expect(kiosk.log.register.get("compartment", "2")?.outOfService).toBeUndefined();
  });

  it("with a sensor declared faulty is not used for intake, until it is declared sound again", () => {
    const kiosk = kioskAt("technicianBench");
    kiosk.touch({ kind: "declareSensor", compartmentNumber: 1, isFaulty: true });
    kiosk.touch({ kind: "declareSensor", compartmentNumber: 1, isFaulty: true }, { kind: "leaveTechnicianMode" });
    expect(kiosk.eventsOf("doorSensorDeclared")).toHaveLength(1);
    expect(kiosk.screen).toMatchObject({ freeCompartments: 3 });
    expect(deposit(kiosk).compartmentNumber).not.toBe(1);
    enterMode(kiosk);
    kiosk.touch({ kind: "declareSensor", compartmentNumber: 1, isFaulty: false }, { kind: "leaveTechnicianMode" });
    expect(kiosk.screen).toMatchObject({ freeCompartments: 3 });
  });
});
