import type { TechnicianView } from "#core/contract/technician.ts";
import type { ReadinessLine } from "#core/domain/readiness.ts";
import type { StoreDamage } from "#core/events/eventParts.ts";
import { type BackupFacts, backupLine } from "#core/readiness/backupLine.ts";
import { deviceLine } from "#core/readiness/deviceLine.ts";
import {
  alarmsLine,
  type ClockFacts,
  casesLine,
  clockLine,
  compartmentsLine,
  diskLine,
  queueLine,
  testLine,
} from "#core/readiness/machineLines.ts";
import { storeLine } from "#core/readiness/storeLine.ts";

/** What the live view does not say. */
export interface BesideView {
  readonly clock: ClockFacts;
  readonly openCases: number;
  /** What the log says is wrong with its store. */
  readonly storeDamage: readonly StoreDamage[];
  readonly timeZone: string;
  /** Absent where no backups are made. */
  readonly backup?: BackupFacts | undefined;
}

/** The readiness report's lines: every device, what the machine itself says, then the newest tests. */
export function readinessLines(view: TechnicianView, beside: BesideView): readonly ReadinessLine[] {
  const { devices, doors, system, alarms, results } = view;
  return [
    ...devices.map(deviceLine),
    compartmentsLine({
      doors: doors.length,
      unread: doors.filter(({ reading }) => reading.door === "unknown").length,
      outOfService: doors.filter(({ outOfService }) => outOfService !== undefined).length,
      faultySensors: doors.filter(({ isSensorFaulty }) => isSensorFaulty).length,
    }),
    alarmsLine(alarms.map(({ alarm }) => alarm)),
    casesLine(beside.openCases),
    storeLine(beside.storeDamage),
    diskLine(system.diskFreeBytes),
    clockLine(beside.clock),
    queueLine({ length: system.queueLength, ageMs: system.queueAgeMs }),
    ...(beside.backup === undefined ? [] : [backupLine(beside.backup, beside.clock.nowMs)]),
    ...results.map((result) => testLine(result, beside.timeZone)),
  ];
}
