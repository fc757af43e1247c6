import { describe, expect, it } from "vitest";
import { CITIZEN_CARD, CITIZEN_PHONE, CLERK_CARD, timing } from "#tests/support/flowWorld.ts";
import { breachesOf } from "#tests/support/invariants.ts";
import { RunnerKiosk } from "#tests/support/runnerKiosk.ts";

/** From the idle screen to the compartment that is shown. */
function walkToDoor(kiosk: RunnerKiosk): void {
  kiosk.touch({ kind: "startIntake" });
  kiosk.touch({ kind: "chooseProcedure", procedureId: "birth" });
  kiosk.touch({ kind: "confirmPapers" });
  kiosk.touch({ kind: "giveConsent" });
  kiosk.scan(CITIZEN_CARD);
  kiosk.touch({ kind: "enterPhone", phone: CITIZEN_PHONE });
  kiosk.touch({ kind: "confirmPhone" });
  kiosk.scan("TUI-0001");
}

async function atOpenDoor(): Promise<RunnerKiosk> {
  const kiosk = await RunnerKiosk.started();
  walkToDoor(kiosk);
  kiosk.touch({ kind: "openCompartment" });
  kiosk.boards.endUnlock("opened");
  await kiosk.settle();
  return kiosk;
}

describe("the runner", () => {
  it("takes a deposit from the first touch to the receipt", async () => {
    const kiosk = await atOpenDoor();
    expect(kiosk.screenName).toBe("depositOpen");
    kiosk.boards.moveDoor(1, "closed");
    expect(kiosk.snapshot.screen).toMatchObject({ name: "receipt", paper: "printing" });
    await kiosk.settle();
    expect(kiosk.snapshot.screen).toMatchObject({ name: "receipt", paper: "printed" });
    expect(breachesOf(kiosk.log.events)).toEqual([]);
    kiosk.touch({ kind: "finish" });
    kiosk.touch({ kind: "finish" });
    expect(kiosk.screenName).toBe("home");
    expect(kiosk.log.readVisit()).toBeUndefined();
  });

  it("commits first, publishes then, and acts last", async () => {
    const kiosk = await RunnerKiosk.started();
    walkToDoor(kiosk);
    const seen: unknown[] = [];
    kiosk.boards.onCommand = ({ requestId }) => {
      const isDurable = kiosk.log.events.some(
        ({ type, payload }) => type === "compartmentOpenRequested" && payload.requestId === requestId,
      );
      seen.push({ isDurable, stored: kiosk.log.readVisit()?.includes(requestId), screen: kiosk.snapshot.screen });
    };
    kiosk.touch({ kind: "openCompartment" });
    const screen = { name: "depositReady", compartmentNumber: 1, isOpening: true, wantsLow: false };
    expect(seen).toEqual([{ isDurable: true, stored: true, screen }]);
  });

  it("ignores an intent that answers an earlier step, or a snapshot that this program never published", async () => {
    const kiosk = await RunnerKiosk.started();
    const atHome = kiosk.snapshot.revision;
    kiosk.touch({ kind: "startIntake" });
    kiosk.runner.submitIntent(atHome, { kind: "back" });
    expect(kiosk.screenName).toBe("procedure");
    kiosk.runner.submitIntent(kiosk.snapshot.revision + 1, { kind: "back" });
    expect(kiosk.screenName).toBe("procedure");
    kiosk.runner.submitIntent(atHome, {
      kind: "setPreferences",
      preferences: { language: "en", textSize: 2, contrast: "normal" },
    });
    expect(kiosk.snapshot.preferences.language).toBe("en");
  });

  it("publishes nothing when nothing changed", async () => {
    const kiosk = await RunnerKiosk.started();
    const { length } = kiosk.snapshots;
    kiosk.runner.publish();
    kiosk.touch({ kind: "back" });
    kiosk.boards.moveDoor(2, "closed");
    await kiosk.clock.advance(1_000);
    kiosk.runner.publish();
    expect(kiosk.snapshots).toHaveLength(length);
    kiosk.runner.setNetwork("online");
    expect(kiosk.snapshots).toHaveLength(length + 1);
    expect(kiosk.snapshot.revision).toBe((kiosk.snapshots.at(-2)?.revision ?? 0) + 1);
  });

  it("keeps a visit out of the log and forgets it at its end", async () => {
    const kiosk = await RunnerKiosk.started();
    const events = kiosk.log.lastSeq;
    walkToDoor(kiosk);
    expect(kiosk.log.lastSeq).toBe(events);
    expect(kiosk.log.readVisit()).toContain("depositReady");
    kiosk.touch({ kind: "cancel" });
    expect(kiosk.log.readVisit()).toBeUndefined();
  });

  it("gives the answer to one person's code to nobody else", async () => {
    const kiosk = await RunnerKiosk.started();
    const answers: ((isRight: boolean) => void)[] = [];
    const isPickupCode = () => new Promise<boolean>((resolve) => answers.push(resolve));
    Object.assign(kiosk.parts.credentials, { isPickupCode });
    kiosk.touch({ kind: "startCollection" }, { kind: "enterPickupCode", code: "11111111" }, { kind: "cancel" });
    kiosk.touch({ kind: "startCollection" }, { kind: "enterPickupCode", code: "22222222" });
    answers[0]?.(false);
    await kiosk.settle();
    expect(kiosk.snapshot.screen).toMatchObject({ name: "credential", isChecking: true });
    answers[1]?.(false);
    await kiosk.settle();
    expect(kiosk.snapshot.screen).toMatchObject({ name: "credential", problem: "codeWrong" });
    expect(kiosk.log.events.filter(({ type }) => type === "credentialRejected")).toHaveLength(1);
  });

  it("takes no more than a thousand inputs at once and says so", async () => {
    const kiosk = await RunnerKiosk.started();
    kiosk.runner.onEvents(() => {
      for (let more = 0; more < 1_001; more += 1) kiosk.runner.submit({ kind: "warningEnded" });
    });
    kiosk.boards.moveDoor(3, "open");
    expect(kiosk.errors.some((message) => message.startsWith("Too many inputs"))).toBe(true);
  });
});

describe("the runner's clock", () => {
  it("warns after the step's patience and ends the visit after the warning", async () => {
    const kiosk = await RunnerKiosk.started();
    kiosk.touch({ kind: "startIntake" });
    await kiosk.clock.advance(timing.patienceMs - 1);
    expect(kiosk.snapshot.endsAtMs).toBeUndefined();
    await kiosk.clock.advance(1);
    expect(kiosk.snapshot.endsAtMs).toBe(kiosk.clock.wallMs() + timing.warningMs);
    await kiosk.clock.advance(timing.warningMs);
    expect(kiosk.screenName).toBe("home");
  });

  it("starts anew with every touch", async () => {
    const kiosk = await RunnerKiosk.started();
    kiosk.touch({ kind: "startIntake" });
    await kiosk.clock.advance(timing.patienceMs);
    kiosk.touch({ kind: "keepAlive" });
    expect(kiosk.snapshot.endsAtMs).toBeUndefined();
    await kiosk.clock.advance(timing.patienceMs - 1);
    expect(kiosk.screenName).toBe("procedure");
  });

  it("is not put off by a device while the warning is up", async () => {
    const kiosk = await RunnerKiosk.started();
    walkToDoor(kiosk);
    kiosk.touch({ kind: "back" });
    await kiosk.clock.advance(timing.patienceMs);
    const { endsAtMs } = kiosk.snapshot;
    await kiosk.clock.advance(timing.warningMs - 1);
    kiosk.boards.moveDoor(3, "open");
    expect(kiosk.snapshot.endsAtMs).toBe(endsAtMs);
    await kiosk.clock.advance(1);
    expect(kiosk.screenName).toBe("home");
  });

  it("takes back a language that somebody left at the idle screen", async () => {
    const kiosk = await RunnerKiosk.started();
    const preferences = { language: "zh", textSize: 4, contrast: "high" } as const;
    kiosk.touch({ kind: "setPreferences", preferences });
    await kiosk.clock.advance(timing.patienceMs);
    expect(kiosk.snapshot.preferences.language).toBe("vi");
    const { length } = kiosk.snapshots;
    await kiosk.clock.advance(10 * timing.patienceMs);
    expect(kiosk.snapshots).toHaveLength(length);
  });

  it("waits for a board as long as it takes", async () => {
    const kiosk = await RunnerKiosk.started();
    walkToDoor(kiosk);
    kiosk.touch({ kind: "openCompartment" });
    await kiosk.clock.advance(10 * timing.patienceMs);
    kiosk.boards.endUnlock("opened");
    await kiosk.settle();
    expect(kiosk.screenName).toBe("depositOpen");
  });
});

describe("staff at the runner", () => {
  it("sign in with the slow check of the PIN in between", async () => {
    const kiosk = await RunnerKiosk.started();
    kiosk.scan(CLERK_CARD);
    kiosk.touch({ kind: "enterPin", pin: "0000" });
    await kiosk.settle();
    expect(kiosk.snapshot.screen).toMatchObject({ name: "pin", problem: "pinWrong", triesLeft: 4 });
    kiosk.touch({ kind: "enterPin", pin: "2468" });
    await kiosk.settle();
    expect(kiosk.screenName).toBe("clerkHome");
  });
});
