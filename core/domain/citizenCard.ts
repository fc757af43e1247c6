import { Temporal } from "temporal-polyfill";
import { failed, ok, type Result } from "../base/result.ts";
import type { IsoDate } from "./calendar.ts";
import { type CitizenNumberProblem, citizenNumberFacts } from "./citizenNumber.ts";

/**
 * What the QR of a citizen card says. The code is plain text without a signature: it proves possession of a copy, not
 * identity.
 */
export interface CitizenCard {
  /** Twelve digits. */
  readonly number: string;
  /** The older nine-digit (or twelve-digit) number, where the card names one. */
  readonly oldNumber?: string;
  /** As on the card, in composed Unicode (NFC); some cards carry it in capitals without marks. */
  readonly fullName: string;
  readonly birthDate: IsoDate;
  readonly gender: "male" | "female";
  readonly residence?: string;
  readonly issueDate?: IsoDate;
}

/** Why a text is no citizen card, or a card that cannot be right. Carries nothing personal. */
export type CardProblem =
  | { readonly kind: "notACard" }
  | CitizenNumberProblem
  | {
      readonly kind:
        | "nameMissing"
        | "nameInvalid"
        | "birthDateMissing"
        | "birthDateInvalid"
        | "genderUnknown"
        | "genderMismatch"
        | "birthYearMismatch"
        | "issueDateInvalid"
        | "issuedBeforeBirth";
    };

/**
 * Reads the QR of a chip card: number | old number | name | birth date | gender | residence | issue date. Variants in
 * use are taken too: dates with separators, the old number left out, further fields after the residence (an expiry date;
 * the card of 2024, whose order nobody has published), capitals without marks. The number is held against gender and
 * birth year, and the dates against each other. Whether a date lies ahead is not asked: that needs a clock to trust.
 */
export function parseCitizenCard(text: string): Result<CitizenCard, CardProblem> {
  if (text.length > 1000) return failed({ kind: "notACard" });
  const fields = text
    .normalize("NFC")
    .trim()
    .split("|")
    .map((field) => field.trim());
  const hasOldNumberField = /^[\d ]*$/.test(fields[1] ?? "");
  const [number = "", oldNumber = "", ...rest] = hasOldNumberField ? fields : [fields[0] ?? "", "", ...fields.slice(1)];
  // Number, name, birth date and gender are the least that any known card carries.
  if (!/^\d+$/.test(number) || rest.length < 3) return failed({ kind: "notACard" });
  return checkFields(number, oldNumber, rest);
}

function checkFields(number: string, oldNumber: string, rest: readonly string[]): Result<CitizenCard, CardProblem> {
  const [fullName = "", birthText = "", genderText = "", residence = "", ...later] = rest;
  const facts = citizenNumberFacts(number);
  if (!facts.ok) return facts;
  if (fullName === "") return failed({ kind: "nameMissing" });
  if (!isName(fullName)) return failed({ kind: "nameInvalid" });
  if (birthText === "") return failed({ kind: "birthDateMissing" });

  const birthDate = readDate(birthText);
  if (!birthDate) return failed({ kind: "birthDateInvalid" });
  if (Number(birthDate.slice(0, 4)) !== facts.value.birthYear) return failed({ kind: "birthYearMismatch" });

  const gender = readGender(genderText);
  if (!gender) return failed({ kind: "genderUnknown" });
  if (gender !== facts.value.gender) return failed({ kind: "genderMismatch" });

  const issueText = later.find(isLikeDate);
  const issueDate = issueText && readDate(issueText);
  if (issueText && !issueDate) return failed({ kind: "issueDateInvalid" });
  if (issueDate && issueDate < birthDate) return failed({ kind: "issuedBeforeBirth" });
  return ok({
    number,
    fullName,
    birthDate,
    gender,
    ...(isOldNumber(oldNumber) && { oldNumber: withoutSpaces(oldNumber) }),
    ...(residence !== "" && { residence }),
    ...(issueDate && { issueDate }),
  });
}

/** Letters of any script with what stands between the parts of a name; no digits, which are a field out of place. */
function isName(text: string): boolean {
  return /^\p{L}[\p{L}\p{M}'’ .,-]*$/u.test(text);
}

function isOldNumber(text: string): boolean {
  return /^(\d{9}|\d{12})$/.test(withoutSpaces(text));
}

function withoutSpaces(text: string): string {
  return text.replaceAll(" ", "");
}

/** Eight digits, with or without separators: a date, right or wrong. Anything else is a field that nobody knows. */
function isLikeDate(text: string): boolean {
  return /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$|^\d{8}$/.test(text);
}

/** "02091985" or "02/09/1985" (also with "-" or "."), only if the day exists. */
function readDate(text: string): IsoDate | undefined {
  const match = /^(\d{2})([/.-]?)(\d{2})\2(\d{4})$/.exec(text);
  if (!match) return undefined;
  const [, day, , month, year] = match;
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: "reject" },
    ).toString();
  } catch {
    return undefined;
  }
}

function readGender(text: string): CitizenCard["gender"] | undefined {
  const folded = text.toLowerCase();
  if (folded === "nam") return "male";
  return folded === "nữ" || folded === "nu" ? "female" : undefined;
}
