import { describe, expect, it } from "vitest";
import { CITIZEN_CARD, CITIZEN_PHONE } from "#tests/support/flowWorld.ts";
import { breachesOf } from "#tests/support/invariants.ts";
import { RunnerKiosk } from "#tests/support/runnerKiosk.ts";

const full = new Error("database or disk is full");
const RETRY_MS = 2_000;

async function atDoor(): Promise<RunnerKiosk> {
  const kiosk = await RunnerKiosk.started();
  kiosk.touch({ kind: "startIntake" });
  kiosk.touch({ kind: "chooseProcedure", procedureId: "birth" });
  kiosk.touch({ kind: "confirmPapers" });
  kiosk.touch({ kind: "giveConsent" });
  kiosk.scan(CITIZEN_CARD);
  kiosk.touch({ kind: "enterPhone", phone: CITIZEN_PHONE });
  kiosk.touch({ kind: "confirmPhone" });
  kiosk.scan("TUI-0001");
  return kiosk;
}

describe("a disk that takes no more", () => {
  it("closes intake, and opens it again by itself when there is room", async () => {
    const kiosk = await RunnerKiosk.started();
    kiosk.log.failure = full;
    kiosk.touch({ kind: "startIntake" });
    expect(kiosk.snapshot.screen).toMatchObject({ name: "home", isIntakePossible: false, intakeObstacle: "log" });
    await kiosk.clock.advance(5 * RETRY_MS);
    expect(kiosk.snapshot.screen).toMatchObject({ intakeObstacle: "log" });
    kiosk.log.failure = undefined;
    await kiosk.clock.advance(RETRY_MS);
    expect(kiosk.snapshot.screen).toMatchObject({ name: "home", isIntakePossible: true });
    expect(kiosk.log.readVisit()).toBeUndefined();
  });

  it("opens no door, and the person may ask again when there is room", async () => {
    const kiosk = await atDoor();
    kiosk.log.failure = full;
    kiosk.touch({ kind: "openCompartment" });
    expect(kiosk.boards.commands).toEqual([]);
    expect(kiosk.screenName).toBe("depositReady");
    kiosk.log.failure = undefined;
    await kiosk.clock.advance(RETRY_MS);
    expect(kiosk.boards.commands).toEqual([]);
    kiosk.touch({ kind: "openCompartment" });
    expect(kiosk.boards.commands).toHaveLength(1);
  });

  it("loses no outcome of a door: it is taken when there is room", async () => {
    const kiosk = await atDoor();
    kiosk.touch({ kind: "openCompartment" });
    kiosk.log.failure = full;
    kiosk.boards.endUnlock("opened");
    await kiosk.settle();
    kiosk.boards.moveDoor(1, "closed");
    kiosk.touch({ kind: "cancel" });
    expect(kiosk.snapshot.screen).toMatchObject({ name: "depositReady", isOpening: true });
    expect(kiosk.printer.printed).toBe(0);
    kiosk.log.failure = undefined;
    await kiosk.clock.advance(RETRY_MS);
    expect(kiosk.screenName).toBe("receipt");
    expect(kiosk.printer.printed).toBe(1);
    expect(breachesOf(kiosk.log.events)).toEqual([]);
  });

  it("is known to be well only when it has taken something", async () => {
    const kiosk = await RunnerKiosk.started();
    kiosk.log.failure = full;
    kiosk.touch({ kind: "startIntake" });
    kiosk.touch({ kind: "keepAlive" });
    kiosk.boards.moveDoor(2, "closed");
    expect(kiosk.snapshot.screen).toMatchObject({ intakeObstacle: "log" });
  });
});
