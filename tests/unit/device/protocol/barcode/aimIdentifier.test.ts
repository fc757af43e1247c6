import { expect, test } from "vitest";
import { isResponse, readAimIdentifier, symbologyOf } from "#device/protocol/barcode/aimIdentifier.ts";
import { bytes } from "#tests/support/hex.ts";

test.each([
  ["]Q1", "qrCode"],
  ["]d2", "dataMatrix"],
  ["]L0", "pdf417"],
  ["]z3", "aztec"],
  ["]C1", "code128"],
  ["]A0", "code39"],
  ["]E0", "ean13"],
  ["]E4", "unknown"],
  ["]X9", "unknown"],
] as const)("the AIM identifier %s means %s", (aimId, symbology) => {
  expect(symbologyOf(aimId)).toBe(symbology);
});

test("answers to commands have AIM identifiers of their own", () => {
  expect((["]Z6", "]X0", "]Q1"] as const).map(isResponse)).toEqual([true, true, false]);
});

test("an AIM identifier is a bracket, a letter and a printable character", () => {
  expect(readAimIdentifier(bytes("00 5D 51 31"), 1)).toBe("]Q1");
  for (const no of ["51 31 5D", "5D 51", "5D 31 51", "5D 51 00", ""])
    expect(readAimIdentifier(bytes(no), 0)).toBe(undefined);
});
