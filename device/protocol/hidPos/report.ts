import { assert } from "#core/base/assert.ts";
import { type AimIdentifier, readAimIdentifier } from "../barcode/aimIdentifier.ts";

/**
 * Input report of a scanner in the HID POS class (HID usage page 8Ch, usage 02h), as hidraw delivers it: report id 02h,
 * length, AIM identifier, up to 56 bytes of data padded with zeros, the maker's code of the symbology, a reserved byte,
 * and in byte 63 bit 0 "more follows".
 */
export interface HidPosPart {
  readonly aimId: AimIdentifier;
  readonly data: Uint8Array;
  /** The code goes on in the next report. */
  readonly hasMore: boolean;
}

export const HID_POS_REPORT_BYTES = 64;
export const HID_POS_DATA_BYTES = 56;

const REPORT_ID = 0x02;
const MORE_AT = 63;
const MORE_BIT = 0x01;
const AIM_BYTES = 3;
const MAKER_CODE_AT = 61;
/** Some devices put one byte between length and identifier. */
const AIM_OFFSETS = [2, 3] as const;

/** One report, checked; undefined for any other report of the device. */
export function readHidPosReport(report: Uint8Array): HidPosPart | undefined {
  const [id, length = 0] = report;
  if (report.length < HID_POS_REPORT_BYTES || id !== REPORT_ID || length > HID_POS_DATA_BYTES) return undefined;
  for (const offset of AIM_OFFSETS) {
    const aimId = readAimIdentifier(report, offset);
    if (aimId === undefined) continue;
    const start = offset + AIM_BYTES;
    const hasMore = ((report[MORE_AT] ?? 0) & MORE_BIT) !== 0;
    return { aimId, data: report.slice(start, start + length), hasMore };
  }
  return undefined;
}

export interface HidPosReportOptions {
  /** Bytes between length and identifier, as some devices have one. Default 0. */
  readonly gapBytes?: 0 | 1;
  /** The maker's code of the symbology in byte 61, such as 73h of Honeywell for QR. Default 0. */
  readonly makerCode?: number;
}

/** The reports in which a scanner sends one code; for simulators and tests. */
export function hidPosReports(aimId: AimIdentifier, data: Uint8Array, options: HidPosReportOptions = {}): Uint8Array[] {
  const { gapBytes = 0, makerCode = 0 } = options;
  assert(aimId.length === AIM_BYTES, "An AIM identifier has three characters.");
  const reports: Uint8Array[] = [];
  let at = 0;
  do {
    const part = data.subarray(at, at + HID_POS_DATA_BYTES);
    at += HID_POS_DATA_BYTES;
    const report = new Uint8Array(HID_POS_REPORT_BYTES);
    report.set([REPORT_ID, part.length], 0);
    report.set(new TextEncoder().encode(aimId), 2 + gapBytes);
    report.set(part, 2 + gapBytes + AIM_BYTES);
    // A shifted report has no room for the maker's code beside 56 bytes of data.
    if (gapBytes === 0) report[MAKER_CODE_AT] = makerCode;
    report[MORE_AT] = at < data.length ? MORE_BIT : 0;
    reports.push(report);
  } while (at < data.length);
  return reports;
}
