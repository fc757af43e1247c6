import { z } from "zod";
import { StaffId } from "../domain/ids.ts";
import { ReadinessLine } from "../domain/readiness.ts";
import { boardFamilies } from "../interfaces/lockBoard.ts";

/*
 * What `kioskctl` and a running controller say to each other over the controller's own socket: one JSON text a line. One
 * connection carries one request; lines of the answer follow until the last, which is never a `frame` or a `code`.
 */

const port = z.string().min(1).max(500);
const seconds = z.number().min(0.1).max(3_600);
const address = z.number().int().min(0).max(255);

export const ControlRequest = z.discriminatedUnion("command", [
  /** Says that somebody is there. */
  z.strictObject({ command: z.literal("ping") }),
  z.strictObject({ command: z.literal("status"), port, family: z.enum(boardFamilies).optional(), address }),
  z.strictObject({
    command: z.literal("open"),
    port,
    family: z.enum(boardFamilies).optional(),
    address,
    /** 1-based. */
    channel: z.number().int().min(1).max(64),
    staffId: StaffId,
  }),
  z.strictObject({ command: z.literal("trace"), port, seconds }),
  z.strictObject({ command: z.literal("scan"), port, seconds }),
  z.strictObject({ command: z.literal("printTest") }),
  /** Makes a backup of the log and checks it; takes minutes at most. */
  z.strictObject({ command: z.literal("backup") }),
  /** What the running controller knows of the machine. */
  z.strictObject({ command: z.literal("readiness") }),
]);
export type ControlRequest = z.infer<typeof ControlRequest>;

export const ChannelStatus = z.strictObject({
  channel: z.number().int().min(1),
  door: z.enum(["open", "closed", "unknown"]),
  occupancy: z.enum(["present", "absent", "unknown", "notSupported"]),
});
export type ChannelStatus = z.infer<typeof ChannelStatus>;

export const OpenOutcome = z.enum(["opened", "alreadyOpen", "jammed", "noReply", "unresolved"]);
export type OpenOutcome = z.infer<typeof OpenOutcome>;

export const PrintResult = z.enum(["printed", "unverified", "notPrinted", "unresolved"]);
export type PrintResult = z.infer<typeof PrintResult>;

/** A frame on a wire, as a trace shows it. */
export const TracedLine = z.strictObject({
  /** Since the trace began, milliseconds. */
  atMs: z.number(),
  direction: z.enum(["sent", "received", "dropped"]),
  /** Hexadecimal bytes with blanks, capitals. */
  hex: z.string(),
  meaning: z.string().optional(),
});
export type TracedLine = z.infer<typeof TracedLine>;

/** A code that a scanner read; text is absent where its bytes are no text. */
export const ScannedLine = z.strictObject({ symbology: z.string(), text: z.string().optional() });
export type ScannedLine = z.infer<typeof ScannedLine>;

export const ControlLine = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("pong"), kioskNumber: z.number().int() }),
  z.strictObject({ kind: z.literal("frame"), frame: TracedLine }),
  z.strictObject({ kind: z.literal("code"), code: ScannedLine }),
  z.strictObject({ kind: z.literal("status"), channels: z.array(ChannelStatus) }),
  z.strictObject({ kind: z.literal("outcome"), outcome: OpenOutcome, elapsedMs: z.number().int() }),
  z.strictObject({ kind: z.literal("printed"), result: PrintResult, printer: z.string() }),
  z.strictObject({ kind: z.literal("readiness"), lines: z.array(ReadinessLine) }),
  z.strictObject({ kind: z.literal("backup"), path: z.string(), lastSeq: z.number().int() }),
  /** A trace or a scan is over. */
  z.strictObject({ kind: z.literal("over") }),
  /** The controller does not do it; the sentence says why. */
  z.strictObject({ kind: z.literal("refused"), sentence: z.string() }),
]);
export type ControlLine = z.infer<typeof ControlLine>;
