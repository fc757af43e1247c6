import { expect, test } from "vitest";
import { parseTestOptions } from "#scripts/test/options.ts";

test("words after npm test choose files", () => {
  expect(parseTestOptions(["device", "-t", "a door"])).toEqual({
    fullMinutes: undefined,
    filters: ["device", "-t", "a door"],
  });
});

test("a full run has its minutes, 20 unless told, and keeps the filters", () => {
  expect(parseTestOptions(["--full"])).toEqual({ fullMinutes: 20, filters: [] });
  expect(parseTestOptions(["--full", "--minutes", "3", "simulation"])).toEqual({
    fullMinutes: 3,
    filters: ["simulation"],
  });
});

test.each(["0", "-1", "soon"])("a full run of %s minutes is refused", (minutes) => {
  expect(() => parseTestOptions(["--full", "--minutes", minutes])).toThrow("--minutes must be a number above 0");
});
