import { describe, expect, test } from "vitest";
import { PowerSettings } from "#controller/config/powerSettings.ts";
import { PrinterSettings } from "#controller/config/printerSettings.ts";
import { SafetySettings } from "#controller/config/safetySettings.ts";

describe("settings of the machine around the doors", () => {
  test("a supply is looked for on this machine where nothing else is said", () => {
    expect(PowerSettings.parse({ kind: "nut" })).toEqual({ kind: "nut", host: "127.0.0.1", port: 3_493 });
    expect(PowerSettings.safeParse({ kind: "nut", port: 0 }).success).toBe(false);
    expect(PowerSettings.safeParse({ kind: "nut", login: { username: "a" } }).success).toBe(false);
  });

  test("a contact is taken for normally closed, so that a cut cable is an alarm", () => {
    expect(SafetySettings.parse({ path: "/dev/x", tamper: { channel: 1 } })).toEqual({
      path: "/dev/x",
      baudRate: 9_600,
      address: 1,
      tamper: { channel: 1, wiring: "normallyClosed" },
    });
  });

  test.each([
    [{ path: "/dev/x" }, /must have .{0,3}tamper/],
    [{ path: "/dev/x", tamper: { channel: 2 }, panic: { channel: 2 } }, /channel of its own/],
    [{ path: "/dev/x", address: 0, panic: { channel: 1 } }, /address/],
    [{ path: "/dev/x", panic: { channel: 33 } }, /channel/],
  ])("safety inputs that make no sense are refused: %j", (settings, reason) => {
    expect(() => SafetySettings.parse(settings)).toThrow(reason);
  });

  test("a printer of another speed or without automatic status can be told so", () => {
    const settings = { kind: "file", path: "/dev/usb/lp0", rowsPerSecond: 400, reportsChanges: false } as const;
    expect(PrinterSettings.parse(settings)).toMatchObject({
      rowsPerSecond: 400,
      reportsChanges: false,
      cut: "partial",
    });
    expect(PrinterSettings.safeParse({ ...settings, rowsPerSecond: 1 }).success).toBe(false);
  });
});
