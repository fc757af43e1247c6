import { expect, test } from "vitest";
import { makeFigure } from "#bench/figure.ts";
import { latencyFigure } from "#bench/latencyFigure.ts";

const measured = { name: "append", what: "Appends.", unit: "perSecond", rounds: 3, values: { rate: 79.9 } } as const;

test("a rate below the required part of its peer's is not within its limit", () => {
  const peer = { value: "rate", beside: "bare", reference: 100, required: { atLeast: 0.8 } } as const;
  expect(makeFigure(measured, [peer])).toMatchObject({ isWithinLimit: false, comparisons: [{ ratio: 0.799 }] });
  expect(makeFigure({ ...measured, values: { rate: 80 } }, [peer]).isWithinLimit).toBe(true);
});

test("a ratio that nothing is required of does not decide", () => {
  const figure = makeFigure(measured, [{ value: "rate", beside: "single row", reference: 1_000 }]);
  expect(figure).toMatchObject({ isWithinLimit: true, comparisons: [{ ratio: 0.08 }] });
});

test("a comparison of a value that was not measured is never within its limit", () => {
  const wrong = { value: "p99", beside: "limit", reference: 1, required: { atMost: 1 } } as const;
  expect(makeFigure(measured, [wrong]).isWithinLimit).toBe(false);
});

test("a waiting time is held against its limit by the percentile that the limit speaks of", () => {
  const times = Array.from({ length: 100 }, (_, index) => (index < 96 ? 10 : 400));
  const limit = { limitMs: 300, beside: "limit" } as const;
  const by = (percent: 95 | 99) => latencyFigure(times, { name: "", what: "", limits: [{ percent, ...limit }] });
  expect(by(95).isWithinLimit).toBe(true);
  expect(by(99)).toMatchObject({ isWithinLimit: false, values: { p50: 10, p95: 10, p99: 400, longest: 400 } });
});
