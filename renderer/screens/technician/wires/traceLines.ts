import type { TraceLine } from "#core/contract/technician.ts";
import type { BoardHealth } from "#core/interfaces/lockBoard.ts";

/** A line with a key that stays the same while older lines fall off the front. */
export interface KeyedLine extends TraceLine {
  readonly lineId: string;
}

/** Names of the wires that boards hang on or frames came from, sorted. */
export function wiresOf(boards: readonly Pick<BoardHealth, "wire">[], trace: readonly TraceLine[]): readonly string[] {
  return [...new Set([...boards, ...trace].map(({ wire }) => wire))].sort();
}

/** The lines of one wire, or of all where none is chosen. */
export function linesOf(trace: readonly TraceLine[], wire: string | undefined): readonly TraceLine[] {
  return wire === undefined ? trace : trace.filter((line) => line.wire === wire);
}

/** Gives every line a key of its own: equal frames of one millisecond are counted from the newest. */
export function keyed(trace: readonly TraceLine[]): readonly KeyedLine[] {
  const seen = new Map<string, number>();
  return trace.map((line) => {
    const base = `${line.atMs}/${line.wire}/${line.direction}/${line.hex}`;
    const count = seen.get(base) ?? 0;
    seen.set(base, count + 1);
    return { ...line, lineId: `${base}/${count}` };
  });
}

/** How many lines of the present trace came after those of a paused one. */
export function newerThan(trace: readonly TraceLine[], paused: readonly TraceLine[]): number {
  const last = paused.at(-1);
  return last === undefined ? trace.length : trace.filter((line) => line.atMs > last.atMs).length;
}

/** What a wire is called where there is little room: the last part of a device's path. */
export function shortWire(wire: string): string {
  return wire.split("/").findLast((part) => part !== "") ?? wire;
}
