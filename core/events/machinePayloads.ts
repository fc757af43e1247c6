import { z } from "zod";
import { CompartmentNumber } from "../domain/cabinet.ts";
import { CaseNumber, Id, StaffId } from "../domain/ids.ts";
import { Alarm, TestedDevice } from "./eventParts.ts";

const visit = { visitId: Id };

/** Events about the machine itself: technician mode, tests, evacuation, alarms, power. */
export const machinePayloads = {
  technicianModeEntered: { version: 1, payload: z.strictObject({ ...visit, staffId: StaffId }) },
  technicianModeLeft: {
    version: 1,
    payload: z.strictObject({ ...visit, staffId: StaffId, reason: z.enum(["asked", "inactive", "restarted"]) }),
  },
  /** A cycle test ended: doors that opened and shut, of the rounds that were asked for. */
  doorCycled: {
    version: 1,
    payload: z.strictObject({
      compartmentNumber: CompartmentNumber,
      staffId: StaffId,
      rounds: z.number().int().min(1).max(50),
      opened: z.number().int().min(0).max(50),
      failed: z.number().int().min(0).max(50),
    }),
  },
  deviceTested: {
    version: 1,
    payload: z.strictObject({
      test: TestedDevice,
      outcome: z.enum(["passed", "failed", "unresolved", "notSupported"]),
      facts: z.record(z.string().max(40), z.union([z.string().max(200), z.number(), z.boolean()])),
      staffId: StaffId,
    }),
  },
  evacuationStarted: {
    version: 1,
    payload: z.strictObject({ ...visit, staffId: StaffId, approvedBy: StaffId, caseNumber: CaseNumber }),
  },
  evacuationEnded: {
    version: 1,
    payload: z.strictObject({
      ...visit,
      caseNumber: CaseNumber,
      opened: z.array(CompartmentNumber).max(512),
      failed: z.array(CompartmentNumber).max(512),
    }),
  },
  alarmRaised: { version: 1, payload: z.strictObject({ alarm: Alarm, caseNumber: CaseNumber }) },
  alarmAcknowledged: { version: 1, payload: z.strictObject({ alarm: Alarm, staffId: StaffId }) },
  powerChanged: {
    version: 1,
    payload: z.strictObject({
      source: z.enum(["mains", "battery", "unknown", "notSupported"]),
      battery: z.enum(["full", "operational", "low", "critical", "unknown", "notSupported"]),
      isShuttingDown: z.boolean(),
    }),
  },
} as const;
