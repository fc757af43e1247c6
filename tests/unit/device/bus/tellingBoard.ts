import type { BoardDriver, BoardRequest, ChannelBits } from "#device/protocol/boardDriver.ts";
import type { FrameRule } from "#device/protocol/deframer.ts";

/*
 * A family made up for tests of the bus, with everything that makes real ones awkward: `A5 ADDR KIND VALUE SUM`, boards that
 * speak unasked (KIND 9), and an unlock whose answer is the very copy of the request.
 */
const LENGTH = 5;
const STATUS = 1;
const UNLOCK = 2;
const REPORT = 9;

export function frameOf(address: number, kind: "status" | "unlock" | "reply" | "report", value: number): Uint8Array {
  const code = { status: STATUS, unlock: UNLOCK, reply: STATUS | 0x80, report: REPORT }[kind];
  const head = [0xa5, address, code, value];
  return Uint8Array.from([...head, head.reduce((sum, byte) => (sum + byte) & 0xff, 0)]);
}

const rule: FrameRule = (bytes, start) => {
  if (bytes[start] !== 0xa5) return { kind: "none" };
  if (bytes.length - start < LENGTH) return { kind: "incomplete" };
  const sum = bytes.subarray(start, start + LENGTH - 1).reduce((total, byte) => (total + byte) & 0xff, 0);
  return sum === bytes[start + LENGTH - 1] ? { kind: "frame", length: LENGTH } : { kind: "none" };
};

const bitsOf = (value: number): ChannelBits => ({ saysClosed: value === 1, saysOccupied: undefined });

export const tellingDriver: BoardDriver = {
  family: "wkly",
  limits: { lowestAddress: 0, highestAddress: 31, channels: 1, baudRates: [9_600] },
  hasOccupancy: false,
  hasByteOrder: false,
  quietMs: 0,
  replyRule: rule,
  statusRequest: ({ address }): BoardRequest<readonly ChannelBits[]> => ({
    bytes: frameOf(address, "status", 0),
    accept: ([, from, kind, value = 0]) => (from === address && kind === (STATUS | 0x80) ? [bitsOf(value)] : undefined),
  }),
  unlockRequest: ({ address }, channel) => ({
    bytes: frameOf(address, "unlock", channel),
    accept: ([, from, kind, value]) => (from === address && kind === UNLOCK && value === channel ? "noted" : undefined),
  }),
  probeRequests: () => [],
  readReport: ([, address = 0, kind, value = 0]) =>
    kind === REPORT ? { address, channel: 1, bits: bitsOf(value) } : undefined,
  describe: () => undefined,
};
