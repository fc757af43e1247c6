import { describe, expect, it } from "vitest";
import { startRunner } from "#controller/runner/start.ts";
import { compartmentOf } from "#core/register/register.ts";
import { CITIZEN_CARD, CITIZEN_PHONE } from "#tests/support/flowWorld.ts";
import { breachesOf } from "#tests/support/invariants.ts";
import { RunnerKiosk } from "#tests/support/runnerKiosk.ts";

const typesAfter = (kiosk: RunnerKiosk, seq: number) => kiosk.log.events.slice(seq).map(({ type }) => type);

async function opening(): Promise<RunnerKiosk> {
  const kiosk = await RunnerKiosk.started();
  kiosk.touch({ kind: "startIntake" });
  kiosk.touch({ kind: "chooseProcedure", procedureId: "birth" });
  kiosk.touch({ kind: "confirmPapers" });
  kiosk.touch({ kind: "giveConsent" });
  kiosk.scan(CITIZEN_CARD);
  kiosk.touch({ kind: "enterPhone", phone: CITIZEN_PHONE });
  kiosk.touch({ kind: "confirmPhone" });
  kiosk.scan("TUI-0001");
  kiosk.touch({ kind: "openCompartment" });
  return kiosk;
}

describe("starting the runner", () => {
  it("commissions new compartments once", async () => {
    const kiosk = await RunnerKiosk.started();
    expect(typesAfter(kiosk, 0)).toEqual([
      "kioskStarted",
      ...Array.from({ length: 3 }, () => ["compartmentCommissioned", "compartmentSeenEmpty"]).flat(),
    ]);
    const seq = kiosk.log.lastSeq;
    const again = await RunnerKiosk.started(kiosk);
    expect(typesAfter(again, seq)).toEqual(["kioskStarted"]);
  });

  it("takes nothing that a person asks before old requests are settled", async () => {
    const kiosk = new RunnerKiosk();
    kiosk.boards.isAnswering = false;
    const started = startRunner(kiosk.runner, kiosk.parts);
    await kiosk.clock.advance(3_999);
    expect(kiosk.snapshot.screen).toMatchObject({ name: "home", intakeObstacle: "settling" });
    kiosk.touch({ kind: "startCollection" });
    kiosk.scan("NV1.CLERKCLERK");
    expect(kiosk.screenName).toBe("home");
    await kiosk.clock.until(started);
    kiosk.touch({ kind: "startCollection" });
    expect(kiosk.screenName).toBe("credential");
  });

  it("returns to the step of a visit that was under way, with its preferences and without a warning", async () => {
    const kiosk = await RunnerKiosk.started();
    kiosk.touch({ kind: "startIntake" });
    const preferences = { language: "en", textSize: 3, contrast: "high" } as const;
    kiosk.touch({ kind: "setPreferences", preferences });
    await kiosk.clock.advance(kiosk.parts.timing.patienceMs);
    expect(kiosk.snapshot.endsAtMs).toBeDefined();
    kiosk.runner.stop();
    const { visitId } = kiosk.snapshot;
    const after = await RunnerKiosk.started(kiosk);
    expect(after.snapshot).toMatchObject({ screen: { name: "procedure" }, visitId, preferences });
    expect(after.snapshot.endsAtMs).toBeUndefined();
    await after.clock.advance(after.parts.timing.patienceMs + after.parts.timing.warningMs);
    expect(after.screenName).toBe("home");
  });

  it("settles a request by the open door, and sends no second pulse", async () => {
    const kiosk = await opening();
    kiosk.runner.stop();
    kiosk.boards.readings.set(1, { door: "open", occupancy: "notSupported" });
    const after = await RunnerKiosk.started(kiosk);
    expect(after.screenName).toBe("depositOpen");
    expect(after.boards.commands).toEqual([]);
    after.boards.moveDoor(1, "closed");
    expect(after.screenName).toBe("receipt");
    expect(breachesOf(after.log.events)).toEqual([]);
  });

  it("leaves a request unresolved where the door is shut: the person says what happened", async () => {
    const kiosk = await opening();
    kiosk.runner.stop();
    const after = await RunnerKiosk.started(kiosk);
    expect(after.snapshot.screen).toMatchObject({ name: "depositCheck", why: "restarted" });
    expect(compartmentOf(after.log.register, 1)?.request?.outcome).toBe("unresolved");
    expect(after.boards.commands).toEqual([]);
  });

  it("says nothing of a paper that may or may not have come out", async () => {
    const kiosk = await opening();
    kiosk.boards.endUnlock("opened");
    await kiosk.settle();
    kiosk.boards.moveDoor(1, "closed");
    kiosk.runner.stop();
    const after = await RunnerKiosk.started(kiosk);
    expect(after.snapshot.screen).toMatchObject({ name: "receipt", paper: "unresolved" });
    expect(after.log.events.filter(({ type }) => type === "dossierDeposited")).toHaveLength(1);
  });

  it("notices a door that was shut while no program ran", async () => {
    const kiosk = await opening();
    kiosk.boards.endUnlock("opened");
    await kiosk.settle();
    kiosk.runner.stop();
    kiosk.boards.readings.set(1, { door: "closed", occupancy: "notSupported" });
    const after = await RunnerKiosk.started(kiosk);
    expect(compartmentOf(after.log.register, 1)?.request).toMatchObject({ outcome: "opened", isClosedAgain: true });
  });

  it("settles by an open door only where the sensor is believed", async () => {
    const kiosk = await opening();
    kiosk.runner.stop();
    kiosk.boards.readings.set(1, { door: "open", occupancy: "notSupported" });
    const payload = { compartmentNumber: 1, isFaulty: true, source: "technician", staffId: "KT-03" } as const;
    const draft = { type: "doorSensorDeclared", payload } as const;
    kiosk.log.append({ drafts: [draft], atMs: kiosk.clock.wallMs(), isTimeTrusted: true });
    const after = await RunnerKiosk.started(kiosk);
    expect(compartmentOf(after.log.register, 1)?.request?.outcome).toBe("unresolved");
    expect(after.snapshot.screen).toMatchObject({ name: "depositCheck", why: "restarted" });
  });

  it("does not take an old visit for a young one after a second power cut in the middle of settling", async () => {
    const kiosk = await opening();
    kiosk.runner.stop();
    await kiosk.clock.advance(3_600_000);
    const cut = new RunnerKiosk(kiosk);
    cut.boards.isAnswering = false;
    const { request } = compartmentOf(cut.log.register, 1) ?? {};
    const settled = { kind: "unlockEnded", compartmentNumber: 1, outcome: "unresolved", isRecovered: true } as const;
    cut.runner.submit({ ...settled, requestId: request?.requestId ?? "" });
    cut.runner.stop();
    const after = await RunnerKiosk.started(cut);
    expect(after.screenName).toBe("home");
    expect(typesAfter(after, cut.log.lastSeq - 3)).toEqual(expect.arrayContaining(["caseOpened", "depositAbandoned"]));
    expect(breachesOf(after.log.events)).toEqual([]);
  });

  it("opens without a board that is silent, and takes it back into use when it answers", async () => {
    const kiosk = await opening();
    kiosk.runner.stop();
    const after = new RunnerKiosk(kiosk);
    after.boards.isAnswering = false;
    await after.clock.until(startRunner(after.runner, after.parts));
    expect(after.snapshot.screen).toMatchObject({ name: "depositCheck", why: "restarted" });
    await after.clock.advance(30_000);
    after.boards.isAnswering = true;
    after.boards.moveDoor(1, "open");
    expect(after.screenName).toBe("depositOpen");
    after.boards.moveDoor(1, "closed");
    expect(after.screenName).toBe("receipt");
    expect(after.boards.commands).toEqual([]);
  });

  it("after its stop takes no late outcome", async () => {
    const kiosk = await opening();
    kiosk.runner.stop();
    const seq = kiosk.log.lastSeq;
    kiosk.boards.endUnlock("opened");
    await kiosk.settle();
    expect(kiosk.log.lastSeq).toBe(seq);
  });
});
