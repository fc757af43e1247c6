import { describe, expect, test } from "vitest";
import type { Clock } from "#core/interfaces/clock.ts";
import { attendedTimer } from "#device/transport/attendedTimer.ts";
import { ManualClock } from "#tests/support/manualClock.ts";

/** A clock of a machine whose timers all come so much too late. */
function lateClock(clock: ManualClock, late: { ms: number }): Clock {
  return {
    wallMs: () => clock.wallMs(),
    monotonicMs: () => clock.monotonicMs(),
    after: (afterMs, callback) => clock.after(afterMs + late.ms, callback),
  };
}

describe("a wait of attended time", () => {
  test("ends after its time on a machine that keeps up", async () => {
    const clock = new ManualClock();
    let endedAtMs: number | undefined;
    attendedTimer(clock, 500, () => {
      endedAtMs = clock.monotonicMs();
    });
    await clock.advance(2_000);
    expect(endedAtMs).toBe(500);
  });

  test("does not count the time in which the program was held up", async () => {
    const clock = new ManualClock();
    const late = { ms: 0 };
    let endedAtMs: number | undefined;
    attendedTimer(lateClock(clock, late), 500, () => {
      endedAtMs = clock.monotonicMs();
    });
    await clock.advance(210);
    late.ms = 5_000;
    await clock.advance(40);
    late.ms = 0;
    await clock.advance(5_200);
    expect(endedAtMs).toBeUndefined();
    await clock.advance(400);
    expect(endedAtMs).toBe(5_550);
  });

  test("ends also on a machine that is late for ever", async () => {
    const clock = new ManualClock();
    let hasEnded = false;
    attendedTimer(lateClock(clock, { ms: 200 }), 500, () => {
      hasEnded = true;
    });
    await clock.advance(60_000);
    expect(hasEnded).toBe(true);
  });

  test("never ends once it was cancelled", async () => {
    const clock = new ManualClock();
    let hasEnded = false;
    const cancel = attendedTimer(clock, 500, () => {
      hasEnded = true;
    });
    await clock.advance(300);
    cancel();
    await clock.advance(5_000);
    expect(hasEnded).toBe(false);
    expect(clock.nextMs()).toBeUndefined();
  });
});
