import { z } from "zod";
import { assert } from "../base/assert.ts";
import { failed, ok, type Result } from "../base/result.ts";

/** The kiosk's own number for a deposit: 4 digits kiosk, 5 digits sequence, 1 check digit. Not an official code. */
export const DropTicketNumber = z
  .string()
  .regex(/^\d{10}$/, "a drop ticket number has ten digits")
  .refine((digits) => damm(digits) === 0, "the check digit of the drop ticket number is wrong");
export type DropTicketNumber = z.infer<typeof DropTicketNumber>;

/** Why a typed or scanned text is no drop ticket number. */
export type DropTicketProblem =
  | { readonly kind: "notDigits" }
  | { readonly kind: "wrongLength"; readonly digits: number }
  | { readonly kind: "wrongCheckDigit" };

/** Makes the number of one deposit. Kiosk number 1 to 9999; sequence 1 to 99999, never used twice by one kiosk. */
export function dropTicketNumber(kioskNumber: number, sequence: number): DropTicketNumber {
  assert(Number.isInteger(kioskNumber) && kioskNumber >= 1 && kioskNumber <= 9999, "kiosk number is 1 to 9999");
  assert(Number.isInteger(sequence) && sequence >= 1 && sequence <= 99999, "ticket sequence is 1 to 99999");
  const digits = String(kioskNumber).padStart(4, "0") + String(sequence).padStart(5, "0");
  return digits + String(damm(digits));
}

/** Groups the number for reading: "0001 000017". */
export function formatDropTicketNumber(number: DropTicketNumber): string {
  return `${number.slice(0, 4)} ${number.slice(4)}`;
}

/** Reads what a person typed or a code said; spaces, dots and hyphens between the digits are forgiven. */
export function parseDropTicketNumber(text: string): Result<DropTicketNumber, DropTicketProblem> {
  if (text.length > 40) return failed({ kind: "wrongLength", digits: text.length });
  const digits = text.replace(/[\s.-]/gu, "");
  if (!/^\d+$/.test(digits)) return failed({ kind: "notDigits" });
  if (digits.length !== 10) return failed({ kind: "wrongLength", digits: digits.length });
  if (damm(digits) !== 0) return failed({ kind: "wrongCheckDigit" });
  return ok(digits);
}

/**
 * Damm's check (H. M. Damm, 2004): finds every single wrong digit and every swap of neighbours. Over digits that end
 * in their check digit it is 0.
 */
function damm(digits: string): number {
  let interim = 0;
  for (const digit of digits) interim = Number(DAMM_TABLE[interim]?.[Number(digit)]);
  return interim;
}

const DAMM_TABLE = [
  "0317598642",
  "7092154863",
  "4206871359",
  "1750983426",
  "6123045978",
  "3674209581",
  "5869720134",
  "8945362017",
  "9438617205",
  "2581436790",
];
