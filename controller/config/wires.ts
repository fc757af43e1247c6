import { z } from "zod";

/** One lock board as commissioning found it. */
export const BoardSettings = z.strictObject({
  /** Unique in the kiosk; `cabinet` names boards by it. */
  name: z.string().min(1).max(40),
  family: z.literal("kerongCu16"),
  /** Set on the board, 0 to 14. */
  address: z.number().int().min(0).max(14),
  /** Locks connected, 1 to 16. */
  channels: z.number().int().min(1).max(16),
  /** Which value of a hook bit means "closed". */
  closedBit: z.union([z.literal(0), z.literal(1)]).default(1),
  hasInfrared: z.boolean().default(false),
});

/** One RS-485 wire: a serial device, or the simulated cabinet of a desk. */
export const WireSettings = z
  .strictObject({
    name: z.string().min(1).max(40),
    /** A stable name such as /dev/serial/by-id/…. */
    path: z.string().min(1).max(500).optional(),
    simulator: z.literal(true).optional(),
    baudRate: z.number().int().min(1_200).max(921_600).default(19_200),
    boards: z.array(BoardSettings).min(1).max(10),
  })
  .refine((wire) => (wire.path === undefined) !== (wire.simulator === undefined), {
    error: 'must have either "path" (a serial device) or "simulator": true',
  });

const widthDots = z.number().int().min(8).max(832).multipleOf(8).default(576);
const model = {
  /** Printable width, 203 dpi: 576 on 80 mm paper, 384 on 58 mm. */
  widthDots,
  /** False where nothing can be read back from the printer. */
  hasStatus: z.boolean().default(true),
  hasNearEndSensor: z.boolean().default(false),
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
