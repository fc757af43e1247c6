import { createHash, randomBytes, randomInt, randomUUID, scrypt } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Guard, GuardError, standGuard } from "#simulation/engine/guard.ts";

describe("the guard over a simulation", () => {
  let guard: Guard;

  beforeEach(() => {
    guard = standGuard();
  });

  afterEach(() => guard.lift());

  test.each([
    ["Date.now", () => Date.now()],
    ["new Date()", () => new Date()],
    ["Math.random", () => Math.random()],
    ["performance.now", () => performance.now()],
    ["process.hrtime", () => process.hrtime.bigint()],
    ["setTimeout", () => setTimeout(() => {}, 1)],
    ["setInterval", () => setInterval(() => {}, 1)],
    ["AbortSignal.timeout", () => AbortSignal.timeout(1)],
    ["crypto.randomBytes", () => randomBytes(4)],
    ["crypto.randomInt", () => randomInt(4)],
    ["crypto.randomUUID", () => randomUUID()],
    ["crypto.getRandomValues", () => globalThis.crypto.getRandomValues(new Uint8Array(1))],
    ["crypto.scrypt", () => scrypt("a", "b", 8, () => {})],
  ])("refuses %s with a sentence that says who called", (name, call) => {
    expect(call).toThrow(GuardError);
    expect(guard.calls).toHaveLength(1);
    expect(guard.calls[0]).toContain(`${name} was called while a simulation runs`);
    expect(guard.calls[0]).toContain("guard.test.ts");
  });

  test("lets pass what hangs on nothing but its arguments", () => {
    expect(new Date(0).toISOString()).toBe("1970-01-01T00:00:00.000Z");
    expect(new Date(0)).toBeInstanceOf(Date);
    expect(Date.UTC(2026, 0, 1)).toBe(1_767_225_600_000);
    expect(createHash("sha256").update("a").digest("hex")).toHaveLength(64);
    expect(guard.calls).toEqual([]);
  });

  test("gives everything back when it is lifted", () => {
    guard.lift();
    expect(Date.now()).toBeGreaterThan(Date.UTC(2024, 0, 1));
    expect(randomBytes(4)).toHaveLength(4);
    expect(Math.random()).toBeLessThan(1);
  });
});
