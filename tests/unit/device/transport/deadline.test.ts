import { describe, expect, test } from "vitest";
import type { Clock } from "#core/interfaces/clock.ts";
import { deadline } from "#device/transport/deadline.ts";
import { ManualClock } from "#tests/support/manualClock.ts";

/** A clock whose timers come so much too late, as those of a program that was held up. */
function lateClock(clock: ManualClock, lateMs: () => number): Clock {
  return {
    wallMs: () => clock.wallMs(),
    monotonicMs: () => clock.monotonicMs(),
    after: (afterMs, callback) => clock.after(afterMs + lateMs(), callback),
  };
}

describe("a deadline", () => {
  test("passes on time where the program was not held up", async () => {
    const clock = new ManualClock();
    let passedAtMs: number | undefined;
    deadline(clock, 100, () => {
      passedAtMs = clock.monotonicMs();
    });
    await clock.advance(1_000);
    expect(passedAtMs).toBe(100);
  });

  test("gives what has arrived its turn first where its timer came late", async () => {
    const clock = new ManualClock();
    const lateness = [300, 0];
    let passedAtMs: number | undefined;
    deadline(
      lateClock(clock, () => lateness.shift() ?? 0),
      100,
      () => {
        passedAtMs = clock.monotonicMs();
      },
    );
    await clock.advance(1_000);
    expect(passedAtMs).toBe(440);
  });

  test("passes in the end although the program is held up again and again", async () => {
    const clock = new ManualClock();
    let isPassed = false;
    deadline(
      lateClock(clock, () => 300),
      100,
      () => {
        isPassed = true;
      },
    );
    await clock.advance(10_000);
    expect(isPassed).toBe(true);
  });

  test("can be cancelled, even after it was put off", async () => {
    const clock = new ManualClock();
    let isPassed = false;
    const cancel = deadline(
      lateClock(clock, () => 300),
      100,
      () => {
        isPassed = true;
      },
    );
    await clock.advance(450);
    cancel();
    await clock.advance(10_000);
    expect(isPassed).toBe(false);
  });
});
