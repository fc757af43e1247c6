import type { Fault } from "../contract/fault.ts";
import { boardFaults } from "./boardFaults.ts";
import { doorFaults } from "./doorFaults.ts";
import { officeFaults } from "./officeFaults.ts";
import { paperFaults } from "./paperFaults.ts";
import { powerFaults } from "./powerFaults.ts";
import { wireFaults } from "./wireFaults.ts";

/** Everything that can break, by the names that plans and `--faults` use. */
export const faults: Readonly<Record<string, Fault>> = {
  ...wireFaults,
  ...boardFaults,
  ...doorFaults,
  ...paperFaults,
  ...officeFaults,
  ...powerFaults,
};
