import { expect, test } from "vitest";
import { keyboardModeScanner, posScanner } from "#device/scanner/hidScannerMatch.ts";

const honeywell = { vendorId: 0x0c2e, productId: 0x0b81, serialNumber: "S1" };
const keyboard = { path: "/dev/hidraw0", ...honeywell, usagePage: 0x01, usage: 0x06 };
const makersOwn = { path: "/dev/hidraw1", ...honeywell, usagePage: 0xff45, usage: 0x01 };
const pos = { path: "/dev/hidraw2", ...honeywell, usagePage: 0x8c, usage: 0x02 };
const scale = { path: "/dev/hidraw3", vendorId: 0x05f9, productId: 1, usagePage: 0x8d, usage: 0x20 };
const otherKeyboard = { path: "/dev/hidraw4", vendorId: 0x046d, productId: 2, usagePage: 0xff00, usage: 0x01 };

test("a HID POS scanner is known by its usage, not by its place", () => {
  expect(posScanner([keyboard, makersOwn, scale, pos], {})).toBe(pos);
  expect(posScanner([keyboard, makersOwn, scale], {})).toBe(undefined);
  expect(posScanner([{ path: "/dev/hidraw9", ...honeywell }], {})).toBe(undefined);
  expect(posScanner([pos], { serialNumber: "S2" })).toBe(undefined);
});

test("a scanner in keyboard mode is reached beside its keyboard, and never through it", () => {
  expect(keyboardModeScanner([scale, otherKeyboard, keyboard, makersOwn], {})).toBe(makersOwn);
  expect(keyboardModeScanner([keyboard, otherKeyboard], {})).toBe(undefined);
  expect(keyboardModeScanner([makersOwn], { vendorId: 0x23d0 })).toBe(undefined);
});
