import type { BoardHealth } from "#core/interfaces/lockBoard.ts";

/** Share of requests without a good reply, 0 to 1; undefined before the first request. */
export function errorRate(board: Pick<BoardHealth, "requests" | "missed" | "damaged">): number | undefined {
  if (board.requests === 0) return undefined;
  return Math.min(1, (board.missed + board.damaged) / board.requests);
}

/** What to do about a board, as the key of a sentence; undefined where nothing is wrong. A fault says more than silence. */
export function troubleOf(
  board: Pick<BoardHealth, "status" | "fault">,
): NonNullable<BoardHealth["fault"]> | "noReply" | "notCommissioned" | undefined {
  if (board.fault !== undefined) return board.fault;
  return board.status === "noReply" || board.status === "notCommissioned" ? board.status : undefined;
}

/** The longest time that the scale of all boards has to show, milliseconds: at least 50, so that good boards look good. */
export function scaleEndMs(boards: readonly Pick<BoardHealth, "latencyMs">[]): number {
  return Math.max(50, ...boards.map(({ latencyMs }) => latencyMs?.worst ?? 0));
}
