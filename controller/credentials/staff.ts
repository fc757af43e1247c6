import { createHash } from "node:crypto";
import { z } from "zod";
import { StaffId } from "#core/domain/ids.ts";
import { fromBase32, toBase32 } from "./base32.ts";
import { type Derive, makeSlowHash, matchesSlowHash } from "./slowHash.ts";

/** How every staff card's code begins. */
export const STAFF_CARD_PREFIX = "NV1.";

const SECRET_BYTES = 20;

/** One person in the staff file. Neither card nor PIN can be made from it. */
export const StaffEntry = z.strictObject({
  staffId: StaffId,
  name: z.string().min(1).max(120),
  role: z.enum(["clerk", "technician"]),
  /** SHA-256 of the card's secret, hexadecimal. */
  cardHash: z.string().regex(/^[0-9a-f]{64}$/, "must be 64 lower-case hexadecimal digits"),
  pinSalt: z.base64(),
  /** scrypt over PIN and card secret: without the card the PIN cannot even be guessed. */
  pinHash: z.base64(),
});
export type StaffEntry = z.infer<typeof StaffEntry>;

export const StaffFile = z.strictObject({ staff: z.array(StaffEntry).max(500) });
export type StaffFile = z.infer<typeof StaffFile>;

/** Who may sign in at this kiosk. */
export interface StaffDirectory {
  /** The person whose card this is, or undefined. */
  verifyCard(cardText: string): StaffEntry | undefined;
  /** True where PIN and card belong to the same person. Takes about 60 ms in any case. */
  verifyPin(cardText: string, pin: string): Promise<boolean>;
  find(staffId: StaffId): StaffEntry | undefined;
}

export function createStaffDirectory(file: StaffFile, derive?: Derive): StaffDirectory {
  const byCard = new Map(file.staff.map((entry) => [entry.cardHash, entry]));
  const byId = new Map(file.staff.map((entry) => [entry.staffId, entry]));
  const verifyCard = (cardText: string): StaffEntry | undefined => {
    const secret = secretOf(cardText);
    return secret && byCard.get(hashOf(secret));
  };
  return {
    verifyCard,
    find: (staffId) => byId.get(staffId),
    verifyPin: async (cardText, pin) => {
      const entry = verifyCard(cardText);
      const kept = { salt: entry?.pinSalt ?? "", hash: entry?.pinHash ?? "" };
      return (await matchesSlowHash(pin + cardText, kept, derive)) && entry !== undefined;
    },
  };
}

/** True for a code that claims to be a staff card, whether or not it is a good one. */
export function isStaffCard(text: string): boolean {
  return text.startsWith(STAFF_CARD_PREFIX);
}

/** Makes a person's entry and the text for the code on their card. */
export async function makeStaffEntry(
  person: Pick<StaffEntry, "staffId" | "name" | "role"> & { readonly pin: string },
  randomBytes: (count: number) => Uint8Array,
  derive?: Derive,
): Promise<{ readonly entry: StaffEntry; readonly cardText: string }> {
  const secret = randomBytes(SECRET_BYTES);
  const cardText = STAFF_CARD_PREFIX + toBase32(secret);
  const { salt, hash } = await makeSlowHash(person.pin + cardText, randomBytes(16), derive);
  const { staffId, name, role } = person;
  return { entry: { staffId, name, role, cardHash: hashOf(secret), pinSalt: salt, pinHash: hash }, cardText };
}

function secretOf(cardText: string): Uint8Array | undefined {
  if (!isStaffCard(cardText)) return undefined;
  const secret = fromBase32(cardText.slice(STAFF_CARD_PREFIX.length));
  return secret?.length === SECRET_BYTES ? secret : undefined;
}

function hashOf(secret: Uint8Array): string {
  return createHash("sha256").update(secret).digest("hex");
}
