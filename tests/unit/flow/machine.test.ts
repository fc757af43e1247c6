import { describe, expect, it } from "vitest";
import type { PowerStatus } from "#core/interfaces/power.ts";
import { kioskAt } from "#tests/support/everyStep.ts";
import { FlowKiosk } from "#tests/support/flowKiosk.ts";
import { deposit, enterMode, signIn, withResult } from "#tests/support/flowMoves.ts";
import { technician } from "#tests/support/flowWorld.ts";

const power = (status: Partial<PowerStatus>) =>
  ({
    kind: "powerChanged",
    status: { source: "mains", battery: "full", isShuttingDown: false, ...status },
  }) as const;
const tamper = { kind: "safetyChanged", tamper: "active", panic: "calm" } as const;

describe("a tamper alarm", () => {
  it("is raised once and stays, however soon the contact is calm again", () => {
    const kiosk = new FlowKiosk();
    kiosk.give(tamper);
    kiosk.give(tamper);
    kiosk.give({ kind: "safetyChanged", tamper: "calm", panic: "calm" });
    expect(kiosk.eventsOf("alarmRaised")).toMatchObject([{ payload: { alarm: "tamper", caseNumber: 1 } }]);
    expect(kiosk.screen).toMatchObject({ intakeObstacle: "alarm", collectionObstacle: "alarm" });
  });

  it("keeps every door shut: for citizens, for clerks and for technicians", () => {
    const kiosk = new FlowKiosk();
    const { token } = withResult(kiosk);
    deposit(kiosk, { bagLabel: "TUI-0002" });
    const { unlocks } = kiosk;
    kiosk.give(tamper);
    kiosk.touch({ kind: "startIntake" });
    expect(kiosk.screen).toEqual({ name: "intakeClosed", obstacle: "alarm" });
    kiosk.touch({ kind: "back" });
    kiosk.scan(token);
    expect(kiosk.screen).toEqual({ name: "collectionClosed", obstacle: "alarm" });
    kiosk.touch({ kind: "back" });
    signIn(kiosk);
    kiosk.touch({ kind: "startEmptying" });
    expect(kiosk.screen).toMatchObject({ name: "clerkHome", problem: "doorsBlocked" });
    kiosk.touch({ kind: "finishExchange" }, { kind: "finish" });
    enterMode(kiosk);
    kiosk.touch({ kind: "openDoor", compartmentNumber: 4 });
    expect(kiosk.screen).toMatchObject({ name: "technician", problem: "doorsBlocked" });
    expect(kiosk.unlocks).toBe(unlocks);
  });

  it.each(["depositReady", "secondValue", "recipient"] as const)("comes up at %s: no door is asked for", (name) => {
    const kiosk = kioskAt(name);
    const { unlocks } = kiosk;
    kiosk.give(tamper);
    kiosk.touch(
      { kind: "openCompartment" },
      { kind: "enterSecondValue", digits: "5678" },
      { kind: "enterRecipient", secondValue: "5678", phone: "" },
    );
    expect(kiosk.unlocks).toBe(unlocks);
  });

  it("is acknowledged in technician mode, which closes its case and opens the kiosk", () => {
    const kiosk = new FlowKiosk();
    kiosk.give(tamper);
    enterMode(kiosk);
    kiosk.touch({ kind: "acknowledgeAlarm", alarm: "panic" }, { kind: "acknowledgeAlarm", alarm: "tamper" });
    expect(kiosk.eventsOf("alarmAcknowledged")).toMatchObject([
      { payload: { alarm: "tamper", staffId: technician.staffId } },
    ]);
    expect(kiosk.eventsOf("caseClosed")).toMatchObject([{ payload: { caseNumber: 1 } }]);
    kiosk.touch({ kind: "leaveTechnicianMode" });
    expect(kiosk.screen).toMatchObject({ isIntakePossible: true, isCollectionPossible: true });
  });
});

describe("a panic alarm", () => {
  it("is recorded and opens nothing; the kiosk goes on", () => {
    const kiosk = new FlowKiosk();
    kiosk.give({ kind: "safetyChanged", tamper: "notSupported", panic: "active" });
    expect(kiosk.eventsOf("alarmRaised")).toMatchObject([{ payload: { alarm: "panic" } }]);
    expect(kiosk.unlocks).toBe(0);
    expect(kiosk.screen).toMatchObject({ isIntakePossible: true });
  });
});

describe("power", () => {
  it("from the battery keeps intake from beginning; results are given, and what is open is finished", () => {
    const kiosk = kioskAt("depositOpen");
    kiosk.give(power({ source: "battery", battery: "operational" }));
    kiosk.moveDoor(kiosk.lastUnlock.compartmentNumber, "closed");
    expect(kiosk.stepName).toBe("receipt");
    kiosk.touch({ kind: "finish" }, { kind: "finish" });
    expect(kiosk.screen).toMatchObject({ intakeObstacle: "power", isCollectionPossible: true });
    kiosk.touch({ kind: "startIntake" });
    expect(kiosk.screen).toEqual({ name: "intakeClosed", obstacle: "power" });
    kiosk.touch({ kind: "back" }, { kind: "startCollection" });
    expect(kiosk.stepName).toBe("credential");
  });

  it.each([
    ["low", { source: "battery", battery: "low" }],
    ["critical", { source: "battery", battery: "critical" }],
    ["about to be cut", { source: "mains", isShuttingDown: true }],
  ] as const)("that is %s stops intake and collection, and has the log flushed", (_, status) => {
    const kiosk = new FlowKiosk();
    const { token } = withResult(kiosk);
    kiosk.give(power(status));
    expect(kiosk.effects.at(-1)).toEqual({ kind: "flushLog" });
    expect(kiosk.screen).toMatchObject({ intakeObstacle: "power", collectionObstacle: "power" });
    kiosk.scan(token);
    expect(kiosk.screen).toEqual({ name: "collectionClosed", obstacle: "power" });
  });

  it("comes back, and so does the kiosk; what says the same again is not written again", () => {
    const kiosk = new FlowKiosk();
    kiosk.give(power({ source: "battery", battery: "low" }));
    kiosk.give(power({ source: "battery", battery: "low", chargePercent: 17 }));
    kiosk.give(power({}));
    expect(kiosk.eventsOf("powerChanged")).toHaveLength(2);
    expect(kiosk.screen).toMatchObject({ isIntakePossible: true, isCollectionPossible: true });
  });

  it("of which nothing is known closes nothing", () => {
    const kiosk = new FlowKiosk();
    kiosk.give(power({ source: "unknown", battery: "unknown" }));
    expect(kiosk.screen).toMatchObject({ isIntakePossible: true, isCollectionPossible: true });
  });
});
