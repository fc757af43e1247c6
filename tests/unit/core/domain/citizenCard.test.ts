import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCitizenCard } from "#core/domain/citizenCard.ts";

const address = "12 Đường Số 0, Phường 1, Quận 6, TP. Hồ Chí Minh";
const good = `079085000011|020000011|Nguyễn Văn Mẫu|02091985|Nam|${address}|10042021`;
const card = {
  number: "079085000011",
  oldNumber: "020000011",
  fullName: "Nguyễn Văn Mẫu",
  birthDate: "1985-09-02",
  gender: "male",
  residence: address,
  issueDate: "2021-04-10",
};
const problem = (text: string) => {
  const result = parseCitizenCard(text);
  return result.ok ? "no problem" : result.error.kind;
};

describe("the QR of a citizen card", () => {
  it("gives the seven fields", () => {
    expect(parseCitizenCard(good)).toEqual({ ok: true, value: card });
  });

  it("may have an empty old number", () => {
    const text = "079190000022||Lâm Thị Thử|15011990|Nữ|34/5 Đường Số 0, Phường 8, Quận 6|25122021";
    const result = parseCitizenCard(text);
    expect(result).toMatchObject({ ok: true, value: { gender: "female", birthDate: "1990-01-15" } });
    expect(result.ok && "oldNumber" in result.value).toBe(false);
  });

  it.each([
    ["dates with slashes", good.replace("02091985", "02/09/1985").replace("10042021", "10/04/2021"), card],
    ["a line end from the scanner", `${good}\r\n`, card],
    ["decomposed Unicode", good.normalize("NFD"), card],
    ["an expiry date after the seven fields", `${good}|02092045`, card],
    [
      "capitals without marks",
      good.replace("Nguyễn Văn Mẫu", "NGUYEN VAN MAU").replace("Nam", "NAM"),
      { ...card, fullName: "NGUYEN VAN MAU" },
    ],
  ])("is read with %s", (_, text, expected) => {
    expect(parseCitizenCard(text)).toEqual({ ok: true, value: expected });
  });

  it("is read with the old number left out", () => {
    const { oldNumber: _, ...withoutOldNumber } = card;
    expect(parseCitizenCard(good.replace("|020000011", ""))).toEqual({ ok: true, value: withoutOldNumber });
  });

  it("takes women's numbers of this century and numbers of people born abroad", () => {
    const text = "079305000033||Trần Thị Ví Dụ|30042005|Nữ|Ấp 0, Xã Mẫu, Huyện Mẫu, Long An|01072022";
    expect(parseCitizenCard(text).ok).toBe(true);
    expect(problem(text.replace("079305", "175305"))).toBe("no problem");
  });

  it.each([
    ["birthYearMismatch", "279075000044|020000044|Quách Văn Giả|29021976|Nam|x|10042021"],
    ["birthDateInvalid", good.replace("02091985", "31021985")],
    ["birthDateInvalid", good.replace("02091985", "1985-09-02")],
    ["birthDateMissing", good.replace("02091985", "")],
    ["nameMissing", good.replace("Nguyễn Văn Mẫu", "")],
    ["genderMismatch", good.replace("Nam", "Nữ")],
    ["genderUnknown", good.replace("Nam", "")],
    ["placeCodeUnknown", good.replace("079085", "003085")],
    ["placeCodeUnknown", good.replace("079085", "296085")],
    ["numberMalformed", good.replace("079085000011", "79085000011")],
    ["issueDateInvalid", good.replace("10042021", "10132021")],
    ["issuedBeforeBirth", good.replace("10042021", "10041980")],
    ["nameInvalid", good.replace("Nguyễn Văn Mẫu", "12 Đường Số 0")],
    ["notACard", "079085000011"],
    ["notACard", "https://example.org/?a=1|2|3|4|5|6|7"],
    ["notACard", ""],
    ["notACard", good.padEnd(1001, " ")],
  ])("is refused: %s", (kind, text) => {
    expect(problem(text)).toBe(kind);
  });

  it("says nothing of the issue date where only fields come that nobody knows", () => {
    const result = parseCitizenCard(good.replace("|10042021", "|Quận 6|1234567||x"));
    expect(result.ok && "issueDate" in result.value).toBe(false);
    expect(result.ok).toBe(true);
  });

  it("takes an old number that is written with spaces", () => {
    expect(parseCitizenCard(good.replace("|020000011|", "|020 000 011|"))).toEqual({ ok: true, value: card });
  });

  it("never throws, whatever stands between the bars", () => {
    const fields = fc.array(fc.oneof(fc.string(), fc.constantFrom(...good.split("|"))), { maxLength: 10 });
    fc.assert(fc.property(fields, (parts) => typeof parseCitizenCard(parts.join("|")).ok === "boolean"));
  });
});
