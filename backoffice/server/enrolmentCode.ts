import { createHash, randomInt } from "node:crypto";

/** Letters and digits that are not taken for one another (Crockford's base 32). */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** How long a code can be used, milliseconds: a technician's working day. */
export const ENROLMENT_CODE_LIFE_MS = 24 * 60 * 60 * 1000;

/** A one-time code of 60 random bits, `XXXX-XXXX-XXXX`. */
export function newEnrolmentCode(): string {
  const group = () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join("");
  return [group(), group(), group()].join("-");
}

/** What is stored of a code. It is random enough for a fast hash; case and dashes do not matter. */
export function hashEnrolmentCode(code: string): string {
  return createHash("sha256")
    .update(code.toUpperCase().replaceAll(/[^0-9A-Z]/g, ""))
    .digest("hex");
}
