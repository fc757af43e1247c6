import { describe, expect, it } from "vitest";
import { kioskAt } from "#tests/support/everyStep.ts";
import { FlowKiosk } from "#tests/support/flowKiosk.ts";
import { enterMode, signIn } from "#tests/support/flowMoves.ts";
import { technician, timing } from "#tests/support/flowWorld.ts";

describe("entering technician mode", () => {
  it("waits until the page and every other client have stepped aside", () => {
    const kiosk = new FlowKiosk();
    kiosk.clients = ["sync", "control"];
    signIn(kiosk, "technician");
    expect(kiosk.screen).toEqual({
      name: "technicianEntering",
      staffName: technician.name,
      waitingFor: ["page", "sync", "control"],
      isOverdue: false,
    });
    expect(kiosk.effects.slice(-2)).toEqual([
      { kind: "askClients" },
      { kind: "awaitClients", forMs: timing.clientsMs },
    ]);
    kiosk.touch({ kind: "acknowledgeTechnicianMode" });
    expect(kiosk.eventsOf("technicianModeEntered")).toEqual([]);
    kiosk.give({ kind: "clientsAcknowledged", clients: ["sync", "control"] });
    expect(kiosk.screen).toMatchObject({ name: "technician", section: "cabinet" });
    expect(kiosk.eventsOf("technicianModeEntered")).toMatchObject([{ payload: { staffId: technician.staffId } }]);
  });

  it("says who did not step aside in time, and asks once more", () => {
    const kiosk = new FlowKiosk();
    kiosk.clients = ["sync", "control"];
    signIn(kiosk, "technician");
    kiosk.touch({ kind: "acknowledgeTechnicianMode" }, { kind: "finish" });
    kiosk.give({ kind: "clientsAcknowledged", clients: ["sync"] });
    kiosk.give({ kind: "clientsOverdue" });
    expect(kiosk.screen).toMatchObject({ waitingFor: ["control"], isOverdue: true });
    const asked = kiosk.effects.length;
    kiosk.touch({ kind: "finish" });
    expect(kiosk.screen).toMatchObject({ waitingFor: ["control"], isOverdue: false });
    expect(kiosk.effects.slice(asked).map(({ kind }) => kind)).toEqual(["askClients", "awaitClients"]);
    kiosk.touch({ kind: "back" });
    expect(kiosk.stepName).toBe("home");
    expect(kiosk.eventsOf("technicianModeLeft")).toEqual([]);
  });

  it("opens no exchange, and none of a clerk's work is there", () => {
    const kiosk = kioskAt("technicianBench");
    kiosk.touch({ kind: "startEmptying" }, { kind: "startLoading" }, { kind: "startInspection" });
    expect(kiosk.stepName).toBe("technicianBench");
    expect(kiosk.unlocks).toBe(0);
    expect(kiosk.eventsOf("exchangeOpened")).toEqual([]);
  });

  it("begins with commissioning where the kiosk has no compartment", () => {
    const kiosk = new FlowKiosk({ compartments: 0 });
    kiosk.commissioning = "idle";
    expect(kiosk.screen).toMatchObject({
      name: "home",
      intakeObstacle: "notCommissioned",
      collectionObstacle: "notCommissioned",
    });
    kiosk.touch({ kind: "startCollection" });
    expect(kiosk.screen).toEqual({ name: "collectionClosed", obstacle: "notCommissioned" });
    kiosk.touch({ kind: "back" });
    enterMode(kiosk);
    expect(kiosk.screen).toMatchObject({ section: "commissioning", canCommission: true });
    kiosk.touch({ kind: "commission", step: { kind: "begin" } });
    expect(kiosk.effects.at(-1)).toEqual({
      kind: "commission",
      step: { kind: "begin" },
      staffId: technician.staffId,
    });
  });
});

describe("leaving technician mode", () => {
  it.each([
    ["asked", (kiosk: FlowKiosk) => kiosk.touch({ kind: "leaveTechnicianMode" })],
    ["inactive", (kiosk: FlowKiosk) => kiosk.walkAway()],
    ["restarted", (kiosk: FlowKiosk) => kiosk.restart()],
  ] as const)("is written down: %s", (reason, leave) => {
    const kiosk = kioskAt("technicianBench");
    leave(kiosk);
    expect(kiosk.stepName).toBe("home");
    expect(kiosk.eventsOf("technicianModeLeft")).toMatchObject([{ payload: { reason, staffId: technician.staffId } }]);
  });

  it("with a door open leaves a case, and the compartment out of service", () => {
    const kiosk = kioskAt("technicianOpen");
    kiosk.walkAway();
    expect(kiosk.eventsOf("caseOpened")).toMatchObject([{ payload: { kind: "doorLeftOpen", compartmentNumber: 2 } }]);
    expect(kiosk.eventsOf("compartmentTakenOutOfService")).toMatchObject([{ payload: { reason: "doorLeftOpen" } }]);
  });

  it("ends while a second person is asked, and no door opens after a restart", () => {
    const kiosk = kioskAt("secondPerson");
    const { unlocks } = kiosk;
    kiosk.restart();
    expect(kiosk.stepName).toBe("home");
    expect(kiosk.unlocks).toBe(unlocks);
    expect(kiosk.eventsOf("technicianModeLeft")).toHaveLength(1);
  });
});
