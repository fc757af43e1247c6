import type { Fault } from "../contract/fault.ts";
import type { Chance } from "../contract/plan.ts";
import { goodWay, type WayState } from "../engine/officeWay.ts";

/** What goes wrong on the way to the back office, and in it. */
export const officeFaults: Readonly<Record<string, Fault>> = {
  networkDown: way(() => ({ isDown: true })),
  officeSlow: way((chance) => ({ longestDelayMs: chance.between(1_000, 40_000) })),
  requestsLost: way((chance) => ({ loseRequest: chance.oneOf([0.1, 0.5, 0.9]) })),
  answersLost: way((chance) => ({ loseAnswer: chance.oneOf([0.1, 0.5, 0.9]) })),
  /** A request is handled twice, the second time after later ones. */
  requestsDoubled: way((chance) => ({ double: chance.oneOf([0.2, 0.8]) })),
  officeFails: way((chance) => ({ fail: chance.oneOf([0.2, 1]) })),
  officeRejects: way(() => ({ reject: 1 })),
  answersDamaged: way((chance) => ({ damage: chance.oneOf([0.2, 0.8]) })),
  /** The back office crashes and comes back from a copy of some minutes ago. */
  officeLosesMinutes: ({ office }) => {
    office.copy();
    return () => office.crashAndRestore();
  },
};

function way(draw: (chance: Chance) => Partial<WayState>): Fault {
  return ({ way }, chance) => {
    const change = draw(chance);
    Object.assign(way.state, change);
    return () => {
      const good: Record<string, unknown> = { ...goodWay() };
      for (const key of Object.keys(change)) Object.assign(way.state, { [key]: good[key] });
    };
  };
}
