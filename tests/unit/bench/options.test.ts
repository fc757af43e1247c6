import { expect, test } from "vitest";
import { readBenchOptions } from "#bench/options.ts";

test("rounds come from the command line, 60 without it", () => {
  expect(readBenchOptions([])).toEqual({ ok: true, value: { rounds: 60 } });
  expect(readBenchOptions(["--json", "--rounds", "5"])).toEqual({ ok: true, value: { rounds: 5 } });
});

test.each([["--rounds", "0"], ["--rounds", "many"], ["--rounds", "2001"], ["--speed"]])(
  "what cannot be understood is answered with how it is used: %s %s",
  (...args) => {
    const options = readBenchOptions(args);
    expect(options.ok ? "" : options.error).toContain("Usage: npm run");
  },
);
