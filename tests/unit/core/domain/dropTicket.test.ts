import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DropTicketNumber,
  dropTicketNumber,
  formatDropTicketNumber,
  parseDropTicketNumber,
} from "#core/domain/dropTicket.ts";

const kiosk = fc.integer({ min: 1, max: 9999 });
const sequence = fc.integer({ min: 1, max: 99999 });

describe("the drop ticket number", () => {
  it("is written in two groups, kiosk first, and read back from them", () => {
    fc.assert(
      fc.property(kiosk, sequence, (kioskNumber, count) => {
        const number = dropTicketNumber(kioskNumber, count);
        const shown = formatDropTicketNumber(number);
        expect(shown).toMatch(/^\d{4} \d{6}$/);
        expect(DropTicketNumber.parse(number)).toBe(number);
        expect(parseDropTicketNumber(` ${shown.replace(" ", " - ")} `)).toEqual({ ok: true, value: number });
      }),
    );
  });

  it("carries Damm's published check digit: 572 becomes 5724", () => {
    expect(parseDropTicketNumber("0000005724").ok).toBe(true);
  });

  it("notices every single wrong digit and every swap of two neighbours", () => {
    fc.assert(
      fc.property(kiosk, sequence, fc.nat(9), fc.integer({ min: 1, max: 9 }), (kioskNumber, count, place, shift) => {
        const digits = [...dropTicketNumber(kioskNumber, count)];
        const wrong = digits.with(place, String((Number(digits[place]) + shift) % 10)).join("");
        expect(parseDropTicketNumber(wrong)).toEqual({ ok: false, error: { kind: "wrongCheckDigit" } });
        const [a = "", b = ""] = [digits[place], digits[(place + 1) % 10]];
        if (place < 9 && a !== b)
          expect(
            parseDropTicketNumber(
              digits
                .with(place, b)
                .with(place + 1, a)
                .join(""),
            ).ok,
          ).toBe(false);
      }),
    );
  });

  it.each([
    ["", "notDigits"],
    ["0001 00001x", "notDigits"],
    ["0001 00001", "wrongLength"],
    ["0001 0000177", "wrongLength"],
    ["1".repeat(41), "wrongLength"],
  ])("is refused when %j was typed: %s", (text, kind) => {
    expect(parseDropTicketNumber(text)).toMatchObject({ ok: false, error: { kind } });
  });

  it.each([
    [0, 1],
    [10000, 1],
    [1, 0],
    [1, 100000],
    [1.5, 1],
  ])("is not made for kiosk %d and sequence %d", (a, b) => {
    expect(() => dropTicketNumber(a, b)).toThrow();
  });
});
