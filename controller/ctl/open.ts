import { randomBytes } from "node:crypto";
import { BENCH_BOARD, benchBoards, openDoor, readBenchBoard } from "./benchBoard.ts";
import { BOARD_USAGE, boardFlags, type NamedBoard, namedBoard } from "./boardFlags.ts";
import { type Answer, type Command, type CommandWorld, needed, numberFlag, readFlags, refused } from "./command.ts";
import { openAnswer } from "./openAnswer.ts";
import { openWithLog } from "./openWithLog.ts";
import { portOwner } from "./portOwner.ts";
import { staffFlag, UNNAMED_STAFF } from "./staffFlag.ts";

export const openCommand: Command = {
  name: "open",
  summary: "opens one door: one pulse, confirmed by reading the door",
  usage: `npm run -s kioskctl -- open --port PORT --family FAMILY [--address A] --channel N [--staff ID] [options]
  --channel N        lock, counted from 1 as printed on the board
  --staff ID         who opens, for the log; "${UNNAMED_STAFF}" by default
${BOARD_USAGE}
A door of a kiosk is opened by its controller where that runs, and otherwise through the kiosk's log: never where a
dossier is or may be inside. On a port that belongs to no kiosk it is opened freely.`,
  run: async (args, world): Promise<Answer> => {
    const { values } = readFlags(args, { ...boardFlags, channel: { type: "string" }, staff: { type: "string" } });
    const board = namedBoard(values);
    const most = board.channels ?? board.driver.limits.channels;
    const channel = needed("channel", numberFlag("channel", values.channel, { least: 1, most }));
    const staffId = staffFlag(values.staff);
    const owner = await portOwner(board.port, board.configPath, world);
    if (!owner.ok) return refused(owner.error);
    if (owner.value.kind === "nobody") return openFreely(board, channel, world);
    if (owner.value.kind === "stopped") {
      const { address, driver, port } = board;
      return openWithLog(owner.value, { port, family: driver.family, address, channel, staffId }, world);
    }
    const { ask, device: port } = owner.value;
    const { address, driver } = board;
    const answer = await ask({ command: "open", port, family: driver.family, address, channel, staffId });
    if (!answer.ok) return refused(answer.error);
    if (answer.value.kind !== "outcome") return refused("The controller answered nothing.");
    return openAnswer(answer.value.outcome, answer.value.elapsedMs);
  },
};

async function openFreely(board: NamedBoard, channel: number, { clock }: CommandWorld): Promise<Answer> {
  const beganAtMs = clock.monotonicMs();
  const elapsedMs = (): number => Math.round(clock.monotonicMs() - beganAtMs);
  const read = await readBenchBoard(board, clock);
  if (!read.ok)
    return { ...refused(read.error), json: { outcome: "noReply", elapsedMs: elapsedMs(), error: read.error } };
  if (read.value === undefined || channel > read.value.length) return openAnswer("noReply", elapsedMs());
  const boards = benchBoards(board, read.value.length, { clock });
  try {
    const outcome = await openDoor(boards, {
      clock,
      board: BENCH_BOARD,
      channel,
      beforePulse: () => randomBytes(16).toString("hex"),
      afterPulse: () => {},
    });
    return openAnswer(outcome, elapsedMs());
  } finally {
    await boards.stop();
  }
}
