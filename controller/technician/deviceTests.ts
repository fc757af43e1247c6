import { closeSync, fsyncSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { join } from "node:path";
import { unreachable } from "#core/base/assert.ts";
import type { DeviceTest } from "#core/contract/technician.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import type { LockBoards } from "#core/interfaces/lockBoard.ts";
import type { PowerStatus } from "#core/interfaces/power.ts";
import type { Printer, Raster } from "#core/interfaces/printer.ts";
import type { Scanner } from "#core/interfaces/scanner.ts";
import { LEAST_FREE_BYTES } from "#core/readiness/machineLines.ts";
import type { ScanWatch } from "./scanWatch.ts";
import type { TestEnd } from "./works.ts";

/** Readings of one board test; each is a whole request and reply. */
const BOARD_READINGS = 20;
/** How long a test waits for somebody to show a code, milliseconds. */
const SCAN_WITHIN_MS = 20_000;
const TEST_FILE_BYTES = 1_048_576;

export interface DeviceTestParts {
  readonly clock: Clock;
  readonly boards: LockBoards;
  readonly printer: Printer;
  readonly scanners: readonly Scanner[];
  readonly scans: ScanWatch;
  readonly dataDir: string;
  /** Room on the disk that holds a folder, bytes; absent: the system is asked. */
  readonly freeBytes?: ((folder: string) => number) | undefined;
  /** Draws the test page. */
  readonly testPage: () => Raster;
  /** Checks the whole log in a thread of its own. */
  readonly verifyLog: () => Promise<{ readonly isSound: boolean; readonly lastSeq: number; readonly faults: number }>;
  /** Asks the back office for anything; resolves with the milliseconds it took. Absent: the kiosk works alone. */
  readonly reachOffice?: (() => Promise<number | undefined>) | undefined;
  readonly power: () => PowerStatus;
  readonly isWallTimeTrusted: () => boolean;
}

const notSupported: TestEnd = { outcome: "notSupported", facts: {} };

/** Runs one test to its end; no test moves a lock. Rejects only on a defect. */
export async function runDeviceTest(test: DeviceTest, parts: DeviceTestParts): Promise<TestEnd> {
  switch (test.kind) {
    case "lockBoard":
      return testBoard(test.board, parts);
    case "scanner": {
      const scanner = parts.scanners.find(({ name }) => name === test.name);
      if (scanner === undefined) return notSupported;
      scanner.trigger();
      return testScan(test.name, parts);
    }
    case "camera":
      return testScan("camera", parts);
    case "printer":
      return testPrinter(parts);
    case "database": {
      const startMs = parts.clock.monotonicMs();
      const { isSound, lastSeq, faults } = await parts.verifyLog();
      const facts = { lastSeq, faults, tookMs: Math.round(parts.clock.monotonicMs() - startMs) };
      return { outcome: isSound ? "passed" : "failed", facts };
    }
    case "disk":
      return testDisk(parts);
    case "clock": {
      const isTrusted = parts.isWallTimeTrusted();
      return { outcome: isTrusted ? "passed" : "failed", facts: { isTrusted } };
    }
    case "network":
      return testNetwork(parts);
    case "ups":
      return testPower(parts.power());
    default:
      return unreachable(test);
  }
}

async function testBoard(board: string, { boards, clock }: DeviceTestParts): Promise<TestEnd> {
  if (!boards.boards().some((known) => known.board === board)) return notSupported;
  const tookMs: number[] = [];
  for (let reading = 0; reading < BOARD_READINGS; reading += 1) {
    const startMs = clock.monotonicMs();
    const { door } = await boards.read({ board, channel: 1 });
    if (door !== "unknown") tookMs.push(clock.monotonicMs() - startMs);
  }
  const missed = BOARD_READINGS - tookMs.length;
  const sorted = tookMs.toSorted((a, b) => a - b).map(Math.round);
  const latency = sorted.length === 0 ? {} : { medianMs: sorted[sorted.length >> 1] ?? 0, worstMs: sorted.at(-1) ?? 0 };
  return { outcome: missed === 0 ? "passed" : "failed", facts: { replies: tookMs.length, missed, ...latency } };
}

/** Nothing of what a code says is kept: it may be somebody's card. */
async function testScan(from: string, { scans }: DeviceTestParts): Promise<TestEnd> {
  const scan = await scans.next(from, SCAN_WITHIN_MS);
  if (scan === undefined) return { outcome: "failed", facts: { read: false } };
  const { symbology, text } = scan;
  return { outcome: "passed", facts: { read: true, symbology, isText: text !== undefined } };
}

async function testPrinter({ printer, testPage }: DeviceTestParts): Promise<TestEnd> {
  const result = await printer.print(testPage());
  const { status, paper } = printer.latest();
  if (result.kind === "notPrinted") return { outcome: "failed", facts: { status: result.reason, paper } };
  // Whether the page is clean only a person sees.
  return { outcome: "unresolved", facts: { printed: result.kind, status, paper }, asksPerson: true };
}

function systemFreeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Writes a file, waits until it is on the disk, and removes it. */
function testDisk({ dataDir, clock, freeBytes: freeBytesOf = systemFreeBytes }: DeviceTestParts): TestEnd {
  const freeBytes = freeBytesOf(dataDir);
  const path = join(dataDir, "disk-test.tmp");
  const startMs = clock.monotonicMs();
  try {
    const file = openSync(path, "w", 0o600);
    try {
      writeSync(file, new Uint8Array(TEST_FILE_BYTES));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    return { outcome: "failed", facts: { freeBytes, error: code } };
  } finally {
    rmSync(path, { force: true, recursive: true });
  }
  const tookMs = Math.round(clock.monotonicMs() - startMs);
  return { outcome: freeBytes >= LEAST_FREE_BYTES ? "passed" : "failed", facts: { freeBytes, tookMs } };
}

async function testNetwork({ reachOffice }: DeviceTestParts): Promise<TestEnd> {
  if (reachOffice === undefined) return notSupported;
  const tookMs = await reachOffice();
  if (tookMs === undefined) return { outcome: "failed", facts: { isReached: false } };
  return { outcome: "passed", facts: { isReached: true, tookMs: Math.round(tookMs) } };
}

function testPower(status: PowerStatus): TestEnd {
  if (status.source === "notSupported") return notSupported;
  const { source, battery, chargePercent, runtimeSeconds } = status;
  const facts = {
    source,
    battery,
    ...(chargePercent === undefined ? {} : { chargePercent }),
    ...(runtimeSeconds === undefined ? {} : { runtimeSeconds }),
  };
  if (source === "unknown") return { outcome: "unresolved", facts };
  return { outcome: battery === "critical" ? "failed" : "passed", facts };
}
