import { describe, expect, it } from "vitest";
import { kioskAt } from "#tests/support/everyStep.ts";
import { FlowKiosk } from "#tests/support/flowKiosk.ts";
import { deposit, emptyAll, signIn, walkToOpenDoor, withResult } from "#tests/support/flowMoves.ts";
import { CLERK_CARD, clerk, timing } from "#tests/support/flowWorld.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The wall clock is set, and the judge says so. */
function step(kiosk: FlowKiosk, steppedByMs: number): void {
  kiosk.nowMs += steppedByMs;
  kiosk.give({ kind: "clockJudged", steppedByMs, trust: Math.abs(steppedByMs) > hour ? "untrusted" : "plausible" });
}

function wrongDigits(kiosk: FlowKiosk, tries: number): void {
  for (let wrong = 0; wrong < tries; wrong += 1) kiosk.touch({ kind: "enterSecondValue", digits: "0000" });
}

describe("a deposit while the machine's time is not trusted", () => {
  it("bears a ticket and no date, and no deadline runs from it", () => {
    const kiosk = new FlowKiosk({ startMs: 60_000 });
    kiosk.isTimeTrusted = false;
    kiosk.moveDoor(walkToOpenDoor(kiosk), "closed");
    const { ticket, times } = kiosk.expectAt("receipt");
    expect(ticket).toMatch(/^0427/);
    expect(times).toEqual({});
    expect(kiosk.screen).toMatchObject({ name: "receipt", ticket, times: {} });
    expect(kiosk.eventsOf("dossierDeposited")).toMatchObject([{ payload: { ticket, times: {} } }]);
  });

  it("is asked for by its ticket's number: a deposit with a due day first, then in the order of tickets", () => {
    const kiosk = new FlowKiosk({ startMs: 60_000 });
    kiosk.isTimeTrusted = false;
    const undated = deposit(kiosk, { bagLabel: "TUI-0001" });
    const later = deposit(kiosk, { bagLabel: "TUI-0002" });
    kiosk.isTimeTrusted = true;
    kiosk.nowMs = Date.UTC(2026, 10, 14);
    const dated = deposit(kiosk, { bagLabel: "TUI-0003" });
    signIn(kiosk);
    const deposits = kiosk.screen.name === "clerkHome" ? kiosk.screen.deposits : [];
    expect(deposits.map(({ ticket }) => ticket)).toEqual([dated.ticket, undated.ticket, later.ticket]);
  });

  it("whose door jams is told of without a time of day", () => {
    const kiosk = new FlowKiosk();
    kiosk.isTimeTrusted = false;
    const { compartmentNumber } = kioskAt("depositOpening", kiosk).expectAt("depositOpening").opening;
    kiosk.endUnlock("jammed");
    kiosk.endUnlock("jammed");
    expect(kiosk.screen).toMatchObject({ name: "depositJammed", failed: compartmentNumber });
    expect(kiosk.expectAt("depositJammed").atMs).toBeUndefined();
  });
});

describe("order", () => {
  it("of two deposits in the same bag comes from their numbers, whatever the clock said", () => {
    const kiosk = new FlowKiosk();
    deposit(kiosk, { bagLabel: "TUI-0009" });
    signIn(kiosk);
    emptyAll(kiosk);
    kiosk.touch({ kind: "finishExchange" }, { kind: "finish" });
    step(kiosk, -3 * day);
    const second = deposit(kiosk, { bagLabel: "TUI-0009" });
    kiosk.touch({ kind: "startLookup" });
    kiosk.scan("TUI-0009");
    expect(kiosk.screen).toMatchObject({ name: "lookupResult", dossier: { ticket: second.ticket } });
  });
});

describe("a lock-out of wrong digits", () => {
  function locked(): { kiosk: FlowKiosk; token: string } {
    const kiosk = new FlowKiosk();
    const { token } = withResult(kiosk);
    kiosk.scan(token);
    wrongDigits(kiosk, 5);
    kiosk.expectAt("collectionLocked");
    return { kiosk, token };
  }

  it.each([2 * day, 400 * day, -2 * day, -50 * 365 * day])(
    "lasts its day by the clock that cannot be set, whatever steps the other makes (%d ms)",
    (steppedByMs) => {
      const { kiosk, token } = locked();
      const { untilMs } = kiosk.expectAt("collectionLocked");
      step(kiosk, steppedByMs);
      expect(kiosk.expectAt("collectionLocked").untilMs).toBe(untilMs + steppedByMs);
      kiosk.touch({ kind: "finish" });
      kiosk.nowMs += day - minute;
      kiosk.scan(token);
      expect(kiosk.screen).toMatchObject({ name: "collectionLocked", who: "credential" });
      kiosk.touch({ kind: "finish" });
      kiosk.nowMs += 2 * minute;
      kiosk.scan(token);
      expect(kiosk.stepName).toBe("secondValue");
    },
  );

  it("is the same after a step there and back", () => {
    const { kiosk, token } = locked();
    kiosk.touch({ kind: "finish" });
    for (const byMs of [30 * day, -60 * day, 30 * day]) step(kiosk, byMs);
    kiosk.nowMs += day - minute;
    kiosk.scan(token);
    expect(kiosk.stepName).toBe("collectionLocked");
  });
});

describe("a lock-out of wrong PINs", () => {
  it.each([day, -day])("lasts half an hour by the clock that cannot be set (step of %d ms)", (steppedByMs) => {
    const kiosk = new FlowKiosk();
    kiosk.scan(CLERK_CARD);
    for (let wrong = 0; wrong < 5; wrong += 1) {
      kiosk.touch({ kind: "enterPin", pin: "0000" });
      kiosk.give({ kind: "pinChecked", staffId: clerk.staffId, isRight: false });
    }
    step(kiosk, steppedByMs);
    kiosk.nowMs += 29 * minute;
    expect(kiosk.screen).toMatchObject({ name: "pin", triesLeft: 0 });
    kiosk.nowMs += 2 * minute;
    expect(kiosk.screen).toMatchObject({ name: "pin", triesLeft: 5 });
  });
});

describe("a warning", () => {
  it("counts on to the same moment when the clock is set", () => {
    const kiosk = kioskAt("procedure");
    kiosk.give({ kind: "patienceEnded" });
    step(kiosk, -7 * day);
    expect(kiosk.visit.endsAtMs).toBe(kiosk.nowMs + timing.warningMs);
    kiosk.give({ kind: "warningEnded" });
    expect(kiosk.stepName).toBe("home");
  });
});

describe("a step of the clock", () => {
  it("is in the log with the trust that is left", () => {
    const kiosk = new FlowKiosk();
    kiosk.give({ kind: "clockJudged", steppedByMs: -5 * hour, trust: "untrusted" });
    expect(kiosk.eventsOf("clockJudged")).toEqual([
      { type: "clockJudged", payload: { steppedByMs: -5 * hour, trust: "untrusted" } },
    ]);
  });
});
