import type { ByteOrder } from "#core/interfaces/lockBoard.ts";
import type { BoardInside } from "#device/simulator/simulatedFamily.ts";

/** A simulated board's inside whose doors a test sets and reads: doors are closed until a pulse opens them. */
export interface BoardBench extends BoardInside {
  /** Channels in the order of their pulses. */
  readonly pulses: readonly number[];
  readonly open: Set<number>;
}

export interface BoardBenchOptions {
  readonly address: number;
  readonly channels: number;
  readonly byteOrder?: ByteOrder;
  readonly open?: readonly number[];
  /** Locks whose bolt does not move. */
  readonly jammed?: readonly number[];
  readonly replyAddress?: number;
}

export function boardBench(options: BoardBenchOptions): BoardBench {
  const { address, channels, byteOrder = "lastByteFirst", jammed = [] } = options;
  const open = new Set(options.open);
  const pulses: number[] = [];
  return {
    address,
    channels,
    byteOrder,
    replyAddress: options.replyAddress ?? address,
    pulses,
    open,
    saysClosed: (channel) => !open.has(channel),
    saysOccupied: () => false,
    pulse: (channel) => {
      pulses.push(channel);
      if (!jammed.includes(channel)) open.add(channel);
    },
  };
}
