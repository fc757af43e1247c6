import { NO_PRINTER_FAULTS, type PrinterFaults } from "#device/simulator/simulatedPrinter.ts";
import type { Fault } from "../contract/fault.ts";
import type { Chance } from "../contract/plan.ts";
import { mendingOf } from "./mendingOf.ts";

/** What goes wrong with printer and scanner. */
export const paperFaults: Readonly<Record<string, Fault>> = {
  printerOutOfPaper: printer(() => ({ isPaperOut: true })),
  printerRollEnds: printer((chance) => ({ rowsLeft: chance.between(0, 6_000) })),
  printerCoverOpen: printer(() => ({ isCoverOpen: true })),
  printerJammed: printer(() => ({ error: "cutter" })),
  printerHot: printer(() => ({ error: "passing" })),
  printerHeldUp: printer(() => ({ isHeldUp: true })),
  /** Prints and says nothing. */
  printerSilent: printer(() => ({ isSilent: true })),
  printerAnswersInTurn: printer(() => ({ ignoresQuestionsInPictures: true })),
  /** Switched off and on: what it had not printed is gone, and it says nothing of it. */
  printerRestarts: ({ machine }) => {
    machine.printer.restart();
    return undefined;
  },
  /** Says that it printed, and nothing comes out. */
  printerLies: ({ machine }) => {
    machine.isPaperSwallowed = true;
    return () => {
      machine.isPaperSwallowed = false;
    };
  },
  scannerGarbage: ({ machine, clock }, chance) => {
    let isOver = false;
    const babble = (): void => {
      if (isOver) return;
      const bytes = chance.bytes(chance.between(1, 90));
      machine.scan(chance.isLikely(0.5) ? Uint8Array.from([...bytes, 0x0d]) : bytes);
      clock.after(chance.between(200, 120_000), babble);
    };
    babble();
    return () => {
      isOver = true;
    };
  },
};

function printer(draw: (chance: Chance) => Partial<PrinterFaults>): Fault {
  return ({ machine }, chance) => {
    const faults = draw(chance);
    machine.printer.break(faults);
    return () => {
      machine.printer.break({
        ...mendingOf(faults, NO_PRINTER_FAULTS),
        ...("rowsLeft" in faults && { isPaperOut: false }),
      });
    };
  };
}
