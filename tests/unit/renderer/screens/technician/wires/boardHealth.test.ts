import { describe, expect, it } from "vitest";
import { errorRate, scaleEndMs, troubleOf } from "#renderer/screens/technician/wires/boardHealth.ts";

describe("a board's health", () => {
  it("has no error rate before the first request, and counts missed and damaged replies alike", () => {
    expect(errorRate({ requests: 0, missed: 0, damaged: 0 })).toBeUndefined();
    expect(errorRate({ requests: 200, missed: 3, damaged: 1 })).toBe(0.02);
    expect(errorRate({ requests: 2, missed: 2, damaged: 1 })).toBe(1);
  });

  it("tells a fault before silence, and nothing of a board that was not asked yet", () => {
    expect(troubleOf({ status: "noReply", fault: "echo" })).toBe("echo");
    expect(troubleOf({ status: "noReply" })).toBe("noReply");
    expect(troubleOf({ status: "notCommissioned" })).toBe("notCommissioned");
    expect(troubleOf({ status: "unknown" })).toBeUndefined();
    expect(troubleOf({ status: "online" })).toBeUndefined();
  });

  it("is drawn on a scale that all boards share, up to the worst of them", () => {
    const quick = { latencyMs: { median: 8, p99: 11, worst: 14 } };
    const slow = { latencyMs: { median: 20, p99: 90, worst: 140 } };
    expect(scaleEndMs([])).toBe(50);
    expect(scaleEndMs([quick])).toBe(50);
    expect(scaleEndMs([quick, slow, {}])).toBe(140);
  });
});
