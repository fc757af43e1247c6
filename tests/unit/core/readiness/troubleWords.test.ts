import { expect, test } from "vitest";
import { FONT_WEIGHTS, missingGlyphs } from "#core/documents/layout/textStyle.ts";
import type { PrinterErrorCause, PrinterStatus } from "#core/interfaces/printer.ts";
import type { ScannerFault } from "#core/interfaces/scanner.ts";
import { TROUBLE_WORDS } from "#core/readiness/troubleWords.ts";
import { DEFAULT_PRINTER_PROFILE } from "#device/printer/printerProfile.ts";
import { printerReport } from "#device/printer/printerReport.ts";
import { loadPrintFonts } from "#device/printer/rasterize.ts";

const causes: readonly PrinterErrorCause[] = ["cutter", "unrecoverable", "recoverable", "passing"];
const troubles: readonly PrinterStatus[] = [
  ...(["paperOut", "coverOpen", "error", "offline", "unknown"] as const).map(
    (status) => ({ status, paper: "full" }) as const,
  ),
  ...causes.map((cause) => ({ status: "error", paper: "full", cause }) as const),
  { status: "ready", paper: "nearEnd" },
];

test("whatever a printer reports has words and advice of its own", () => {
  for (const status of troubles) {
    for (const isConnected of [true, false]) {
      const report = printerReport({ profile: DEFAULT_PRINTER_PROFILE, status, isConnected, identity: undefined });
      expect(TROUBLE_WORDS.printer[report.error?.code ?? ""], report.error?.code).toBeDefined();
    }
  }
});

test("whatever a scanner reports has words and advice of its own", () => {
  const codes: Readonly<Record<ScannerFault["code"], true>> = {
    libraryMissing: true,
    noPermission: true,
    cannotOpen: true,
    noLineEnd: true,
    lost: true,
  };
  for (const code of Object.keys(codes)) expect(TROUBLE_WORDS.scanner[code], code).toBeDefined();
});

test("the print font has every letter of what is said about trouble", () => {
  const fonts = loadPrintFonts();
  const words = Object.values(TROUBLE_WORDS)
    .flatMap((ofKind) => Object.values(ofKind))
    .map(({ fact, advice }) => `${fact.vi} ${advice.vi}`);
  expect(words.length).toBeGreaterThan(30);
  for (const weight of FONT_WEIGHTS) expect(missingGlyphs(fonts, words.join(" "), weight)).toEqual([]);
});
