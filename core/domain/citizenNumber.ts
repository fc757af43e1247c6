import { failed, ok, type Result } from "../base/result.ts";

/** What the twelve digits of a personal identification number say. */
export interface CitizenNumberFacts {
  /** Province (001 to 096) or country (101 to 295) where the birth was registered. */
  readonly placeCode: string;
  readonly gender: "male" | "female";
  readonly birthYear: number;
}

export type CitizenNumberProblem = { readonly kind: "numberMalformed" } | { readonly kind: "placeCodeUnknown" };

/**
 * Takes a twelve-digit number apart (Decree 137/2015 article 13, Circular 07/2016/TT-BCA): three digits place, one for
 * century and gender, two for the year of birth, six random. There is no check digit.
 */
export function citizenNumberFacts(number: string): Result<CitizenNumberFacts, CitizenNumberProblem> {
  if (!/^\d{12}$/.test(number)) return failed({ kind: "numberMalformed" });
  const placeCode = number.slice(0, 3);
  if (!isPlaceCode(placeCode)) return failed({ kind: "placeCodeUnknown" });
  const centuryAndGender = Number(number[3]);
  return ok({
    placeCode,
    gender: centuryAndGender % 2 === 0 ? "male" : "female",
    birthYear: 1900 + 100 * Math.floor(centuryAndGender / 2) + Number(number.slice(4, 6)),
  });
}

/** The 63 province codes; they stay in the numbers whatever happens to the provinces. */
const PROVINCE_CODES = new Set(
  (
    "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 " +
    "044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 " +
    "089 091 092 093 094 095 096"
  ).split(" "),
);

/** 195 countries are numbered from 101 without a gap (Circular 07/2016/TT-BCA, annex). */
function isPlaceCode(code: string): boolean {
  return PROVINCE_CODES.has(code) || (code >= "101" && code <= "295");
}
