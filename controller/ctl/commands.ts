import { backupCommand } from "./backup.ts";
import type { Command } from "./command.ts";
import { commissionCommand } from "./commission.ts";
import { doctorCommand } from "./doctor.ts";
import { logCommand } from "./log.ts";
import { openCommand } from "./open.ts";
import { printTestCommand } from "./printTest.ts";
import { probeCommand } from "./probe.ts";
import { restoreCommand } from "./restore.ts";
import { scanCommand } from "./scan.ts";
import { staffCommand } from "./staff.ts";
import { statusCommand } from "./status.ts";
import { traceCommand } from "./trace.ts";

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  probeCommand,
  statusCommand,
  openCommand,
  traceCommand,
  scanCommand,
  printTestCommand,
  doctorCommand,
  logCommand,
  backupCommand,
  restoreCommand,
  staffCommand,
  commissionCommand,
];
