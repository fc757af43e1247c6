import type { Secrets } from "../checkers/nothingPersonalLeft.ts";
import type { RunFigures } from "../engine/figures.ts";
import type { Machine } from "../engine/machine.ts";
import type { Office } from "../engine/office.ts";
import type { Power } from "../engine/power.ts";
import type { Violation } from "../engine/witness.ts";
import type { Fault } from "./fault.ts";
import type { RunChecker } from "./observation.ts";
import type { Town, Visit } from "./place.ts";
import type { Plan } from "./plan.ts";

/** What may happen in a run, by the names that plans use. */
export interface Tables {
  readonly visits: Readonly<Record<string, Visit>>;
  readonly faults: Readonly<Record<string, Fault>>;
}

export interface RunOptions extends Tables {
  readonly plan: Plan;
  /**
   * Visits by which staff put the machine in order at the very end, with every fault mended, by their names in `visits`.
   * Absent: nobody comes.
   */
  readonly lastRound?: readonly string[] | undefined;
  /** Makes the checkers of this one run. */
  readonly checkersFor: (view: RunView) => readonly RunChecker[];
}

/** What checkers may look at besides observations and evidence. */
export interface RunView {
  readonly town: Town;
  readonly machine: Machine;
  readonly power: Power;
  readonly office: Office;
  readonly secrets: Secrets;
  /** As the kiosk is configured: personal data are kept for so long after a dossier left it, days. */
  readonly retentionDays: number;
}

export interface RunResult {
  readonly plan: Plan;
  readonly violation: Violation | undefined;
  /** What happened, line by line; the last lines lead to the violation. */
  readonly story: readonly string[];
  readonly figures: RunFigures;
  /** The same for the same plan: over all observations, all bytes on all wires and the whole log. */
  readonly fingerprint: string;
  /** Live memory that a day added, bytes; undefined for a run of less than two days. */
  readonly memoryGrowthPerDay: number | undefined;
}
