import type { Fault } from "../contract/fault.ts";
import type { Chance } from "../contract/plan.ts";
import { QUIET_WIRE, type WireNoise } from "../engine/faultyPeer.ts";
import type { Cable, Machine } from "../engine/machine.ts";

/** A wire that loses, delays, doubles, damages or cuts off what passes, one of these or all of them. */
export const wireFaults: Readonly<Record<string, Fault>> = {
  framesDropped: noise((chance) => ({ drop: share(chance) })),
  framesDelayed: noise((chance) => ({ delay: share(chance), longestDelayMs: chance.between(20, 2_000) })),
  framesDoubled: noise((chance) => ({ double: share(chance), longestDelayMs: chance.between(0, 500) })),
  framesCorrupted: noise((chance) => ({ corrupt: share(chance) })),
  framesCut: noise((chance) => ({ cut: share(chance) })),
  badWire: noise((chance) => ({
    drop: share(chance) / 3,
    delay: share(chance) / 3,
    longestDelayMs: chance.between(1, 300),
    double: share(chance) / 3,
    corrupt: share(chance) / 3,
    cut: share(chance) / 3,
  })),
  wireUnplugged: ({ machine }, chance) => {
    const { wire } = chance.oneOf(machine.cables);
    wire.unplug();
    return () => wire.replug();
  },
};

/** From a flicker to a wire that is all but dead. */
function share(chance: Chance): number {
  return chance.oneOf([0.01, 0.05, 0.2, 0.6]);
}

function noise(draw: (chance: Chance) => Partial<WireNoise>): Fault {
  return ({ machine }, chance) => {
    const { peer } = cableOf(machine, chance);
    peer.noise = { ...QUIET_WIRE, ...draw(chance) };
    return () => {
      peer.noise = QUIET_WIRE;
    };
  };
}

/** Mostly a lock wire: there are the frames that matter. */
function cableOf(machine: Machine, chance: Chance): Cable {
  return chance.isLikely(0.75) ? chance.oneOf([...machine.lockCables.values()]) : machine.printerCable;
}
