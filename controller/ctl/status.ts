import type { ChannelStatus } from "#core/contract/control.ts";
import { channelStatus } from "../control/channelStatus.ts";
import { readBenchBoard } from "./benchBoard.ts";
import { BOARD_USAGE, boardFlags, type NamedBoard, namedBoard } from "./boardFlags.ts";
import { type Answer, type Command, type CommandWorld, readFlags, refused } from "./command.ts";
import { portOwner } from "./portOwner.ts";

export const statusCommand: Command = {
  name: "status",
  summary: "reads the doors of one board; moves no lock",
  usage: `npm run -s kioskctl -- status --port PORT --family FAMILY [--address A] [options]\n${BOARD_USAGE}`,
  run: async (args, world): Promise<Answer> => {
    const board = namedBoard(readFlags(args, boardFlags).values);
    const owner = await portOwner(board.port, board.configPath, world);
    if (!owner.ok) return refused(owner.error, { channels: [] });
    if (owner.value.kind !== "running") return readDirectly(board, world);
    const { ask, device: port } = owner.value;
    const answer = await ask({ command: "status", port, family: board.driver.family, address: board.address });
    if (!answer.ok) return refused(answer.error, { channels: [] });
    return answer.value.kind === "status" ? shown(answer.value.channels) : refused("The controller answered nothing.");
  },
};

async function readDirectly(board: NamedBoard, { clock }: CommandWorld): Promise<Answer> {
  const read = await readBenchBoard(board, clock);
  if (!read.ok) return refused(read.error, { channels: [] });
  if (read.value !== undefined) return shown(read.value.map((reading, index) => channelStatus(index + 1, reading)));
  const { family, limits, hasOccupancy } = board.driver;
  const unread = { door: "unknown", occupancy: hasOccupancy ? "unknown" : "notSupported" } as const;
  const channels = Array.from({ length: board.channels ?? limits.channels }, (_, index) => {
    return channelStatus(index + 1, unread);
  });
  return refused(`No ${family} with address ${board.address} answered.`, { channels });
}

/** A board of which nothing could be read says no. */
function shown(channels: readonly ChannelStatus[]): Answer {
  const text = channels
    .map(({ channel, door, occupancy }) => {
      return `${String(channel).padStart(2)}  ${door}${occupancy === "notSupported" ? "" : `  ${occupancy}`}`;
    })
    .join("\n");
  if (channels.some(({ door }) => door !== "unknown")) return { status: 0, json: { channels }, text };
  return { status: 1, json: { channels }, text, problem: "The board does not answer." };
}
