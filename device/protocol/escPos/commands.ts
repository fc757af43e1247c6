import { assert } from "#core/base/assert.ts";
import type { Raster } from "#core/interfaces/printer.ts";

/*
 * The part of ESC/POS that prints a picture and asks for the printer's state. Numbers are hexadecimal, as in the
 * printers' manuals. Text, code pages and the printer's own QR command are left out: none of them carries Vietnamese safely.
 */

/** Forgets what the last job left behind: `1B 40`. */
export const INITIALISE = Uint8Array.of(0x1b, 0x40);
/** Leaves the two-byte character mode that some printers start in: `1C 2E`. */
export const LEAVE_CHINESE_MODE = Uint8Array.of(0x1c, 0x2e);
/** Reports every change by itself, all four groups: `1D 61 0F`. */
export const REPORT_CHANGES = Uint8Array.of(0x1d, 0x61, 0x0f);
/**
 * Off and on again: `1D 61 00 1D 61 0F`. Printers answer with their status when reporting is switched on, in the order in
 * which they carry out what was sent.
 */
export const REPORT_ANEW = Uint8Array.of(0x1d, 0x61, 0x00, 0x1d, 0x61, 0x0f);

/** Widest row: 832 dots, 104 mm at 203 dpi. */
const WIDEST_DOTS = 832;
/** Rows in one strip; small enough for the buffers of cheap printers. */
export const STRIP_ROWS = 24;

/** What `10 04 n` asks for: 1 printer, 2 cause of being offline, 3 cause of the error, 4 paper roll. */
export type StatusGroup = 1 | 2 | 3 | 4;

/** Asks for one byte of status; printers answer at once, even in the middle of a picture. */
export function askStatus(group: StatusGroup): Uint8Array {
  return Uint8Array.of(0x10, 0x04, group);
}

/** What `GS I` asks for. */
export type IdentityPart = "firmware" | "maker" | "model" | "serial";

const IDENTITY_CODES: Readonly<Record<IdentityPart, number>> = {
  firmware: 0x41,
  maker: 0x42,
  model: 0x43,
  serial: 0x44,
};

/** Asks who the printer is: `1D 49 n`, n = 41 firmware, 42 maker, 43 model, 44 serial number; answer `5F … 00`. */
export function askIdentity(part: IdentityPart): Uint8Array {
  return Uint8Array.of(0x1d, 0x49, IDENTITY_CODES[part]);
}

/** How often `10 04 n` with n from 1 to 4 stands in a stream of parts, also across their borders: each may be answered. */
export function countQuestions(parts: readonly Uint8Array[]): number {
  let count = 0;
  let before = 0;
  let last = 0;
  for (const part of parts) {
    for (const byte of part) {
      if (before === 0x10 && last === 0x04 && byte >= 1 && byte <= 4) count += 1;
      before = last;
      last = byte;
    }
  }
  return count;
}

/** Moves the paper by `lines` text lines, 0 to 255. */
export function feedLines(lines: number): Uint8Array {
  assert(Number.isInteger(lines) && lines >= 0 && lines <= 255, `Cannot feed ${lines} lines.`);
  return Uint8Array.of(0x1b, 0x64, lines);
}

/** Cuts the paper: right through, or leaving a bridge that holds the slip until it is taken. */
export function cutPaper(kind: "full" | "partial"): Uint8Array {
  return Uint8Array.of(0x1d, 0x56, kind === "full" ? 0 : 1);
}

/**
 * Ends a strip that was cut short: the printer takes as many bytes as the strip's head promised, whatever they are. These
 * are white rows in a picture and nothing outside of one.
 */
export function fillStrip(widthDots: number): Uint8Array {
  return new Uint8Array(Math.ceil(widthDots / 8) * STRIP_ROWS);
}

/** One picture as `GS v 0` commands of at most 24 rows each, from top to bottom. */
export function rasterStrips(raster: Raster): Uint8Array[] {
  assertRaster(raster);
  const rowBytes = Math.ceil(raster.widthDots / 8);
  const strips: Uint8Array[] = [];
  for (let row = 0; row < raster.heightDots; row += STRIP_ROWS) {
    const rows = Math.min(STRIP_ROWS, raster.heightDots - row);
    const head = [0x1d, 0x76, 0x30, 0, rowBytes & 0xff, rowBytes >> 8, rows & 0xff, rows >> 8];
    const strip = new Uint8Array(head.length + rows * rowBytes);
    strip.set(head);
    strip.set(raster.data.subarray(row * rowBytes, (row + rows) * rowBytes), head.length);
    strips.push(strip);
  }
  return strips;
}

/** Stops on a picture that no printer of ours can take: a defect of whoever drew it. */
export function assertRaster({ widthDots, heightDots, data }: Raster): void {
  assert(
    Number.isInteger(widthDots) && widthDots >= 8 && widthDots <= WIDEST_DOTS,
    `A picture ${widthDots} dots wide.`,
  );
  assert(Number.isInteger(heightDots) && heightDots >= 1, `A picture ${heightDots} dots high.`);
  assert(data.length === Math.ceil(widthDots / 8) * heightDots, "A picture whose data does not fit its size.");
}
