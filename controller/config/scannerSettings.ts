import { z } from "zod";
import { serialScannerModels } from "#device/scanner/serialModel.ts";

/** Unique among the scanners of a kiosk; reports and the log name a scanner by it. */
const name = z.string().min(1).max(40);
/** As `lsusb` prints it, such as 0c2e. */
const usbId = z
  .string()
  .regex(/^[0-9a-f]{4}$/, { error: "must be four hexadecimal digits in lower case, such as 0c2e" });

/** One hardware scanner; the camera and a scanner that types like a keyboard need no setting. */
export const ScannerSettings = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("serial"),
    name,
    /** A stable name such as /dev/serial/by-id/…. */
    path: z.string().min(1).max(500),
    baudRate: z.number().int().min(1_200).max(921_600).default(9_600),
    /** The make, where its commands are known; `generic` sends each code as a line and is told nothing. */
    model: z.enum(serialScannerModels).default("generic"),
    /** True where the scanner is set to send the AIM identifier ahead of each code. */
    hasAimPrefix: z.boolean().default(false),
  }),
  /** USB in the HID POS class. Without ids: the first scanner that is found. */
  z.strictObject({
    kind: z.literal("hid"),
    name,
    vendorId: usbId.optional(),
    productId: usbId.optional(),
    serialNumber: z.string().min(1).max(126).optional(),
  }),
]);
export type ScannerSettings = z.infer<typeof ScannerSettings>;

/** All hardware scanners of a kiosk: names and devices are each used once. */
export const ScannerList = z.array(ScannerSettings).max(4).superRefine(checkScanners);

function checkScanners(scanners: readonly ScannerSettings[], context: z.RefinementCtx): void {
  for (const [at, scanner] of scanners.entries()) {
    const earlier = scanners.slice(0, at);
    if (earlier.some((other) => other.name === scanner.name))
      context.addIssue({
        code: "custom",
        path: [at, "name"],
        message: `is the name of another scanner too: "${scanner.name}"`,
      });
    if (earlier.some((other) => canBeSame(other, scanner)))
      context.addIssue({
        code: "custom",
        path: [at],
        message:
          "may be the same device as another scanner of this list; tell them apart by path, ids or serial number",
      });
  }
}

function canBeSame(one: ScannerSettings, other: ScannerSettings): boolean {
  if (one.kind === "serial" && other.kind === "serial") return one.path === other.path;
  if (one.kind !== "hid" || other.kind !== "hid") return false;
  return (["vendorId", "productId", "serialNumber"] as const).every(
    (key) => one[key] === undefined || other[key] === undefined || one[key] === other[key],
  );
}
