import type { Symbology } from "#core/interfaces/scanner.ts";

/** "]", a letter for the code type and a modifier (ISO/IEC 15424), as scanners send it ahead of a code. */
export type AimIdentifier = `]${string}`;

const LENGTH = 3;
const FLAG = 0x5d;

const byLetter: Readonly<Record<string, Symbology>> = {
  Q: "qrCode",
  d: "dataMatrix",
  L: "pdf417",
  z: "aztec",
  C: "code128",
  A: "code39",
};

/** The code type behind an AIM identifier; `unknown` for what this program does not tell apart. */
export function symbologyOf(aimId: AimIdentifier): Symbology {
  // "]E4" is EAN-8; EAN-13 with or without an add-on is ]E0 and ]E3.
  if (aimId[1] === "E") return aimId[2] === "0" || aimId[2] === "3" ? "ean13" : "unknown";
  return byLetter[aimId[1] ?? ""] ?? "unknown";
}

/** Answers of a scanner to commands and menus come under these identifiers: they are no code that somebody held up. */
export function isResponse(aimId: AimIdentifier): boolean {
  return aimId === "]Z6" || aimId === "]X0";
}

/** Reads the three bytes at `start`; undefined where no identifier stands there. */
export function readAimIdentifier(bytes: Uint8Array, start: number): AimIdentifier | undefined {
  const [flag, letter, modifier] = bytes.subarray(start, start + LENGTH);
  if (flag !== FLAG || letter === undefined || modifier === undefined) return undefined;
  if (!isLetter(letter) || modifier < 0x21 || modifier > 0x7e) return undefined;
  return `]${String.fromCharCode(letter, modifier)}`;
}

function isLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}
