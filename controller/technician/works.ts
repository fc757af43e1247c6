import type { TechnicianClient } from "#core/contract/screen.ts";
import type { CommissioningStep, DeviceTest, TestOutcome, TestResult } from "#core/contract/technician.ts";
import type { StaffId } from "#core/domain/ids.ts";
import type { World } from "#flow/world.ts";

/** What a device test came to. `asksPerson`: the rest only the person at the machine can see. */
export interface TestEnd {
  readonly outcome: TestOutcome;
  readonly facts: TestResult["facts"];
  readonly asksPerson?: boolean | undefined;
}

/** What technician mode needs of the machine besides doors and papers. */
export interface TechnicianWorks {
  /** Clients besides the page that step aside. */
  readonly clients: readonly TechnicianClient[];
  commissioning(): World["commissioning"];
  /** Resolves when all have stepped aside, with those who did so within the time. */
  askClients(): Promise<readonly TechnicianClient[]>;
  /** Rejects only on a defect. Bounded in time. */
  test(test: DeviceTest): Promise<TestEnd>;
  /** Writes the trace or the readiness report; resolves with the file's name, undefined where the disk refuses. */
  save(what: "trace" | "report"): Promise<string | undefined>;
  commission(step: CommissioningStep, by: StaffId): Promise<void>;
  /** Brings what is written from the write-ahead file into the database's own file. */
  flushLog(): void;
}
