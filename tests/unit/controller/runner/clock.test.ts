import { describe, expect, it } from "vitest";
import { createTimekeeper } from "#controller/time/timekeeper.ts";
import { timing } from "#tests/support/flowWorld.ts";
import { ManualClock } from "#tests/support/manualClock.ts";
import { RunnerKiosk } from "#tests/support/runnerKiosk.ts";

const hour = 3_600_000;
const clockEvents = (kiosk: RunnerKiosk) =>
  kiosk.log.events.flatMap(({ type, payload }) => (type === "clockJudged" ? [payload] : []));

describe("the runner and the clock", () => {
  it("writes a step down before what is decided with the clock that was set", async () => {
    const kiosk = await RunnerKiosk.started();
    const seq = kiosk.log.lastSeq;
    kiosk.clockNews.push({ steppedByMs: hour, trust: "untrusted" });
    kiosk.runner.submit({ kind: "safetyChanged", tamper: "calm", panic: "active" });
    expect(kiosk.log.events.slice(seq).map(({ type }) => type)).toEqual(["clockJudged", "caseOpened", "alarmRaised"]);
  });

  it("looks at it while nobody is there, until it stops", async () => {
    const kiosk = await RunnerKiosk.started();
    kiosk.clockNews.push({ steppedByMs: -hour, trust: "plausible" });
    await kiosk.clock.advance(10_000);
    expect(clockEvents(kiosk)).toEqual([{ steppedByMs: -hour, trust: "plausible" }]);
    kiosk.runner.stop();
    kiosk.clockNews.push({ steppedByMs: hour, trust: "plausible" });
    await kiosk.clock.advance(60_000);
    expect(clockEvents(kiosk)).toHaveLength(1);
  });

  it("ends a warned step when it was said, however the clock is set meanwhile", async () => {
    const kiosk = await RunnerKiosk.started();
    kiosk.touch({ kind: "startIntake" });
    await kiosk.clock.advance(timing.patienceMs);
    await kiosk.clock.advance(timing.warningMs / 2);
    kiosk.clock.stepWall(-90 * 24 * hour);
    kiosk.clockNews.push({ steppedByMs: -90 * 24 * hour, trust: "untrusted" });
    kiosk.runner.lookAtClock();
    const { endsAtMs = 0, nowMs } = kiosk.snapshot;
    expect(endsAtMs - nowMs).toBe(timing.warningMs / 2);
    await kiosk.clock.advance(timing.warningMs / 2 - 1);
    expect(kiosk.screenName).toBe("procedure");
    await kiosk.clock.advance(1);
    expect(kiosk.screenName).toBe("home");
  });

  it("shows the visit again where nobody knows how long the program was away", async () => {
    const kiosk = await RunnerKiosk.started();
    kiosk.touch({ kind: "startIntake" });
    kiosk.runner.stop();
    kiosk.clock.stepWall(40 * 365 * 24 * hour);
    const after = new RunnerKiosk(kiosk);
    after.isTimeTrusted = false;
    expect(after.runner.isVisitStale).toBe(false);
    after.isTimeTrusted = true;
    expect(after.runner.isVisitStale).toBe(true);
  });

  it("says on the screen that the time is doubtful", async () => {
    const kiosk = await RunnerKiosk.started();
    expect(kiosk.snapshot.isTimeDoubtful).toBeUndefined();
    kiosk.isTimeTrusted = false;
    kiosk.runner.publish();
    expect(kiosk.snapshot).toMatchObject({ isTimeDoubtful: true });
  });
});

describe("the timekeeper", () => {
  const NOW = Date.UTC(2026, 10, 20, 12);

  it("tells each step once, and nothing where nothing happened", async () => {
    const clock = new ManualClock(NOW);
    const time = createTimekeeper({ clock, history: {} });
    expect([time.takeNews(), time.isTrusted(), time.isConfirmed()]).toEqual([undefined, true, false]);
    clock.stepWall(40 * 24 * hour);
    // Whoever asks in between does not swallow the step.
    expect(time.isTrusted()).toBe(false);
    expect(time.takeNews()).toEqual({ steppedByMs: 40 * 24 * hour, trust: "untrusted" });
    await clock.advance(hour);
    expect(time.takeNews()).toBeUndefined();
  });

  it("reads the mark again as soon as the clock was set", async () => {
    const clock = new ManualClock(0);
    let mark: number | undefined;
    const time = createTimekeeper({ clock, history: {}, timeMark: () => mark });
    expect(time.facts()).toMatchObject({ trust: "untrusted", reason: "beforeRelease" });
    await clock.advance(1_000);
    clock.stepWall(NOW);
    mark = clock.wallMs();
    expect(time.isConfirmed()).toBe(true);
    expect(time.facts()).toMatchObject({ trust: "confirmed", reason: "timeService", nowMs: NOW + 1_000 });
  });

  it("starts from what the log says, and tells when that has changed", () => {
    const clock = new ManualClock(NOW);
    const history = { newest: { atMs: NOW - hour, isTimeTrusted: true }, newestTrustedMs: NOW - hour };
    expect(createTimekeeper({ clock, history }).takeNews()).toBeUndefined();
    const told = createTimekeeper({ clock, history: { ...history, trust: "confirmed" } });
    expect(told.takeNews()).toEqual({ steppedByMs: 0, trust: "plausible" });
    expect(told.takeNews()).toBeUndefined();
  });

  it("hears the back office, and lets it move nothing", () => {
    const clock = new ManualClock(NOW);
    const time = createTimekeeper({ clock, history: {} });
    time.noteOffice(Date.UTC(2100, 0, 1));
    expect(time.trust()).toBe("plausible");
    time.noteOffice(NOW + 30_000);
    expect(time.trust()).toBe("confirmed");
    expect(clock.wallMs()).toBe(NOW);
  });
});
