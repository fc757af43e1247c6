import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classifyScan } from "#core/domain/scannedCode.ts";

const card = "079085000011|020000011|Nguyễn Văn Mẫu|02091985|Nam|12 Đường Số 0, Quận 6|10042021";
const nameInHex = Buffer.from("Nguyễn Văn Mẫu").toString("hex");
const token = `HS1${"A7".repeat(66)}`;

describe("what was held before the scanner", () => {
  it.each([
    ["citizenCard", card],
    ["faultyCitizenCard", card.replace("Nam", "Nữ")],
    ["faultyCitizenCard", card.replace("020000011", "")?.replace("1985|", "1975|")],
    ["receiptToken", token],
    ["receiptToken", `${token.toLowerCase()}\r\n`],
    ["damagedReceipt", token.slice(0, 90)],
    ["damagedReceipt", `${token}A`],
    ["bagLabel", "TUI-0001-000017"],
    ["staffCard", `NV1.${"Q2".repeat(26)}`],
    ["dossierCode", "000.00.06.H56-231027-0361"],
    ["dossierCode", "H55.242-231027-0361"],
    ["dossierCode", "000.00.06.H56-231027-0361|1.001612|079085000011|Giấy tiếp nhận hồ sơ"],
    ["dropTicketNumber", "0001 000015"],
    ["healthCard", `DN4797900000011|${nameInHex}|02/09/1985|1|31322c|79 - 034|01/01/2026|-|01/01/2026|x|y`],
    ["healthCard", `7900000011|${nameInHex}|02/09/1985|1|31322c|79 - 034|01/01/2026|-|01/01/2026`],
    ["oldNationalCovid", "079085000011 - Nguyễn Văn Mẫu - 02/09/1985 - 0912345678"],
    ["citizenNumberOnly", "079085000011"],
    ["unknown", "003085000011"],
    [
      "machineReadableZone",
      "IDVNM0850000112079085000011<<2\r\n8509026M4509022VNM<<<<<<<<<<<6\r\nNGUYEN<<VAN<MAU<<<<<<<<<<<<<<<",
    ],
    ["vneid", "https://vneid.gov.vn/qr?c=1"],
    ["vneid", "VNEID|079085000011"],
    ["webAddress", "https://vneid.gov.vn.example.org/qr"],
    ["webAddress", "https://example.org/vneid.gov.vn"],
    ["bankQr", "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA530370454"],
    ["webAddress", "https://example.org/tra-cuu?ma=000.00.06.H56-231027-0361"],
    ["webAddress", "WWW.EXAMPLE.ORG"],
    ["tooLong", "x".repeat(4096)],
    ["noise", "  \n"],
    ["noise", "\u0000\u0001\u0002"],
    ["noise", "abc\uFFFD"],
    ["noise", "\uD800"],
    ["unknown", "xin chào"],
    ["unknown", "BEGIN:VCARD\r\nFN:A\r\nEND:VCARD"],
    ["unknown", "TUI-abc"],
    ["unknown", "0001000017"],
    ["unknown", "1000.00.06.H56-231027-0361"],
  ])("is told to be %s", (kind, text) => {
    expect(classifyScan(text).kind).toBe(kind);
  });

  it("is given in the form that the kiosk uses", () => {
    expect(classifyScan(token.toLowerCase())).toEqual({ kind: "receiptToken", token });
    expect(classifyScan(" tui-0001-000017 ")).toEqual({ kind: "bagLabel", label: "TUI-0001-000017" });
    expect(classifyScan("Mã hồ sơ: H55.242-231027-0361")).toEqual({ kind: "dossierCode", code: "H55.242-231027-0361" });
  });

  it("never makes the program fail, whatever it holds, up to 4 KB and more", () => {
    const noise = fc.oneof(
      fc.string({ unit: "binary", maxLength: 4300 }),
      fc.string({ unit: "grapheme", maxLength: 500 }),
      fc.string({ unit: fc.constantFrom(..."0123456789|.-HNV1TUI ABF"), maxLength: 1000 }),
    );
    fc.assert(fc.property(noise, (text) => typeof classifyScan(text).kind === "string"));
  });
});
