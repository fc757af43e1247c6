/** Time limits of one wire, milliseconds. */
export interface BusTimes {
  /**
   * Longest wait for a whole reply beyond the time that its bytes need on the wire: the board's own time, and two batches of
   * a USB adapter. Default 200.
   */
  readonly replyMarginMs: number;
  /** A pause inside a frame that ends it. Default 50: USB adapters hand bytes over in batches of 16 ms. */
  readonly silenceMs: number;
  /** How long a board that did not answer is left alone, so that a late reply cannot pass for the next one. Default 500. */
  readonly quarantineMs: number;
  /** Longest wait for a write to leave. Default 1,000. */
  readonly writeTimeoutMs: number;
}

export const DEFAULT_BUS_TIMES: BusTimes = {
  replyMarginMs: 200,
  silenceMs: 50,
  quarantineMs: 500,
  writeTimeoutMs: 1_000,
};

/** Start bit, eight bits, stop bit. */
const BITS_PER_BYTE = 10;
/** The longest status reply of any family is 34 bytes. */
const LONGEST_REPLY_BYTES = 40;

/** Longest wait for a whole reply after a request of so many bytes left. */
export function replyTimeoutMs(requestBytes: number, baudRate: number, { replyMarginMs }: BusTimes): number {
  return ((requestBytes + LONGEST_REPLY_BYTES) * BITS_PER_BYTE * 1_000) / baudRate + replyMarginMs;
}
