import type { BoardInside } from "./simulatedFamily.ts";

/** Every channel of a simulated board, lowest first. */
export function channelsOf(board: BoardInside): number[] {
  return Array.from({ length: board.channels }, (_, index) => index + 1);
}

/** Pulses those of the channels that the board has, in turn; true where there was one. */
export function pulseThose(board: BoardInside, channels: readonly number[]): boolean {
  const there = channels.filter((channel) => channel >= 1 && channel <= board.channels);
  for (const channel of there) board.pulse(channel);
  return there.length > 0;
}
