import { z } from "zod";
import { boardFamilies } from "#core/interfaces/lockBoard.ts";

/** One lock board as commissioning found it. What its family allows is checked with the rest of the wiring. */
export const BoardSettings = z.strictObject({
  /** Unique in the kiosk; `cabinet` names boards by it. */
  name: z.string().min(1).max(40),
  family: z.enum(boardFamilies),
  /** Set on the board, as its family counts addresses. */
  address: z.number().int().min(0).max(255),
  /** Locks connected. */
  channels: z.number().int().min(1).max(64),
  /** How the locks' feedback contacts are wired: `opening` inverts what the family's documents call closed. */
  feedback: z.enum(["closing", "opening"]).default("closing"),
  /** Which status byte holds channels 1 to 8; matters only to families whose documents disagree. */
  byteOrder: z.enum(["firstByteFirst", "lastByteFirst"]).default("lastByteFirst"),
  /** True only where occupancy sensors are fitted and were tried. */
  hasOccupancy: z.boolean().default(false),
  /** The door that taught feedback and byte order. Without it the board is read and never pulsed. */
  calibration: z
    .strictObject({
      /** Date or moment, such as 2026-11-20 or 2026-11-20T09:30:00Z. */
      at: z.union([z.iso.date(), z.iso.datetime({ offset: true })]),
      /** Who saw the door. */
      by: z.string().min(1).max(60),
      /** The channel whose door was opened and shut. */
      channel: z.number().int().min(1).max(64),
    })
    .optional(),
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
