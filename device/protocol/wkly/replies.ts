import {
  CHANNEL_STATUS,
  DONE,
  encodeWklyFrame,
  FAILED,
  FLASH,
  HOLD_OFF,
  HOLD_ON,
  partsOf,
  REPORT,
  replyRule,
  STATUS,
  UNLOCK,
} from "./frames.ts";

/** A door as its byte says it: 00, 01, or FF. */
export type WklyDoor = "open" | "closed" | "failed";

export type WklyReply =
  | { readonly kind: "status"; readonly address: number; readonly doors: readonly WklyDoor[] }
  /** A door that was asked for or unlocked; with an unlock, as it was at that moment. */
  | {
      readonly kind: "channel" | "unlock";
      readonly address: number;
      readonly channel: number;
      readonly door: WklyDoor;
    }
  /** Sent without being asked when a door changes. */
  | { readonly kind: "report"; readonly address: number; readonly channel: number; readonly door: WklyDoor }
  /** Done, to a command that is none of ours. */
  | { readonly kind: "done"; readonly address: number; readonly command: number; readonly channel?: number }
  /** The board says that it could not; `channel` where it names one. */
  | { readonly kind: "failed"; readonly address: number; readonly command: number; readonly channel?: number };

/** The bytes of a reply; what follows a failed status is the channel alone, as far as it is known. */
export function encodeWklyReply(reply: WklyReply): Uint8Array {
  const { address } = reply;
  switch (reply.kind) {
    case "status":
      return encodeWklyFrame(address, STATUS, [DONE, reply.doors.length, ...reply.doors.map(byteOf)]);
    case "channel":
    case "unlock": {
      const command = reply.kind === "unlock" ? UNLOCK : CHANNEL_STATUS;
      return encodeWklyFrame(address, command, [DONE, reply.channel, byteOf(reply.door)]);
    }
    case "report":
      return encodeWklyFrame(address, REPORT, [reply.channel, byteOf(reply.door)]);
    default: {
      const status = reply.kind === "done" ? DONE : FAILED;
      return encodeWklyFrame(address, reply.command, [status, ...(reply.channel === undefined ? [] : [reply.channel])]);
    }
  }
}

/** The meaning of one whole frame from a board, or undefined where anything in it does not fit. */
export function decodeWklyReply(frame: Uint8Array): WklyReply | undefined {
  const parts = partsOf(frame, replyRule);
  if (parts === undefined) return undefined;
  const { address, command, data } = parts;
  if (command === REPORT) return decodeReport(address, data);
  const [status, ...rest] = data;
  const [channel] = rest;
  if (status === FAILED) {
    const isNamed = command !== STATUS && channel !== undefined;
    return { kind: "failed", address, command, ...(isNamed && { channel }) };
  }
  if (status !== DONE) return undefined;
  if (command === STATUS) return decodeStatus(address, rest);
  if (command === UNLOCK || command === CHANNEL_STATUS) {
    const door = doorOf(rest[1]);
    if (channel === undefined || door === undefined) return undefined;
    return { kind: command === UNLOCK ? "unlock" : "channel", address, channel, door };
  }
  const isOfOneChannel = command === FLASH || command === HOLD_ON || command === HOLD_OFF;
  if (isOfOneChannel && channel === undefined) return undefined;
  return { kind: "done", address, command, ...(channel !== undefined && { channel }) };
}

function decodeReport(address: number, [channel, byte]: readonly number[]): WklyReply | undefined {
  const door = doorOf(byte);
  return channel !== undefined && door !== undefined ? { kind: "report", address, channel, door } : undefined;
}

function decodeStatus(address: number, [count, ...bytes]: readonly number[]): WklyReply | undefined {
  const doors = bytes.map(doorOf).filter((door) => door !== undefined);
  return doors.length === bytes.length && doors.length === count ? { kind: "status", address, doors } : undefined;
}

function doorOf(byte: number | undefined): WklyDoor | undefined {
  if (byte === 0x00) return "open";
  if (byte === 0x01) return "closed";
  return byte === FAILED ? "failed" : undefined;
}

function byteOf(door: WklyDoor): number {
  if (door === "failed") return FAILED;
  return door === "closed" ? 0x01 : 0x00;
}
