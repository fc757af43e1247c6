import { AnnouncedData, DepositorData } from "#core/events/eventParts.ts";
import type { EventLog } from "#core/interfaces/eventLog.ts";
import type { DossierRecord } from "#core/register/records.ts";
import type { SigningKey } from "../keys/signingKey.ts";
import type { Credentials } from "../runner/parts.ts";
import { matchesPickupCode, mintPickupCode } from "./pickupCode.ts";
import { mintReceiptToken, verifyReceiptToken } from "./receiptToken.ts";
import { matchesSecondValue } from "./secondValue.ts";
import type { Derive } from "./slowHash.ts";
import type { StaffDirectory, StaffEntry } from "./staff.ts";

/** What a wrong selector is compared with, so that it takes as long as a wrong code. */
const NOBODY = {
  selector: "000",
  salt: "AAAAAAAAAAAAAAAAAAAAAA==",
  hash: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
};

export interface CredentialParts {
  readonly signing: SigningKey;
  readonly staff: StaffDirectory;
  readonly log: Pick<EventLog, "openPersonal">;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly derive?: Derive | undefined;
}

/** Receipts, pickup codes, second values and staff cards as the runner checks and makes them. */
export function createCredentials({ signing, staff, log, randomBytes, derive }: CredentialParts): Credentials {
  const personOf: Credentials["personOf"] = (dossier) => openPerson(log, dossier);
  return {
    tokenHashOf: (token) => {
      const verified = verifyReceiptToken(token, [signing]);
      return verified.ok ? verified.value.tokenHash : undefined;
    },
    mintToken: (entropy) => {
      const { text, tokenHash } = mintReceiptToken(signing, () => Buffer.from(entropy, "hex"));
      return { text, hash: tokenHash };
    },
    staffByCard: (card) => memberOf(staff.verifyCard(card)),
    staffById: (staffId) => memberOf(staff.find(staffId)),
    personOf,
    isSecondValue: (dossier, digits) => {
      const expected = personOf(dossier)?.secondValue;
      // Without a value nothing matches, in the time that a comparison takes.
      return matchesSecondValue(digits, expected ?? "none") && expected !== undefined;
    },
    isPickupCode: async (code, credential) =>
      (await matchesPickupCode(code, credential ?? NOBODY, derive)) && credential !== undefined,
    isPin: (cardText, pin) => staff.verifyPin(cardText, pin),
    makePickupCode: (liveSelectors) => mintPickupCode({ randomBytes, liveSelectors, derive }),
  };
}

function memberOf(entry: StaffEntry | undefined): ReturnType<Credentials["staffById"]> {
  return entry && { staffId: entry.staffId, name: entry.name, role: entry.role };
}

function openPerson(log: CredentialParts["log"], dossier: DossierRecord): ReturnType<Credentials["personOf"]> {
  if (dossier.personal === undefined) return undefined;
  const text = log.openPersonal(dossier.personal, dossier.dossierId);
  if (text === undefined) return undefined;
  const schema = dossier.personal.eventType === "dossierAnnounced" ? AnnouncedData : DepositorData;
  return schema.parse(JSON.parse(text));
}
