import { describe, expect, it } from "vitest";
import { ClockJudge, type TimeHistory } from "#controller/time/judgeClock.ts";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const RELEASED = Date.UTC(2026, 10, 1);
const NOW = Date.UTC(2026, 10, 20, 12);
const usual: TimeHistory = { newest: { atMs: NOW - minute, isTimeTrusted: true }, newestTrustedMs: NOW - minute };

/** A judge with a machine's clocks: what time is, what the wall clock says of it, and the time service's mark. */
class Machine {
  readonly judge: ClockJudge;
  monotonicMs = 5_000;
  markMs: number | undefined;
  #offsetMs: number;

  constructor(startMs = NOW, history: TimeHistory = usual) {
    this.judge = new ClockJudge({ releasedMs: RELEASED, history });
    this.#offsetMs = startMs - this.monotonicMs;
  }

  get wallMs(): number {
    return this.#offsetMs + this.monotonicMs;
  }

  look() {
    return this.judge.look({ wallMs: this.wallMs, monotonicMs: this.monotonicMs, markMs: this.markMs });
  }

  after(byMs: number) {
    this.monotonicMs += byMs;
    return this.look();
  }

  set(byMs: number) {
    this.#offsetMs += byMs;
    return this.look();
  }

  /** The time service heard from a server, and set the clock by so much. */
  sync(byMs = 0) {
    this.#offsetMs += byMs;
    this.markMs = this.wallMs;
    return this.look();
  }

  office(timeMs: number) {
    this.judge.noteOffice(timeMs, { monotonicMs: this.monotonicMs });
    return this.look();
  }
}

describe("a wall clock that nobody has confirmed", () => {
  it("is plausible where it goes on from the log", () => {
    expect(new Machine().look()).toEqual({ trust: "plausible", reason: "notConfirmed", steppedByMs: 0 });
  });

  it("stays plausible over weeks offline, and over weeks without power", () => {
    const machine = new Machine();
    machine.look();
    expect(machine.after(60 * day)).toMatchObject({ trust: "plausible", steppedByMs: 0 });
    expect(new Machine(NOW + 90 * day).look()).toMatchObject({ trust: "plausible", steppedByMs: 0 });
  });

  it.each([
    ["1970", 0, "beforeRelease"],
    ["2100", Date.UTC(2100, 0, 1), "farFuture"],
    ["the day before the release", RELEASED - day, "beforeRelease"],
    ["an hour before the newest event", NOW - hour, "behind"],
    ["two years after the newest event", NOW + 730 * day, "ahead"],
  ])("is not trusted where it says %s, and no time passed by it", (_, startMs, reason) => {
    const { newest } = usual;
    const judgement = new Machine(startMs).look();
    expect(judgement).toEqual({ trust: "untrusted", reason, steppedByMs: startMs - (newest?.atMs ?? 0) });
  });

  it("is plausible in a new log from the release on", () => {
    expect(new Machine(RELEASED + 3 * 365 * day, {}).look()).toMatchObject({ trust: "plausible" });
    expect(new Machine(0, {}).look()).toMatchObject({ trust: "untrusted", steppedByMs: 0 });
  });

  it.each([
    [20 * second, "plausible"],
    [-9 * minute, "plausible"],
    [11 * minute, "untrusted"],
    [-11 * minute, "untrusted"],
    [30 * day, "untrusted"],
  ] as const)("that is set by %d ms is told of, and then %s", (byMs, trust) => {
    const machine = new Machine();
    machine.look();
    machine.after(hour);
    expect(machine.set(byMs)).toMatchObject({ trust, steppedByMs: byMs });
    expect(machine.after(second)).toMatchObject({ trust, steppedByMs: 0 });
    expect(machine.set(-byMs)).toMatchObject({ trust: "plausible", steppedByMs: -byMs });
  });

  it("does not creep away in small steps", () => {
    const machine = new Machine();
    machine.look();
    for (let step = 0; step < 3; step += 1) machine.set(9 * minute);
    expect(machine.after(day)).toMatchObject({ trust: "untrusted", reason: "ahead" });
  });

  it("drifts without being told of, and is told of once the drift is large", () => {
    const machine = new Machine();
    machine.look();
    let toldMs = 0;
    for (let step = 0; step < 30; step += 1) toldMs += machine.set(second).steppedByMs;
    expect(toldMs).toBeGreaterThanOrEqual(20 * second);
    expect(toldMs).toBeLessThanOrEqual(30 * second);
  });
});

describe("the system's time service", () => {
  it("confirms the clock, and its word lasts a week", () => {
    const machine = new Machine();
    machine.look();
    expect(machine.sync(2 * second)).toMatchObject({ trust: "confirmed", reason: "timeService" });
    expect(machine.after(day)).toMatchObject({ trust: "confirmed", reason: "confirmedBefore" });
    expect(machine.after(7 * day)).toMatchObject({ trust: "plausible", reason: "notConfirmed" });
    expect(machine.sync(-3 * second)).toMatchObject({ trust: "confirmed", reason: "timeService" });
  });

  it("brings a dead battery's 1970 to the present", () => {
    const machine = new Machine(0);
    expect(machine.look()).toMatchObject({ trust: "untrusted" });
    machine.after(minute);
    expect(machine.sync(NOW)).toMatchObject({ trust: "confirmed", steppedByMs: NOW });
  });

  it("takes back a clock that ran ahead, and was believed", () => {
    const wrongMs = NOW + 200 * day;
    const machine = new Machine(wrongMs, { newest: { atMs: wrongMs, isTimeTrusted: true }, newestTrustedMs: wrongMs });
    machine.look();
    expect(machine.sync(-200 * day)).toMatchObject({ trust: "confirmed" });
  });

  it.each([
    ["1970", -NOW],
    ["2100", Date.UTC(2100, 0, 1) - NOW],
    ["next year", 365 * day],
    ["last week", -7 * day],
  ])("that says %s after the clock was confirmed is not believed", (_, byMs) => {
    const machine = new Machine();
    machine.look();
    machine.sync();
    machine.after(hour);
    expect(machine.sync(byMs)).toMatchObject({ trust: "untrusted", steppedByMs: byMs });
    machine.after(minute);
    expect(machine.sync(-byMs)).toMatchObject({ trust: "confirmed" });
  });

  it("says nothing of a clock that somebody set since", () => {
    const machine = new Machine();
    machine.look();
    machine.markMs = machine.wallMs - minute;
    expect(machine.look()).toMatchObject({ trust: "confirmed" });
    const other = new Machine();
    other.markMs = other.wallMs - 2 * minute;
    other.look();
    other.after(10 * minute);
    expect(other.set(hour)).toMatchObject({ trust: "untrusted" });
    expect(other.after(hour)).toMatchObject({ trust: "untrusted" });
    expect(other.sync(-hour)).toMatchObject({ trust: "confirmed" });
  });

  it("that was heard long ago, or tomorrow, confirms nothing", () => {
    for (const awayMs of [-4 * hour, day]) {
      const machine = new Machine();
      machine.markMs = machine.wallMs + awayMs;
      expect(machine.look()).toMatchObject({ trust: "plausible" });
    }
  });
});

describe("the back office's time", () => {
  it("confirms a clock that says the same", () => {
    const machine = new Machine();
    machine.look();
    expect(machine.office(NOW + minute)).toMatchObject({ trust: "confirmed", reason: "office" });
  });

  it.each([0, -1, Date.UTC(2100, 0, 1), Number.NaN, Number.POSITIVE_INFINITY, 1e300, -1e300, Number.MAX_SAFE_INTEGER])(
    "is no statement where it is %d",
    (timeMs) => {
      const machine = new Machine();
      machine.look();
      expect(machine.office(timeMs)).toEqual({ trust: "plausible", reason: "notConfirmed", steppedByMs: 0 });
      machine.sync();
      expect(machine.office(timeMs)).toMatchObject({ trust: "confirmed" });
    },
  );

  it("makes a confirmed clock doubtful where it says another day, and moves nothing", () => {
    const machine = new Machine();
    machine.look();
    machine.sync();
    expect(machine.office(NOW + 3 * day)).toEqual({ trust: "plausible", reason: "officeDisagrees", steppedByMs: 0 });
    expect(machine.office(NOW)).toMatchObject({ trust: "confirmed" });
  });

  it("alone does not bring back a clock that cannot be right", () => {
    const machine = new Machine(0);
    machine.look();
    expect(machine.office(NOW)).toMatchObject({ trust: "untrusted" });
    expect(machine.office(0)).toMatchObject({ trust: "untrusted" });
  });

  it("confirms a clock that was set by hand and goes on from the log", () => {
    const machine = new Machine(0);
    machine.look();
    machine.office(NOW);
    expect(machine.set(NOW)).toMatchObject({ trust: "confirmed" });
  });

  it("makes plausible, not confirmed, what the log alone speaks against", () => {
    const machine = new Machine(NOW - hour);
    expect(machine.look()).toMatchObject({ trust: "untrusted", reason: "behind" });
    expect(machine.office(NOW - hour)).toMatchObject({ trust: "plausible", reason: "office" });
  });

  it("and the time service together are believed against the log", () => {
    const machine = new Machine(NOW + 3 * 365 * day);
    expect(machine.sync()).toMatchObject({ trust: "untrusted", reason: "ahead" });
    expect(machine.office(machine.wallMs)).toMatchObject({ trust: "confirmed" });
  });
});
