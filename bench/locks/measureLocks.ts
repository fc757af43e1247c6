import type { Figure } from "../figure.ts";
import { pollFigure, unlockWaitFigure } from "./lockFigures.ts";
import { measurePollCycles, measureUnlockWaits } from "./measurePolling.ts";
import { startPacedBoards } from "./pacedBoards.ts";

/** Baud rates in the field. */
export const BAUD_RATES = [9_600, 19_200] as const;

/** Polling and unlocking on a line at its real speed. */
export async function measureLocks(folder: string, baudRate: number): Promise<Figure[]> {
  const paced = await startPacedBoards(folder, baudRate);
  try {
    const cycles = pollFigure(await measurePollCycles(paced, baudRate), baudRate);
    return [cycles, unlockWaitFigure(await measureUnlockWaits(paced, baudRate), baudRate)];
  } finally {
    await paced.close();
  }
}
