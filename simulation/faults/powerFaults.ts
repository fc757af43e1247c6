import type { Fault } from "../contract/fault.ts";
import type { CutMoment } from "../engine/power.ts";

const HOUR_MS = 3_600_000;

/** What goes wrong with power, disk and clock. */
export const powerFaults: Readonly<Record<string, Fault>> = {
  powerCut: cut("now", 0),
  /** Before one of the next commits: what was decided is not in the log. */
  powerCutBeforeCommit: cut("before", 12),
  /** In the middle of one: nothing of it may be there afterwards. */
  powerCutInsideCommit: cut("inside", 12),
  /** Right after one: the log has it, and nothing of it was done. */
  powerCutAfterCommit: cut("after", 12),
  /** The unlock frame left, and nobody waits for what it does. */
  powerCutAtPulse: cut("pulse", 1),
  diskFull: ({ power }) => {
    power.setDiskFull(true);
    return () => power.setDiskFull(false);
  },
  clockStepsForward: ({ clock }, chance) => {
    clock.aheadMs += chance.oneOf([1_000, 60_000, HOUR_MS, 40 * 24 * HOUR_MS]);
    return () => {
      clock.aheadMs = 0;
    };
  },
  clockStepsBack: ({ clock }, chance) => {
    clock.aheadMs -= chance.oneOf([1_000, 60_000, HOUR_MS, 40 * 24 * HOUR_MS]);
    return () => {
      clock.aheadMs = 0;
    };
  },
  /** A battery that is dead: after the cut the clock says 1970. */
  clockDead: ({ clock, power }) => {
    power.cutAt("now");
    clock.aheadMs = -clock.trueWallMs();
    return () => {
      clock.aheadMs = 0;
    };
  },
};

/** `longestSkip`: at most so many such moments pass before the power goes. */
function cut(moment: CutMoment, longestSkip: number): Fault {
  return ({ power }, chance) => {
    power.cutAt(moment, chance.between(0, longestSkip));
    return undefined;
  };
}
