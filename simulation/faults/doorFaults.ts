import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { CompartmentFaults } from "#device/simulator/simulatedCabinet.ts";
import type { Fault, FaultPlace } from "../contract/fault.ts";
import type { Chance } from "../contract/plan.ts";

/** What goes wrong with a door, its bolt and its sensor. */
export const doorFaults: Readonly<Record<string, Fault>> = {
  doorJammed: compartment(() => ({ isJammed: true })),
  sensorStuckOpen: compartment(() => ({ stuckSensor: "open" })),
  sensorStuckClosed: compartment(() => ({ stuckSensor: "closed" })),
  /** Somebody opens a door by force; it stands open until somebody passes. */
  doorForced: ({ machine, street }, chance) => {
    const number = anyDoor(machine, chance);
    if (street.isDoorOpen(number)) return () => {};
    street.force(number, "a vandal");
    return () => street.shut(number, "a passer-by");
  },
  /** A door that no bolt holds springs open again and again. */
  doorDoesNotLatch: ({ machine, street, clock }, chance) => {
    const number = anyDoor(machine, chance);
    let isOver = false;
    const spring = (): void => {
      if (isOver) return;
      if (!street.isDoorOpen(number)) street.force(number, "its own spring");
      clock.after(chance.between(5_000, 600_000), spring);
    };
    spring();
    return () => {
      isOver = true;
      street.shut(number, "a passer-by");
    };
  },
};

function anyDoor(machine: FaultPlace["machine"], chance: Chance): CompartmentNumber {
  return chance.oneOf([...machine.locks.keys()]);
}

function compartment(draw: (chance: Chance) => Partial<CompartmentFaults>): Fault {
  return ({ machine }, chance) => {
    const lock = machine.lockOf(anyDoor(machine, chance));
    machine.cabinet.breakCompartment(lock, draw(chance));
    return () => machine.cabinet.breakCompartment(lock, { isJammed: false, stuckSensor: undefined });
  };
}
