import { expect, test } from "vitest";
import { keepPage } from "#electron/pageKeeper.ts";

/** A keeper on a clock that the test turns by hand. */
function keeperOnBench() {
  const loads: string[] = [];
  const pauses: number[] = [];
  const waiting: (() => void)[] = [];
  const clock = { nowMs: 0 };
  const keeper = keepPage(
    { firstUrl: "first", againUrl: "again" },
    {
      load: (url) => loads.push(url),
      nowMs: () => clock.nowMs,
      after: (pauseMs, run) => {
        pauses.push(pauseMs);
        waiting.push(run);
      },
    },
  );
  const passPause = () => waiting.shift()?.();
  return { keeper, loads, pauses, clock, passPause };
}

test("a page that cannot be reached is tried with its launch code again, in growing pauses", () => {
  const { keeper, loads, pauses, passPause } = keeperOnBench();
  for (let i = 0; i < 9; i++) {
    keeper.onFailed();
    passPause();
  }
  expect(pauses).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  expect(new Set(loads)).toEqual(new Set(["first"]));
});

test("a page that had loaded comes back without the launch code", () => {
  const { keeper, loads, passPause } = keeperOnBench();
  keeper.onLoaded();
  keeper.onFailed();
  passPause();
  expect(loads).toEqual(["first", "again"]);
});

test("a crash that is reported twice is answered by one load", () => {
  const { keeper, loads, pauses, passPause } = keeperOnBench();
  keeper.onLoaded();
  keeper.onFailed();
  keeper.onFailed();
  passPause();
  passPause();
  expect(pauses).toEqual([250]);
  expect(loads).toHaveLength(2);
});

test("a minute without trouble makes the next pause short again, a shorter time does not", () => {
  const { keeper, pauses, clock, passPause } = keeperOnBench();
  for (const upMs of [0, 0, 59_999, 60_000]) {
    keeper.onLoaded();
    clock.nowMs += upMs;
    keeper.onFailed();
    passPause();
  }
  expect(pauses).toEqual([250, 500, 1_000, 250]);
});
