import type { TechnicianView } from "#core/contract/technician.ts";

/** Longest name of a board that fits on a drawn door, letters. */
const LONGEST_NAME = 3;

/** Board and channel on a drawn door, such as `A·07`; a board with a long name goes by its place in the list of boards. */
export function wireLabel(
  door: { readonly board: string; readonly channel: number },
  boards: readonly Pick<TechnicianView["boards"][number], "board">[],
): string {
  const place = boards.findIndex(({ board }) => board === door.board);
  const name = door.board.length <= LONGEST_NAME || place < 0 ? door.board.slice(0, LONGEST_NAME) : String(place + 1);
  return `${name}·${String(door.channel).padStart(2, "0")}`;
}
