import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase32, toBase32 } from "#controller/credentials/base32.ts";
import { matchesPickupCode, mintPickupCode, selectorOf } from "#controller/credentials/pickupCode.ts";
import { mintReceiptToken, verifyReceiptToken } from "#controller/credentials/receiptToken.ts";
import { createCredentials } from "#controller/credentials/runnerCredentials.ts";
import { matchesSecondValue } from "#controller/credentials/secondValue.ts";
import { createStaffDirectory, makeStaffEntry } from "#controller/credentials/staff.ts";
import { makeSigningKeyText, readSigningKey } from "#controller/keys/signingKey.ts";
import { classifyScan } from "#core/domain/scannedCode.ts";

const signing = readSigningKey(makeSigningKeyText(randomBytes(32)));

describe("base32", () => {
  it("is the alphabet of RFC 4648 without padding (its section 10)", () => {
    expect(toBase32(Buffer.from("foobar"))).toBe("MZXW6YTBOI");
    expect(toBase32(Buffer.from("fooba"))).toBe("MZXW6YTB");
    expect(toBase32(Buffer.from("f"))).toBe("MY");
  });

  it("gives any bytes back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(fromBase32(toBase32(bytes))).toEqual(bytes);
      }),
    );
  });

  it.each(["M1", "my", "M", "MZ", "MZXW6YTB="])("refuses %s", (text) => expect(fromBase32(text)).toBeUndefined());
});

describe("a receipt token", () => {
  it("is 135 capital letters and digits, is known as a receipt's, and is verified without a network", () => {
    const token = mintReceiptToken(signing, randomBytes);
    expect(token.text).toMatch(/^HS1[A-Z2-7]{132}$/);
    expect(classifyScan(token.text)).toEqual({ kind: "receiptToken", token: token.text });
    expect(verifyReceiptToken(token.text, [signing])).toEqual({ ok: true, value: { tokenHash: token.tokenHash } });
  });

  it("is refused with any character changed", () => {
    const { text } = mintReceiptToken(signing, randomBytes);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length - 1 }), fc.constantFrom(..."ABCXYZ234567"), (at, letter) => {
        fc.pre(text[at] !== letter);
        const forged = text.slice(0, at) + letter + text.slice(at + 1);
        expect(verifyReceiptToken(forged, [signing]).ok).toBe(false);
      }),
    );
  });

  it("of another kiosk's key is told apart from a forged one", () => {
    const other = readSigningKey(makeSigningKeyText(randomBytes(32)));
    const { text } = mintReceiptToken(other, randomBytes);
    expect(verifyReceiptToken(text, [signing])).toEqual({ ok: false, error: "otherKiosk" });
    const pretended = { ...other, keyId: signing.keyId };
    const forged = mintReceiptToken({ ...pretended, sign: other.sign }, randomBytes).text;
    expect(verifyReceiptToken(forged, [signing])).toEqual({ ok: false, error: "forged" });
    expect(verifyReceiptToken(forged, [signing, pretended]).ok).toBe(true);
  });

  it.each(["", "HS1", "HS1AAAA", "https://example.org", "NV1.AAAA"])("is not %j", (text) => {
    expect(verifyReceiptToken(text, [signing])).toEqual({ ok: false, error: "notAReceipt" });
  });
});

describe("a pickup code", () => {
  it("has eight digits, is found by its first three, and is right only in full", async () => {
    const { code, credential } = await mintPickupCode({ randomBytes, liveSelectors: new Set() });
    expect(code).toMatch(/^\d{8}$/);
    expect(selectorOf(code)).toBe(credential.selector);
    expect(await matchesPickupCode(code, credential)).toBe(true);
    const wrong = code.slice(0, 7) + ((Number(code[7]) + 1) % 10);
    expect(await matchesPickupCode(wrong, credential)).toBe(false);
    expect(JSON.stringify(credential)).not.toContain(code);
  });

  it("takes the one selector that is left", async () => {
    const all = Array.from({ length: 1_000 }, (_, n) => String(n).padStart(3, "0"));
    const liveSelectors = new Set(all.filter((selector) => selector !== "042"));
    expect((await mintPickupCode({ randomBytes, liveSelectors })).credential.selector).toBe("042");
    await expect(mintPickupCode({ randomBytes, liveSelectors: new Set(all) })).rejects.toThrow("All selectors");
  });
});

describe("the second value", () => {
  it("must be the same four digits", () => {
    expect(matchesSecondValue("4567", "4567")).toBe(true);
    expect(matchesSecondValue("4568", "4567")).toBe(false);
    expect(matchesSecondValue("", "4567")).toBe(false);
  });
});

describe("staff", () => {
  it("sign in with their own card and their own PIN only", async () => {
    const lan = await makeStaffEntry({ staffId: "CB-1", name: "Lan", role: "clerk", pin: "246813" }, randomBytes);
    const minh = await makeStaffEntry(
      { staffId: "KT-1", name: "Minh", role: "technician", pin: "975310" },
      randomBytes,
    );
    const staff = createStaffDirectory({ staff: [lan.entry, minh.entry] });
    expect(staff.verifyCard(lan.cardText)).toEqual(lan.entry);
    expect(staff.verifyCard("NV1.AAAA")).toBeUndefined();
    expect(staff.verifyCard("HS1AAAA")).toBeUndefined();
    expect(staff.find("KT-1")?.name).toBe("Minh");
    expect(await staff.verifyPin(lan.cardText, "246813")).toBe(true);
    expect(await staff.verifyPin(lan.cardText, "975310")).toBe(false);
    expect(await staff.verifyPin("NV1.AAAA", "246813")).toBe(false);
    expect(JSON.stringify(lan.entry)).not.toContain(lan.cardText.slice(4));
    expect(classifyScan(lan.cardText)).toEqual({ kind: "staffCard", code: lan.cardText });
  });
});

describe("the second value of a dossier whose personal data is gone", () => {
  it("is no digits at all", () => {
    const log = { openPersonal: () => undefined };
    const credentials = createCredentials({ signing, staff: createStaffDirectory({ staff: [] }), log, randomBytes });
    const place = { kind: "counter" } as const;
    const dossier = { dossierId: "0".repeat(32), place, counts: [], dossierCount: 1, rejectionsMs: [], copies: 0 };
    for (const digits of ["0000", "1234", "none"]) expect(credentials.isSecondValue(dossier, digits)).toBe(false);
  });
});
