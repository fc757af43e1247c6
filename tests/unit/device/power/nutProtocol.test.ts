import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NutLineReader, nutCommand, parseNutLine } from "#device/power/nutProtocol.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("lines of a power daemon", () => {
  test("are read with their quotes", () => {
    expect(parseNutLine('VAR su700 ups.status "OL CHRG"')).toEqual({
      kind: "variable",
      ups: "su700",
      name: "ups.status",
      value: "OL CHRG",
    });
    expect(parseNutLine('UPS kiosk "a \\"big\\" one \\\\ here"')).toEqual({ kind: "ups", ups: "kiosk" });
    expect(parseNutLine('VAR a ups.model "a \\"b\\" \\\\"')).toMatchObject({ value: 'a "b" \\' });
    expect(parseNutLine('VAR a battery.charge ""')).toMatchObject({ value: "" });
    expect(parseNutLine("BEGIN LIST UPS")).toEqual({ kind: "begin" });
    expect(parseNutLine("END LIST UPS")).toEqual({ kind: "end" });
    expect(parseNutLine("OK Goodbye")).toEqual({ kind: "ok" });
    expect(parseNutLine("ERR DATA-STALE")).toEqual({ kind: "error", code: "DATA-STALE" });
    expect(parseNutLine("ERR DRIVER-NOT-CONNECTED extra words")).toMatchObject({ code: "DRIVER-NOT-CONNECTED" });
  });

  test.each(["", "   ", "VAR", "VAR a b", 'VAR a b "open', 'VAR a b "x"y"', "ERR", "UPS", "var a b c", "\u0000\u0001"])(
    "that say nothing are passed over: %j",
    (line) => expect(parseNutLine(line)).toEqual({ kind: "other" }),
  );

  test("come out whole however the bytes are cut, with either line end", () => {
    const lines = ['VAR kiosk ups.status "OB LB"', "ERR DATA-STALE", "OK", 'UPS kiosk "Tủ hồ sơ"'];
    fc.assert(
      fc.property(fc.constantFrom("\n", "\r\n"), fc.integer({ min: 1, max: 20 }), (lineEnd, cut) => {
        const stream = encode(lines.map((line) => line + lineEnd).join(""));
        const reader = new NutLineReader();
        const seen = [];
        for (let at = 0; at < stream.length; at += cut) {
          const read = reader.push(stream.subarray(at, at + cut));
          if (read.ok) seen.push(...read.value);
        }
        expect(seen).toEqual(lines.map(parseNutLine));
      }),
    );
  });

  test("of any bytes at all end in lines or in a refusal, never in an error", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4_000 }), (bytes) => {
        expect(typeof new NutLineReader().push(bytes).ok).toBe("boolean");
      }),
    );
  });

  test("without an end are refused", () => {
    const reader = new NutLineReader();
    expect(reader.push(new Uint8Array(1_000).fill(0x41)).ok).toBe(true);
    expect(reader.push(new Uint8Array(100).fill(0x41))).toEqual({ ok: false, error: "tooLong" });
  });

  test("to the daemon are quoted where a word needs it, and stay one line", () => {
    const text = (...words: string[]): string => new TextDecoder().decode(nutCommand(...words));
    expect(text("GET", "VAR", "kiosk", "ups.status")).toBe("GET VAR kiosk ups.status\n");
    expect(text("PASSWORD", 'a "b" \\c')).toBe('PASSWORD "a \\"b\\" \\\\c"\n');
    expect(text("PASSWORD", "a\nSHUTDOWN")).toBe('PASSWORD "a SHUTDOWN"\n');
  });
});
