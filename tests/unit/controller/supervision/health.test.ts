import { describe, expect, test } from "vitest";
import { diskNote, type HealthFacts, healthReasons } from "#controller/supervision/health.ts";

const WELL: HealthFacts = {
  loopLagMs: 5,
  wires: [
    { name: "left", idleMs: 900 },
    { name: "right", idleMs: 4_000 },
  ],
  logUnwrittenMs: 20_000,
};

describe("the controller's health", () => {
  test("is good while the loop, every bus and the disk work", () => {
    expect(healthReasons(WELL)).toEqual([]);
  });

  test("stands at each limit and falls beyond it", () => {
    const at: HealthFacts = { loopLagMs: 10_000, wires: [{ name: "left", idleMs: 60_000 }], logUnwrittenMs: 60_000 };
    expect(healthReasons(at)).toEqual([]);
    expect(healthReasons({ ...at, loopLagMs: 10_001 })).toHaveLength(1);
    expect(healthReasons({ ...at, wires: [{ name: "left", idleMs: 60_001 }] })).toHaveLength(1);
    expect(healthReasons({ ...at, logUnwrittenMs: 60_001 })).toHaveLength(1);
  });

  test("names everything that is wrong", () => {
    const reasons = healthReasons({
      loopLagMs: 12_400,
      wires: [
        { name: "left", idleMs: 100 },
        { name: "right", idleMs: 75_000 },
      ],
      logUnwrittenMs: 90_000,
      logFault: "ENOENT",
    });
    expect(reasons).toEqual([
      "The event loop stood still for 12 seconds.",
      "Nobody has spoken to the wire right for 75 seconds.",
      "The disk of the log has taken nothing for 90 seconds (ENOENT).",
    ]);
  });

  test.each(["ENOSPC", "EROFS", "EIO"])("is no reason to start again where the disk itself says %s", (logFault) => {
    const facts = { ...WELL, logUnwrittenMs: 90_000, logFault };
    expect(healthReasons(facts)).toEqual([]);
    expect(diskNote(facts)).toContain(logFault);
    expect(diskNote(WELL)).toBeUndefined();
    // A disk that says nothing at all may be the program's own fault.
    expect(healthReasons({ ...facts, logFault: undefined })).toHaveLength(1);
  });
});
