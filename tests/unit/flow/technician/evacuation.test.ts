import { describe, expect, it } from "vitest";
import { kioskAt } from "#tests/support/everyStep.ts";
import { FlowKiosk } from "#tests/support/flowKiosk.ts";
import { approve, deposit, enterMode, signIn, withResult } from "#tests/support/flowMoves.ts";
import { clerk, technician } from "#tests/support/flowWorld.ts";
import { breachesOf } from "#tests/support/invariants.ts";

describe("an evacuation", () => {
  it("opens one door at a time, those with dossiers first, and leaves them open", () => {
    const kiosk = kioskAt("evacuationOpening");
    const { compartmentNumber } = kiosk.lastUnlock;
    expect(kiosk.contentsOf(compartmentNumber)).toBe("deposit");
    const { unlocks } = kiosk;
    kiosk.moveDoor(compartmentNumber, "open");
    expect(kiosk.unlocks).toBe(unlocks);
    kiosk.endUnlock("opened");
    expect(kiosk.unlocks).toBe(unlocks + 1);
    expect(kiosk.screen).toMatchObject({ name: "evacuation", isDone: false, secondName: clerk.name });
    expect(breachesOf(kiosk.log.events)).toEqual([]);
  });

  it("goes on over doors that fail, and ends with a list", () => {
    const kiosk = kioskAt("evacuationOpening");
    kiosk.endUnlock("jammed");
    kiosk.endUnlock("opened");
    kiosk.endUnlock("noReply");
    const last = kiosk.endUnlock("opened");
    const { screen } = kiosk;
    expect(screen).toMatchObject({ name: "evacuation", isDone: true });
    const ended = kiosk.eventsOf("evacuationEnded")[0]?.payload;
    expect(ended?.opened).toHaveLength(2);
    expect(ended?.opened).toContain(last);
    expect(ended?.failed).toHaveLength(2);
    kiosk.touch({ kind: "finish" });
    expect(kiosk.stepName).toBe("technicianBench");
  });

  it("asks no board that is silent and no door that stands open already", () => {
    const kiosk = new FlowKiosk();
    kiosk.setSilent(true, 1, 3);
    kiosk.setDoor(2, { door: "open" });
    enterMode(kiosk);
    kiosk.touch({ kind: "startEvacuation" });
    approve(kiosk);
    expect(kiosk.lastUnlock.compartmentNumber).toBe(4);
    kiosk.endUnlock("opened");
    expect(kiosk.eventsOf("evacuationEnded")[0]?.payload).toMatchObject({ opened: [2, 4], failed: [1, 3] });
  });

  it("may be begun by a clerk too, with another member of staff", () => {
    const kiosk = new FlowKiosk();
    deposit(kiosk);
    signIn(kiosk);
    kiosk.touch({ kind: "startEvacuation" });
    approve(kiosk, "technician");
    expect(kiosk.eventsOf("compartmentOpenRequested").at(-1)?.payload).toMatchObject({
      reason: "evacuation",
      staffId: clerk.staffId,
      approvedBy: technician.staffId,
    });
    kiosk.touch({ kind: "stopDoorTest" });
    kiosk.endUnlock("opened");
    expect(kiosk.screen).toMatchObject({ name: "evacuation", isDone: true });
    kiosk.touch({ kind: "finish" });
    expect(kiosk.stepName).toBe("clerkHome");
    expect(breachesOf(kiosk.log.events)).toEqual([]);
  });

  it("takes every opened compartment out of service: a result that may be gone is not given out", () => {
    const kiosk = new FlowKiosk();
    const { token, compartmentNumber } = withResult(kiosk);
    enterMode(kiosk);
    kiosk.touch({ kind: "startEvacuation" });
    approve(kiosk);
    while (kiosk.stepName === "evacuationOpening") kiosk.endUnlock("opened");
    kiosk.touch({ kind: "finish" }, { kind: "leaveTechnicianMode" });
    expect(kiosk.screen).toMatchObject({ freeCompartments: 0 });
    kiosk.scan(token);
    expect(kiosk.screen).toMatchObject({ name: "notReady", dossier: { place: "withStaff" } });
    kiosk.touch({ kind: "finish" });
    signIn(kiosk);
    for (const number of [1, 2, 3, 4]) kiosk.touch({ kind: "returnToService", compartmentNumber: number });
    expect(kiosk.eventsOf("caseClosed")).toHaveLength(1);
    expect(kiosk.contentsOf(compartmentNumber)).toBe("result");
  });

  it("opens no further door after a restart, and its list says what was not opened", () => {
    const kiosk = kioskAt("evacuationOpening");
    const { unlocks } = kiosk;
    kiosk.moveDoor(kiosk.lastUnlock.compartmentNumber, "open");
    kiosk.restart();
    expect(kiosk.stepName).toBe("home");
    expect(kiosk.unlocks).toBe(unlocks);
    expect(kiosk.eventsOf("evacuationEnded")[0]?.payload.failed).toHaveLength(3);
    expect(kiosk.eventsOf("technicianModeLeft")).toMatchObject([{ payload: { reason: "restarted" } }]);
  });

  it("is not kept back by a tamper alarm", () => {
    const kiosk = kioskAt("technicianBench");
    kiosk.give({ kind: "safetyChanged", tamper: "active", panic: "active" });
    kiosk.touch({ kind: "startEvacuation" });
    approve(kiosk);
    expect(kiosk.stepName).toBe("evacuationOpening");
    expect(breachesOf(kiosk.log.events)).toEqual([]);
  });
});
