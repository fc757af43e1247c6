import { expect, test } from "vitest";
import { isUpToDate } from "#scripts/bootstrap/packages.mjs";

const lock = {
  packages: {
    "": { version: "1.0.0" },
    "node_modules/a": { version: "1.0.0" },
    "node_modules/b": { version: "2.0.0", optional: true },
  },
};

test("packages are up to date when each one that is not optional is there in its version", () => {
  expect(isUpToDate(lock, { packages: { "node_modules/a": { version: "1.0.0" } } })).toBe(true);
  expect(isUpToDate(lock, lock)).toBe(true);
});

test("packages are stale when one is missing or has another version, optional ones included", () => {
  expect(isUpToDate(lock, { packages: {} })).toBe(false);
  expect(isUpToDate(lock, { packages: { "node_modules/a": { version: "1.0.1" } } })).toBe(false);
  const otherOptional = { "node_modules/a": { version: "1.0.0" }, "node_modules/b": { version: "1.9.0" } };
  expect(isUpToDate(lock, { packages: otherOptional })).toBe(false);
});
