import { z } from "zod";

const contact = z.strictObject({
  /** Input of the board, counted from 1. */
  channel: z.number().int().min(1).max(32),
  /** `normallyClosed`: closed while all is calm; a cut cable is then an alarm. */
  wiring: z.enum(["normallyClosed", "normallyOpen"]).default("normallyClosed"),
});

/** Tamper and panic contacts on a Modbus input board that has a serial port of its own. */
export const SafetySettings = z
  .strictObject({
    /** A stable name such as /dev/serial/by-id/…. */
    path: z.string().min(1).max(500),
    baudRate: z.number().int().min(1_200).max(921_600).default(9_600),
    /** Set in the board; new boards answer as 1. */
    address: z.number().int().min(1).max(247).default(1),
    tamper: contact.optional(),
    panic: contact.optional(),
  })
  .refine(({ tamper, panic }) => tamper !== undefined || panic !== undefined, {
    error: 'must have "tamper" or "panic" or both',
  })
  .refine(({ tamper, panic }) => tamper === undefined || tamper.channel !== panic?.channel, {
    error: "must have each contact on a channel of its own",
  });
export type SafetySettings = z.infer<typeof SafetySettings>;
