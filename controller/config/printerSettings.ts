import { z } from "zod";

const widthDots = z.number().int().min(8).max(832).multipleOf(8).default(576);
const model = {
  /** Printable width, 203 dpi: 576 on 80 mm paper, 384 on 58 mm. */
  widthDots,
  /** False where nothing can be read back from the printer. */
  hasStatus: z.boolean().default(true),
  hasNearEndSensor: z.boolean().default(false),
  /** False for a printer whose automatic status (`GS a`) is wrong or disturbs; it is then asked only. */
  reportsChanges: z.boolean().default(true),
  /** Rows in a second, 100 mm/s are 800: how long a paper takes before its end is asked for. */
  rowsPerSecond: z.number().int().min(100).max(4_000).default(800),
  /** Text lines fed so that the last row passes the cutter. */
  feedLinesBeforeCut: z.number().int().min(0).max(20).default(4),
  cut: z.enum(["full", "partial", "none"]).default("partial"),
};

/** The receipt printer and how it is reached. */
export const PrinterSettings = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("serial"),
    path: z.string().min(1).max(500),
    baudRate: z.number().int().min(1_200).max(921_600).default(19_200),
    ...model,
  }),
  /** A device file such as /dev/usb/lp0. */
  z.strictObject({ kind: z.literal("file"), path: z.string().min(1).max(500), ...model }),
  z.strictObject({
    kind: z.literal("tcp"),
    host: z.string().min(1).max(253),
    port: z.number().int().min(1).max(65_535).default(9_100),
    ...model,
  }),
  z.strictObject({ kind: z.literal("simulator"), widthDots }),
  /** No printer: intake stays closed, for there would be no receipt. */
  z.strictObject({ kind: z.literal("none") }),
]);
export type PrinterSettings = z.infer<typeof PrinterSettings>;
