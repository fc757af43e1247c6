import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCitizenCard } from "#core/domain/citizenCard.ts";

interface Fields {
  readonly place: string;
  readonly isFemale: boolean;
  readonly birth: Date;
  readonly ageAtIssueDays: number;
  readonly serial: string;
  readonly oldNumber: string;
  readonly name: string;
  readonly residence: string;
}

const DAY_MS = 86_400_000;

const anyFields: fc.Arbitrary<Fields> = fc.record({
  place: fc.constantFrom("001", "079", "096", "101", "295"),
  isFemale: fc.boolean(),
  birth: fc.date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
  ageAtIssueDays: fc.integer({ min: 0, max: 30_000 }),
  serial: fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 6, maxLength: 6 }),
  oldNumber: fc.constantFrom("", "020000011", "079085000099"),
  name: fc.constantFrom("Nguyễn Văn Mẫu", "Lâm Thị Thử", "H' Ví Dụ", "Y Giả Niê", "QUACH VAN GIA"),
  residence: fc.constantFrom("12 Đường Số 0, Phường 1, Quận 6, TP. Hồ Chí Minh", "Ấp 0, Xã Mẫu", ""),
});

const anyLook = fc.record({
  separator: fc.constantFrom("", "/", "-", "."),
  end: fc.constantFrom("", "\r", "\r\n", " "),
  form: fc.constantFrom("NFC", "NFD"),
  space: fc.constantFrom("", " "),
  isUpper: fc.boolean(),
  further: fc.constantFrom([], ["02092045"], ["02092045", "x"], ["ABC123"]),
  leavesOutEmptyOldNumber: fc.boolean(),
});

function numberOf({ place, isFemale, birth, serial }: Fields): string {
  const year = birth.getUTCFullYear();
  const century = 2 * (Math.floor(year / 100) - 19) + (isFemale ? 1 : 0);
  return `${place}${century}${String(year % 100).padStart(2, "0")}${serial}`;
}

const iso = (date: Date): string => date.toISOString().slice(0, 10);
const issueOf = ({ birth, ageAtIssueDays }: Fields): Date => new Date(birth.getTime() + ageAtIssueDays * DAY_MS);

function written(date: Date, separator: string): string {
  return iso(date).split("-").reverse().join(separator);
}

type Look = typeof anyLook extends fc.Arbitrary<infer Value> ? Value : never;
/** What a spoiled card says instead. */
type Wrong = { readonly number?: string; readonly issue?: Date };

function textOf(
  fields: Fields,
  look: Look,
  { number = numberOf(fields), issue = issueOf(fields) }: Wrong = {},
): string {
  const gender = fields.isFemale ? "Nữ" : "Nam";
  const isLeftOut = look.leavesOutEmptyOldNumber && fields.oldNumber === "";
  const parts = [
    number,
    ...(isLeftOut ? [] : [fields.oldNumber]),
    fields.name,
    written(fields.birth, look.separator),
    look.isUpper ? gender.toUpperCase() : gender,
    fields.residence,
    written(issue, look.separator),
    ...look.further,
  ];
  return `${parts.join(`${look.space}|${look.space}`)}${look.end}`.normalize(look.form);
}

const contradictions: readonly { readonly reason: string; readonly spoil: (fields: Fields) => Wrong }[] = [
  { reason: "genderMismatch", spoil: (f) => ({ number: numberOf({ ...f, isFemale: !f.isFemale }) }) },
  { reason: "birthYearMismatch", spoil: (f) => ({ number: numberOf({ ...f, birth: anotherYear(f.birth) }) }) },
  { reason: "placeCodeUnknown", spoil: (f) => ({ number: numberOf({ ...f, place: "100" }) }) },
  { reason: "issuedBeforeBirth", spoil: (f) => ({ issue: new Date(f.birth.getTime() - DAY_MS) }) },
];

describe("any citizen card", () => {
  it("is read the same in every variant that is in use", () => {
    fc.assert(
      fc.property(anyFields, anyLook, (fields, look) => {
        expect(parseCitizenCard(textOf(fields, look))).toEqual({
          ok: true,
          value: {
            number: numberOf(fields),
            fullName: fields.name.normalize("NFC"),
            birthDate: iso(fields.birth),
            gender: fields.isFemale ? "female" : "male",
            issueDate: iso(issueOf(fields)),
            ...(fields.oldNumber !== "" && { oldNumber: fields.oldNumber }),
            ...(fields.residence !== "" && { residence: fields.residence.normalize("NFC") }),
          },
        });
      }),
    );
  });

  it("is refused with the right reason where its number contradicts its fields", () => {
    fc.assert(
      fc.property(anyFields, anyLook, fc.constantFrom(...contradictions), (fields, look, { reason, spoil }) => {
        const result = parseCitizenCard(textOf(fields, look, spoil(fields)));
        expect(result).toEqual({ ok: false, error: { kind: reason } });
      }),
    );
  });

  it("that is refused leaves nothing personal in the reason", () => {
    const spoil = fc.tuple(fc.nat(), fc.constantFrom("", "x", "0", "|"));
    fc.assert(
      fc.property(anyFields, anyLook, spoil, (fields, look, [at, by]) => {
        const text = textOf(fields, look);
        const place = at % text.length;
        const result = parseCitizenCard(`${text.slice(0, place)}${by}${text.slice(place + 1)}`);
        if (!result.ok) expect(Object.keys(result.error)).toEqual(["kind"]);
        if (!result.ok) expect(result.error.kind).toMatch(/^[a-zA-Z]+$/);
      }),
    );
  });
});

function anotherYear(birth: Date): Date {
  return new Date(Date.UTC(birth.getUTCFullYear() === 2099 ? 2098 : birth.getUTCFullYear() + 1, 5, 1));
}
