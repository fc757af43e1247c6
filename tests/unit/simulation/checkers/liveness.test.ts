import { describe, expect, it } from "vitest";
import { CompartmentsReturn } from "#simulation/checkers/compartmentsReturn.ts";
import { DevicesComeBack } from "#simulation/checkers/devicesComeBack.ts";
import { DoorsAreNoticed } from "#simulation/checkers/doorsAreNoticed.ts";
import { MatterIsShown } from "#simulation/checkers/matterIsShown.ts";
import { RequestsEnd } from "#simulation/checkers/requestsEnd.ts";
import { ScreensAreNotLeft } from "#simulation/checkers/screensAreNotLeft.ts";
import { CheckedScene } from "#tests/support/checkedScene.ts";
import { idOf } from "#tests/support/flowWorld.ts";

const MINUTE_MS = 60_000;

describe("the checker of requests", () => {
  it("finds a request that got no outcome in time, and not one that failed soon", () => {
    const scene = new CheckedScene(new RequestsEnd());
    const requestId = scene.ask(1);
    scene.wait(50_000);
    scene.log({ type: "compartmentOpenFailed", payload: { requestId, compartmentNumber: 1, outcome: "noReply" } });
    scene.ask(2);
    scene.wait(66_000);
    scene.home();
    expect(scene.violations).toEqual([expect.stringContaining("The request for compartment 2")]);
  });

  it("finds a request from before the power went when the kiosk is up again, and waits while it is down", () => {
    const scene = new CheckedScene(new RequestsEnd());
    const requestId = scene.ask(1);
    scene.see({ kind: "powerCut" });
    scene.wait(10 * MINUTE_MS);
    scene.see({ kind: "present", person: "An" });
    expect(scene.violations).toEqual([]);
    scene.see({ kind: "started" });
    expect(scene.violations).toEqual([expect.stringContaining("is up again")]);
    scene.log({ type: "compartmentOpenFailed", payload: { requestId, compartmentNumber: 1, outcome: "unresolved" } });
    scene.see({ kind: "started" });
    expect(scene.violations).toHaveLength(1);
  });
});

describe("the checker of screens", () => {
  it("finds a screen that its person left long ago, and lets somebody who is there take their time", () => {
    const scene = new CheckedScene(new ScreensAreNotLeft());
    scene.present("An");
    scene.screen({ name: "procedure" });
    scene.wait(20 * MINUTE_MS);
    scene.present(undefined);
    expect(scene.violations).toEqual([]);
    scene.wait(16 * MINUTE_MS);
    scene.home();
    expect(scene.violations).toEqual([expect.stringContaining('the screen is "procedure"')]);
  });
});

describe("the checker of doors", () => {
  it("finds a door that stands open unnoticed, and is content once its compartment left service", () => {
    const scene = new CheckedScene(new DoorsAreNoticed(new Set(["boardDead"])));
    scene.door(1, true);
    scene.door(2, true);
    const payload = { compartmentNumber: 1, reason: "doorLeftOpen", caseNumber: 1 } as const;
    scene.log({ type: "compartmentTakenOutOfService", payload });
    scene.wait(16 * MINUTE_MS);
    scene.home();
    scene.home();
    expect(scene.violations).toEqual([expect.stringContaining("The door of compartment 2")]);
  });

  it("waits while no board answers and while somebody is there", () => {
    const scene = new CheckedScene(new DoorsAreNoticed(new Set(["boardDead"])));
    scene.door(1, true);
    scene.see({ kind: "fault", name: "boardDead", phase: "begins" });
    scene.wait(30 * MINUTE_MS);
    scene.see({ kind: "fault", name: "boardDead", phase: "heals" });
    scene.present("An");
    scene.wait(30 * MINUTE_MS);
    scene.present(undefined);
    expect(scene.violations).toEqual([]);
  });
});

describe("the checker of devices that come back", () => {
  it("finds a printer that is not used again, and gives it its time", () => {
    const scene = new CheckedScene(new DevicesComeBack());
    scene.see({ kind: "fault", name: "printerSilent", phase: "begins" });
    scene.home({ isIntakePossible: false, intakeObstacle: "printer" });
    scene.wait(60 * MINUTE_MS);
    scene.see({ kind: "fault", name: "printerSilent", phase: "heals" });
    scene.wait(4 * MINUTE_MS);
    scene.present("An");
    expect(scene.violations).toEqual([]);
    scene.wait(2 * MINUTE_MS);
    scene.present(undefined);
    expect(scene.violations).toEqual([expect.stringContaining("still does without its printer")]);
  });

  it("finds a link that stays down, and does not mind a full cabinet", async () => {
    const scene = new CheckedScene(new DevicesComeBack());
    scene.home({ isIntakePossible: false, intakeObstacle: "full" });
    expect(await scene.end()).toBeUndefined();
    scene.screen({ name: "notices" }, "visit", "offline");
    expect(await scene.end()).toContain("without its back office");
  });
});

describe("the checker of the last round", () => {
  it("finds a compartment that is not in use again, and lets be what is broken", async () => {
    const scene = new CheckedScene(new CompartmentsReturn((compartmentNumber) => compartmentNumber === 2));
    for (const compartmentNumber of [1, 2])
      scene.log({ type: "compartmentTakenOutOfService", payload: { compartmentNumber, reason: "doorJammed" } });
    expect(await scene.end()).toContain("compartment 1 is still out of service");
    scene.log({ type: "compartmentReturnedToService", payload: { compartmentNumber: 1, staffId: "KT-01" } });
    expect(await scene.end()).toBeUndefined();
  });

  it("finds a case about the machine that nobody can close, and not one about a dossier", async () => {
    const scene = new CheckedScene(new CompartmentsReturn(() => false));
    scene.log({ type: "caseOpened", payload: { caseNumber: 1, kind: "discrepancy", compartmentNumber: 1 } });
    expect(await scene.end()).toBeUndefined();
    scene.log({ type: "caseOpened", payload: { caseNumber: 2, kind: "boardSilent", compartmentNumber: 1 } });
    expect(await scene.end()).toContain("case 2 (boardSilent) is still open");
  });
});

describe("the checker of what a person sees after a power cut", () => {
  function cutDuring(isDurable: boolean): CheckedScene {
    const scene = new CheckedScene(new MatterIsShown());
    scene.present("An");
    scene.screen({ name: "collectionOpening", compartmentNumber: 1 });
    if (isDurable) scene.ask(1, { reason: "collection" });
    scene.see({ kind: "powerCut" });
    scene.wait(MINUTE_MS);
    scene.see({ kind: "started" });
    return scene;
  }

  it("finds the idle screen before somebody whose door was asked for", () => {
    const scene = cutDuring(true);
    scene.home();
    expect(scene.violations).toEqual([expect.stringContaining("now sees the idle screen")]);
  });

  it("is content with a screen about the matter, or when nothing was durable, or nobody waits", () => {
    const shown = cutDuring(true);
    shown.screen({ name: "collectionConfirm", compartmentNumber: 1, canOpenAgain: true });
    shown.home();
    const nothing = cutDuring(false);
    nothing.home();
    const gone = cutDuring(true);
    gone.present(undefined);
    gone.home();
    expect([...shown.violations, ...nothing.violations, ...gone.violations]).toEqual([]);
  });

  it("takes a screen that stood there while the kiosk settled for the answer", () => {
    const scene = new CheckedScene(new MatterIsShown());
    scene.present("An");
    scene.screen({ name: "collectionOpening", compartmentNumber: 1 });
    scene.ask(1, { reason: "collection" });
    scene.see({ kind: "powerCut" });
    scene.wait(MINUTE_MS);
    scene.screen({ name: "rating", of: "collection", outcome: "collected" });
    scene.see({ kind: "started" });
    scene.home();
    expect(scene.violations).toEqual([]);
  });

  it("does not ask for the bench again, which ends with the restart", () => {
    const scene = new CheckedScene(new MatterIsShown());
    scene.present("KT-201");
    scene.screen({ name: "technicianEntering", staffName: "Minh", waitingFor: [], isOverdue: false });
    const visitId = idOf("visit");
    scene.log({ type: "technicianModeEntered", payload: { visitId, staffId: "KT-201" } });
    scene.see({ kind: "powerCut" });
    scene.wait(MINUTE_MS);
    scene.log({ type: "technicianModeLeft", payload: { visitId, staffId: "KT-201", reason: "restarted" } });
    scene.see({ kind: "started" });
    scene.home();
    expect(scene.violations).toEqual([]);
  });
});
