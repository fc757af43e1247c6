import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatPhoneNumber,
  internationalPhoneNumber,
  isMobile,
  lastFourDigits,
  parsePhoneNumber,
} from "#core/domain/phoneNumber.ts";

describe("a phone number", () => {
  it.each(["0912345678", "0912 345 678", "+84912345678", "84912345678", "0084 912.345.678", "+84 (0)912-345-678"])(
    "is understood when written %s",
    (text) => expect(parsePhoneNumber(text)).toEqual({ ok: true, value: "0912345678" }),
  );

  it.each([
    ["0912345678", "0912 345 678", true],
    ["02838551234", "028 3855 1234", false],
    ["02513851234", "0251 385 1234", false],
  ])("%s is read back as %s", (text, shown, mobile) => {
    const parsed = parsePhoneNumber(text);
    if (!parsed.ok) throw new Error("refused");
    expect(formatPhoneNumber(parsed.value)).toBe(shown);
    expect(isMobile(parsed.value)).toBe(mobile);
  });

  it("gives its last four digits and its international form", () => {
    expect(lastFourDigits("0912345678")).toBe("5678");
    expect(internationalPhoneNumber("0912345678")).toBe("+84912345678");
  });

  it.each([
    ["", "notDigits"],
    ["09123abc78", "notDigits"],
    ["091234567", "tooShort"],
    ["0283855123", "tooShort"],
    ["09123456789", "tooLong"],
    ["028385512345", "tooLong"],
    ["01234567890", "oldMobile"],
    ["0612345678", "unknownPrefix"],
    ["+12025550123", "unknownPrefix"],
    ["9".repeat(41), "tooLong"],
  ])("is refused when %j was typed: %s", (text, kind) => {
    expect(parsePhoneNumber(text)).toEqual({ ok: false, error: { kind } });
  });

  it("survives being formatted and read again", () => {
    const digits = (length: number) =>
      fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: length, maxLength: length });
    const numbers = fc.oneof(
      fc.tuple(fc.constantFrom("03", "05", "07", "08", "09"), digits(8)).map((parts) => parts.join("")),
      digits(9).map((rest) => `02${rest}`),
    );
    fc.assert(
      fc.property(numbers, (number) => {
        expect(parsePhoneNumber(formatPhoneNumber(number))).toEqual({ ok: true, value: number });
      }),
    );
  });
});
