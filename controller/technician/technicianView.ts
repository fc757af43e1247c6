import { statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import { type CommissioningView, DeviceTest, type TechnicianView, type TestResult } from "#core/contract/technician.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { DeviceReport } from "#core/interfaces/deviceReport.ts";
import type { LockAddress, LockBoards } from "#core/interfaces/lockBoard.ts";
import { mayHoldDossier } from "#core/register/holding.ts";
import type { DeviceTestRecord } from "#core/register/records.ts";
import { compartmentsOf, machineOf, type Register } from "#core/register/register.ts";

/** Where the view's facts come from. */
export interface ViewSources {
  readonly register: Register;
  readonly boards: LockBoards;
  readonly locks: ReadonlyMap<CompartmentNumber, LockAddress>;
  readonly devices: () => readonly DeviceReport[];
  readonly trace: () => TechnicianView["trace"];
  readonly savedFiles: () => readonly string[];
  readonly commissioning: () => CommissioningView | undefined;
  readonly dataDir: string;
  readonly softwareVersion: string;
  readonly upMs: () => number;
  /** Events that the back office has not acknowledged, and the age of the oldest. */
  readonly queue: () => { readonly length: number; readonly ageMs?: number | undefined };
  readonly isTimeTrusted: () => boolean;
  readonly network: () => "online" | "offline";
}

/** Everything that the technician's screen shows live, as of now. */
export function makeTechnicianView(sources: ViewSources): TechnicianView {
  const { register, boards } = sources;
  const { alarms, deviceTests } = machineOf(register);
  const commissioning = sources.commissioning();
  return {
    devices: sources.devices(),
    doors: doorsOf(sources),
    boards: boards.boards(),
    trace: sources.trace(),
    system: systemOf(sources),
    results: (deviceTests ?? []).flatMap(resultOf),
    alarms: (["tamper", "panic"] as const).flatMap((alarm) => {
      const latch = alarms?.[alarm];
      return latch === undefined ? [] : [{ alarm, sinceMs: latch.sinceMs }];
    }),
    savedFiles: sources.savedFiles(),
    ...(commissioning === undefined ? {} : { commissioning }),
  };
}

function doorsOf({ register, boards, locks }: ViewSources): TechnicianView["doors"] {
  return compartmentsOf(register).map((compartment) => {
    const { compartmentNumber, board, channel, contents, outOfService, faultySensor } = compartment;
    const lock = locks.get(compartmentNumber);
    const reading = lock === undefined ? ({ door: "unknown", occupancy: "unknown" } as const) : boards.latest(lock);
    const isHolding = mayHoldDossier(register, compartmentNumber);
    return {
      compartmentNumber,
      board,
      channel,
      reading,
      contents: isHolding ? "dossier" : contents.kind === "empty" ? "empty" : "unchecked",
      ...(outOfService === undefined ? {} : { outOfService: outOfService.reason }),
      isSensorFaulty: faultySensor !== undefined,
    };
  });
}

function systemOf(sources: ViewSources): TechnicianView["system"] {
  const { dataDir, softwareVersion, upMs, queue, isTimeTrusted, network } = sources;
  const { bavail, bsize } = statfsSync(dataDir);
  const { length: queueLength, ageMs } = queue();
  return {
    softwareVersion,
    upMs: Math.round(upMs()),
    memoryBytes: process.memoryUsage.rss(),
    diskFreeBytes: bavail * bsize,
    databaseBytes: sizeOf(join(dataDir, "kiosk.db")) + sizeOf(join(dataDir, "kiosk.db-wal")),
    queueLength,
    ...(ageMs === undefined ? {} : { queueAgeMs: ageMs }),
    isTimeTrusted: isTimeTrusted(),
    network: network(),
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** A stored result as the contract has it; one of a test that this version does not know is left out. */
function resultOf({ test, outcome, facts, atMs }: DeviceTestRecord): TestResult[] {
  const { kind, name } = test;
  const named = kind === "lockBoard" ? { board: name } : kind === "scanner" ? { name } : {};
  const known = DeviceTest.safeParse({ kind, ...named });
  return known.success ? [{ test: known.data, outcome, facts, atMs }] : [];
}
