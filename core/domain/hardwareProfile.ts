import { z } from "zod";
import { boardFamilies } from "../interfaces/lockBoard.ts";
import { Cabinet } from "./cabinet.ts";

/** When and by whom a board's wiring was learned, and the channel whose door taught it. */
export const Calibration = z.strictObject({
  /** Wall time, ISO 8601 with a time zone. */
  at: z.iso.datetime({ offset: true }),
  by: z.string().min(1).max(40),
  channel: z.number().int().min(1).max(64),
});
export type Calibration = z.infer<typeof Calibration>;

/** A lock board as commissioning found it. */
export const CommissionedBoard = z.strictObject({
  name: z.string().min(1).max(40),
  family: z.enum(boardFamilies),
  address: z.number().int().min(0).max(255),
  channels: z.number().int().min(1).max(64),
  feedback: z.enum(["closing", "opening"]),
  byteOrder: z.enum(["firstByteFirst", "lastByteFirst"]).optional(),
  hasOccupancy: z.boolean(),
  calibration: Calibration,
});
export type CommissionedBoard = z.infer<typeof CommissionedBoard>;

/** What commissioning found out of one machine: its wires with their boards, and where each door is. */
export const HardwareProfile = z.strictObject({
  wires: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(40),
        /** A stable name such as /dev/serial/by-id/…. */
        path: z.string().min(1).max(500),
        baudRate: z.number().int().min(1_200).max(921_600),
        boards: z.array(CommissionedBoard).min(1).max(10),
      }),
    )
    .min(1)
    .max(8),
  cabinet: Cabinet,
});
export type HardwareProfile = z.infer<typeof HardwareProfile>;
