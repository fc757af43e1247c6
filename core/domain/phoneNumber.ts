import { z } from "zod";
import { failed, ok, type Result } from "../base/result.ts";

/** A Vietnamese number as dialled inside the country: mobile 10 digits, landline 11 digits from 02. */
export const PhoneNumber = z.string().regex(/^0(?:[35789]\d{8}|2\d{9})$/, "a phone number is written 0912345678");
export type PhoneNumber = z.infer<typeof PhoneNumber>;

/** Why a typed text is no phone number. `oldMobile`: eleven digits from 01, changed to ten digits in 2018. */
export type PhoneNumberProblem = {
  readonly kind: "notDigits" | "tooShort" | "tooLong" | "oldMobile" | "unknownPrefix";
};

/** Reads a typed number: spaces, dots, hyphens and brackets are forgiven; +84, 0084 and 84 stand for the leading 0. */
export function parsePhoneNumber(text: string): Result<PhoneNumber, PhoneNumberProblem> {
  if (text.length > 40) return failed({ kind: "tooLong" });
  const compact = text.replace(/[\s.()-]/gu, "");
  if (!/^\+?\d+$/.test(compact)) return failed({ kind: "notDigits" });
  const digits = compact.replace(/^(?:\+84|0084|84(?=\d{9,10}$))0?/, "0");
  if (!digits.startsWith("0")) return failed({ kind: "unknownPrefix" });
  if (digits.length < 10) return failed({ kind: "tooShort" });
  if (/^01\d{9}$/.test(digits)) return failed({ kind: "oldMobile" });
  const lengthDigits = digits.startsWith("02") ? 11 : 10;
  if (digits.length < lengthDigits) return failed({ kind: "tooShort" });
  if (digits.length > lengthDigits) return failed({ kind: "tooLong" });
  return PhoneNumber.safeParse(digits).success ? ok(digits) : failed({ kind: "unknownPrefix" });
}

/** Mobile numbers get text messages; landlines do not. */
export function isMobile(number: PhoneNumber): boolean {
  return !number.startsWith("02");
}

/** Groups the number for reading it back: "0912 345 678", "028 3855 1234", "0251 385 1234". */
export function formatPhoneNumber(number: PhoneNumber): string {
  if (isMobile(number)) return `${number.slice(0, 4)} ${number.slice(4, 7)} ${number.slice(7)}`;
  // Hà Nội (024) and Hồ Chí Minh City (028) have three-digit area codes, all other provinces four.
  const areaDigits = /^02[48]/.test(number) ? 3 : 4;
  return `${number.slice(0, areaDigits)} ${number.slice(areaDigits, -4)} ${number.slice(-4)}`;
}

/** The second value of a collection: what the person knows and no paper shows. */
export function lastFourDigits(number: PhoneNumber): string {
  return number.slice(-4);
}

/** International form for message gateways, "+84912345678". */
export function internationalPhoneNumber(number: PhoneNumber): string {
  return `+84${number.slice(1)}`;
}
