import { describe, expect, it } from "vitest";
import { DeviceTest, type TestResult } from "#core/contract/technician.ts";
import { usualView } from "#renderer/fixtures/technicianView.ts";
import { resultOf, testOf } from "#renderer/screens/technician/devices/deviceTest.ts";

describe("the test of a device", () => {
  it("is one that the controller takes, with the device's own name where there can be several", () => {
    for (const device of usualView.devices) {
      const test = testOf(device);
      if (test === undefined) expect(device.kind).toBe("safetyInputs");
      else expect(DeviceTest.parse(test)).toEqual(test);
    }
    expect(testOf({ kind: "lockBoard", deviceId: "lockBoard:A" })).toEqual({ kind: "lockBoard", board: "A" });
    expect(testOf({ kind: "scanner", deviceId: "scanner:hid:2" })).toEqual({ kind: "scanner", name: "hid:2" });
  });

  it("shows its newest result, never that of another board", () => {
    const result = (board: string, atMs: number): TestResult => ({
      test: { kind: "lockBoard", board },
      outcome: "passed",
      facts: {},
      atMs,
    });
    const results = [result("A", 5), result("B", 9), result("A", 7)];
    expect(resultOf(results, { kind: "lockBoard", board: "A" })?.atMs).toBe(7);
    expect(resultOf(results, { kind: "lockBoard", board: "C" })).toBeUndefined();
    expect(resultOf(results, { kind: "printer" })).toBeUndefined();
  });
});
