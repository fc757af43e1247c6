import type { CommissionedBoard, CommissioningView } from "#core/contract/technician.ts";

/** Pages of the wizard in their order; `summary` comes when every channel is named. */
export const wizardSteps = ["ports", "searching", "boards", "calibrating", "naming", "saved"] as const;
export type WizardStep = (typeof wizardSteps)[number];

/** A board's channel. */
export interface Channel {
  readonly board: string;
  readonly channel: number;
}

type View = Pick<CommissioningView, "phase" | "boards" | "opened">;

/** The page to show. Naming begins by itself when the last board is calibrated. */
export function stepOf(view: View): WizardStep {
  if (view.phase === "calibrating" && view.boards.length > 0 && boardToCalibrate(view) === undefined) return "naming";
  return view.phase;
}

/** The first board that has not learned its doors; one that waits for its door to be shut comes first. */
export function boardToCalibrate(view: Pick<View, "boards">): CommissionedBoard | undefined {
  return (
    view.boards.find(({ calibration }) => calibration === "learning") ??
    view.boards.find(({ calibration }) => calibration !== "done")
  );
}

/** The channel to ask about: the one opened last if it has no name yet. */
export function channelToName(view: View): Channel | undefined {
  const { opened } = view;
  if (opened === undefined) return undefined;
  const door = doorOf(view.boards, opened);
  return door !== undefined && door.named === undefined ? opened : undefined;
}

/** The next channel to open: the first without a name, in the order of boards; undefined when all are named. */
export function nextChannel(boards: readonly CommissionedBoard[]): Channel | undefined {
  for (const { board, doors } of boards) {
    const door = doors.find(({ named }) => named === undefined);
    if (door !== undefined) return { board, channel: door.channel };
  }
  return undefined;
}

/** What the wizard knows of a channel. */
export function doorOf(
  boards: readonly CommissionedBoard[],
  wanted: Channel,
): CommissionedBoard["doors"][number] | undefined {
  return boards.find(({ board }) => board === wanted.board)?.doors.find(({ channel }) => channel === wanted.channel);
}

/** How far naming has come. */
export function progressOf(boards: readonly CommissionedBoard[]): {
  readonly done: number;
  readonly total: number;
  readonly doors: number;
  readonly unused: number;
} {
  const all = boards.flatMap(({ doors }) => doors);
  const doors = all.filter(({ named }) => named !== undefined && named !== "unused").length;
  const unused = all.filter(({ named }) => named === "unused").length;
  return { done: doors + unused, total: all.length, doors, unused };
}

/** Channels without a name of the board that is being named, once one of its doors has one; undefined before. */
export function restOf(
  boards: readonly CommissionedBoard[],
  next: Channel | undefined,
): { readonly board: string; readonly count: number } | undefined {
  const board = boards.find((one) => one.board === next?.board);
  if (board === undefined || board.doors.every(({ named }) => named === undefined)) return undefined;
  return { board: board.board, count: board.doors.filter(({ named }) => named === undefined).length };
}
