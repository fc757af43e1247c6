import { type BoardFaults, NO_BOARD_FAULTS } from "#device/simulator/simulatedCabinet.ts";
import type { Fault } from "../contract/fault.ts";
import type { Chance } from "../contract/plan.ts";
import { mendingOf } from "./mendingOf.ts";

/** How long a board that restarts answers nothing, milliseconds, and how long it works in between. */
const LONGEST_RESTART_MS = 5_000;
const LONGEST_WORK_MS = 60_000;

/** What goes wrong inside a lock board. */
export const boardFaults: Readonly<Record<string, Fault>> = {
  boardDead: board(() => ({ isDead: true })),
  boardMute: board(() => ({ isMute: true })),
  boardWithTwin: board(() => ({ hasTwin: true })),
  boardSlow: board((chance) => ({ replyDelayMs: chance.between(20, 900) })),
  boardNoisy: board((chance) => ({ noiseBytes: chance.between(1, 12) })),
  boardSplitsReplies: board((chance) => ({ splitPauseMs: chance.between(5, 120) })),
  boardWithoutUnlockReply: board(() => ({ hasNoUnlockReply: true })),
  boardBusyAfterUnlock: board((chance) => ({ busyAfterUnlockMs: chance.between(100, 4_000) })),
  boardRebooting: ({ machine, clock }, chance) => {
    const { name } = chance.oneOf(machine.boards);
    let isOver = false;
    const fall = (): void => {
      if (isOver) return;
      machine.cabinet.breakBoard(name, { isDead: true });
      clock.after(chance.between(200, LONGEST_RESTART_MS), () => {
        machine.cabinet.breakBoard(name, { isDead: false });
        clock.after(chance.between(1_000, LONGEST_WORK_MS), fall);
      });
    };
    fall();
    return () => {
      isOver = true;
      machine.cabinet.breakBoard(name, { isDead: false });
    };
  },
};

function board(draw: (chance: Chance) => Partial<BoardFaults>): Fault {
  return ({ machine }, chance) => {
    const { name } = chance.oneOf(machine.boards);
    const faults = draw(chance);
    machine.cabinet.breakBoard(name, faults);
    return () => {
      machine.cabinet.breakBoard(name, mendingOf(faults, NO_BOARD_FAULTS));
    };
  };
}
