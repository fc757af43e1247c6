import { describe, expect, test } from "vitest";
import {
  crc16Xmodem,
  GM65_ACKNOWLEDGEMENT,
  GM65_TRIGGER,
  gm65Command,
  gm65ReplyRule,
} from "#device/protocol/gm65/frames.ts";
import { bytes, hex } from "#tests/support/hex.ts";

describe("commands of the GM65 family", () => {
  test.each([
    ["scan once", gm65Command(0x08, 0x0002, [0x01]), "7E 00 08 01 00 02 01 02 DA"],
    ["save to flash", gm65Command(0x09, 0x0000, [0x00]), "7E 00 09 01 00 00 00 DE C8"],
    ["restore defaults", gm65Command(0x08, 0x00d9, [0x55]), "7E 00 08 01 00 D9 55 D1 76"],
    ["read the baud rate", gm65Command(0x07, 0x002a, [0x02]), "7E 00 07 01 00 2A 02 D8 0F"],
    ["set 9600 baud", gm65Command(0x08, 0x002a, [0x39, 0x01]), "7E 00 08 02 00 2A 39 01 A7 EA"],
  ])("have the published check: %s", (_what, command, published) => {
    expect(hex(command)).toBe(published);
  });

  test('include the trigger with its real check, not the one that says "skip the check"', () => {
    expect(hex(GM65_TRIGGER)).toBe("7E 00 08 01 00 02 01 02 DA");
    expect(hex(GM65_TRIGGER)).not.toContain("AB CD");
  });

  test("are acknowledged under the same check", () => {
    expect(crc16Xmodem(bytes("00 00 01 00"))).toBe(0x3331);
    expect(hex(GM65_ACKNOWLEDGEMENT)).toBe("02 00 00 01 00 33 31");
  });

  test("are acknowledged by these seven bytes and no others", () => {
    const all = GM65_ACKNOWLEDGEMENT;
    for (let length = 0; length < all.length; length += 1)
      expect(gm65ReplyRule(all.subarray(0, length), 0).kind).toBe("incomplete");
    expect(gm65ReplyRule(Uint8Array.of(0x41, ...all), 1)).toEqual({ kind: "frame", length: 7 });
    for (const [at, byte] of all.entries()) expect(gm65ReplyRule(all.with(at, byte ^ 0x40), 0).kind).toBe("none");
  });
});
