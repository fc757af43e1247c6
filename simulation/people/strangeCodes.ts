import type { Chance } from "../contract/plan.ts";

/** Codes of others that people hold before a scanner, by what they are; and some of ours that are not whole. */
export const strangeCodes = {
  healthCard:
    "DN4797921234567|4e677579e1bb856e|02/09/1985|1|313220c490c6b0e1bb9d6e67|79 - 024|01/01/2026|-|01/01/2026|-",
  oldDeclaration: "079085000011 - Nguyễn Văn Mẫu - 02/09/1985 - 0912345678",
  cardNumber: "079085000011",
  cardBack: `IDVNM0850000112079085000011<<2\n8509026M4509022VNM<<<<<<<<<<<6\nNGUYEN<<VAN<MAU<<<<<<<<<<<<<<<`,
  phoneCode: "https://vneid.gov.vn/qr/1",
  bankCode: "00020101021238570010A00000072701270006970436011300110123456780208QRIBFTTA53037045802VN6304ABCD",
  webAddress: "https://dichvucong.gov.vn/ho-so/1",
  unreadableCode: "\u0001\u0002\uFFFD",
  tooLong: "x".repeat(4096),
  foreignCode: "xin chào",
  /** Looks like a receipt and was never signed. */
  forgedReceipt: `HS1${"A".repeat(132)}`,
  damagedReceipt: `HS1${"A".repeat(40)}`,
  faultyCitizenCard: "079085000011|020000011|Nguyễn Văn Mẫu|02091985|Nữ|12 Đường Số 0, Quận 6|10042021",
  foreignStaffCard: "NV1.AAAAAAAAAA",
} as const;

/** Any of them. */
export function strangeCode(chance: Chance): string {
  return chance.oneOf(Object.values(strangeCodes));
}
