import type { CommissionedBoard } from "#core/contract/technician.ts";
import type { DoorName } from "./suggestion.ts";
import type { Channel } from "./wizardStep.ts";

/** The boards as they would be if the channel had this name: what the picture shows before it is confirmed. */
export function withName(
  boards: readonly CommissionedBoard[],
  wanted: Channel,
  name: DoorName,
): readonly CommissionedBoard[] {
  return boards.map((board) =>
    board.board === wanted.board
      ? {
          ...board,
          doors: board.doors.map((door) => (door.channel === wanted.channel ? { ...door, named: name } : door)),
        }
      : board,
  );
}
