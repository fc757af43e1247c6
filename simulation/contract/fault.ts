import type { Machine } from "../engine/machine.ts";
import type { Office } from "../engine/office.ts";
import type { OfficeWay } from "../engine/officeWay.ts";
import type { Power } from "../engine/power.ts";
import type { Street } from "../engine/street.ts";
import type { WorldClock } from "../engine/worldClock.ts";
import type { Chance } from "./plan.ts";

/** What a fault may break. */
export interface FaultPlace {
  readonly machine: Machine;
  readonly street: Street;
  readonly way: OfficeWay;
  readonly office: Office;
  readonly power: Power;
  readonly clock: WorldClock;
}

/** Breaks something and returns what mends it. What is over at once returns nothing. */
export type Fault = (place: FaultPlace, chance: Chance) => (() => void) | undefined;
