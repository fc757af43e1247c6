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

/** A hardware scanner on a serial port; the camera needs no setting. */
export const ScannerSettings = z.strictObject({
  path: z.string().min(1).max(500),
  baudRate: z.number().int().min(1_200).max(921_600).default(9_600),
});
