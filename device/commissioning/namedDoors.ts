import type { LearningBoard } from "./learningBoard.ts";

/** True where another channel's door has this number. */
export function isNumberTaken(
  boards: readonly LearningBoard[],
  compartmentNumber: number,
  by: { readonly board: LearningBoard; readonly channel: number },
): boolean {
  return boards.some((board) =>
    [...board.named].some(
      ([channel, door]) =>
        door !== "unused" &&
        door.compartmentNumber === compartmentNumber &&
        !(board === by.board && channel === by.channel),
    ),
  );
}

/** True where a door that has a number is read open. */
export function standsOpen(board: LearningBoard): boolean {
  return [...board.named].some(([channel, door]) => door !== "unused" && board.doorReading(channel).door === "open");
}
