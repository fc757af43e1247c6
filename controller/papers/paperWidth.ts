import type { PrinterSettings } from "../config/printerSettings.ts";

/** Width for which papers are laid out: that of 80 mm or of 58 mm paper. */
export function paperWidthOf(printer: PrinterSettings): 576 | 384 {
  return "widthDots" in printer && printer.widthDots < 576 ? 384 : 576;
}
