import { describe, expect, test } from "vitest";
import { readFlags } from "#simulation/flags.ts";

describe("the command line of the simulation", () => {
  test("takes seed, days, faults and mix", () => {
    const flags = readFlags(["--seed", "7", "--days", "2.5", "--faults", "diskFull,powerCut", "--mix", "field"]);
    expect(flags).toMatchObject({
      ok: true,
      value: { seed: 7, days: 2.5, runs: 1, faultNames: ["diskFull", "powerCut"], mix: "field", isJson: false },
    });
  });

  test("knows all faults and none", () => {
    const all = readFlags([]);
    expect(all.ok && all.value.faultNames.length).toBeGreaterThan(30);
    expect(readFlags(["--faults", "none"])).toMatchObject({ ok: true, value: { faultNames: [] } });
  });

  test.each([
    [["--seed", "-1"], "--seed"],
    [["--seed", "1e9"], "--seed"],
    [["--days", "0"], "--days"],
    [["--days", "much"], "--days"],
    [["--runs", "0"], "--runs"],
    [["--workers", "0"], "--workers"],
    [["--mix", "wild"], "--mix"],
    [["--faults", "diskFul"], 'no fault called "diskFul"'],
    [["--sede", "1"], "--sede"],
  ])("says what is wrong with %j", (args, words) => {
    const flags = readFlags(args);
    expect(flags.ok ? "" : flags.error).toContain(words);
  });
});
