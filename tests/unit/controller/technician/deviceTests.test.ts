import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DeviceTestParts, runDeviceTest } from "#controller/technician/deviceTests.ts";
import { ScanWatch } from "#controller/technician/scanWatch.ts";
import type { BoardHealth } from "#core/interfaces/lockBoard.ts";
import type { PowerStatus } from "#core/interfaces/power.ts";
import type { PrintOutcome } from "#core/interfaces/printer.ts";
import type { Scanner } from "#core/interfaces/scanner.ts";
import { ManualClock } from "#tests/support/manualClock.ts";
import { FakeBoards, FakePrinter } from "#tests/support/runnerKiosk.ts";

const board: BoardHealth = {
  board: "A",
  wire: "east",
  family: "kerong-cu16",
  address: 0,
  channels: 16,
  status: "online",
  requests: 0,
  missed: 0,
  damaged: 0,
};

class OneBoard extends FakeBoards {
  override boards(): readonly BoardHealth[] {
    return [board];
  }

  override read(): ReturnType<FakeBoards["read"]> {
    return Promise.resolve({ door: this.isAnswering ? "closed" : "unknown", occupancy: "notSupported" });
  }
}

class TurnedPrinter extends FakePrinter {
  outcome: PrintOutcome = { kind: "printed", isVerified: true };

  override print(): Promise<PrintOutcome> {
    return Promise.resolve(this.outcome);
  }
}

const scanner: Scanner = {
  name: "front",
  start: () => {},
  status: () => "online",
  facts: () => ({ connection: "serial", canTrigger: true, codesRead: 0, codesUnsupported: 0 }),
  onScan: () => {},
  onStatusChanged: () => {},
  trigger: () => true,
  stop: async () => {},
};

let dataDir = "";
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "device-tests-"));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

function parts() {
  const clock = new ManualClock();
  const made = {
    clock,
    boards: new OneBoard(),
    printer: new TurnedPrinter(),
    scanners: [scanner],
    scans: new ScanWatch(clock),
    dataDir,
    testPage: () => ({ widthDots: 8, heightDots: 1, data: Uint8Array.of(0xff) }),
    verifyLog: async () => ({ isSound: true, lastSeq: 42, faults: 0 }),
    power: (): PowerStatus => ({ source: "notSupported", battery: "notSupported", isShuttingDown: false }),
    isWallTimeTrusted: () => true,
  } satisfies DeviceTestParts;
  return made;
}

describe("device tests", () => {
  it("count the replies of a lock board, and move no lock", async () => {
    const { boards, ...rest } = parts();
    const all = { ...rest, boards };
    expect(await runDeviceTest({ kind: "lockBoard", board: "A" }, all)).toMatchObject({
      outcome: "passed",
      facts: { replies: 20, missed: 0 },
    });
    boards.isAnswering = false;
    expect(await runDeviceTest({ kind: "lockBoard", board: "A" }, all)).toEqual({
      outcome: "failed",
      facts: { replies: 0, missed: 20 },
    });
    expect(await runDeviceTest({ kind: "lockBoard", board: "Z" }, all)).toMatchObject({ outcome: "notSupported" });
    expect(boards.commands).toEqual([]);
  });

  it("wait for a code and keep nothing of what it says", async () => {
    const all = parts();
    const running = runDeviceTest({ kind: "scanner", name: "front" }, all);
    all.scans.note("camera", { source: "camera", symbology: "qrCode", text: "somebody's card" });
    all.scans.note("front", { source: "scanner", symbology: "qrCode", text: "somebody's card" });
    expect(await running).toEqual({ outcome: "passed", facts: { read: true, symbology: "qrCode", isText: true } });
    expect(await all.clock.until(runDeviceTest({ kind: "camera" }, all))).toEqual({
      outcome: "failed",
      facts: { read: false },
    });
    expect(await runDeviceTest({ kind: "scanner", name: "back" }, all)).toMatchObject({ outcome: "notSupported" });
  });

  it("leave it to the person whether a printed page is clean; what was not printed failed", async () => {
    const all = parts();
    expect(await runDeviceTest({ kind: "printer" }, all)).toMatchObject({ outcome: "unresolved", asksPerson: true });
    all.printer.outcome = { kind: "notPrinted", reason: "paperOut" };
    expect(await runDeviceTest({ kind: "printer" }, all)).toMatchObject({
      outcome: "failed",
      facts: { status: "paperOut" },
    });
  });

  it("write to the disk and leave nothing behind; a disk that refuses fails", async () => {
    const all = parts();
    const end = await runDeviceTest({ kind: "disk" }, all);
    expect(end.facts.freeBytes).toBeGreaterThan(0);
    expect(readdirSync(dataDir)).toEqual([]);
    // A folder where the file should be: no file can be written there.
    mkdirSync(join(dataDir, "disk-test.tmp", "inside"), { recursive: true });
    await expect(runDeviceTest({ kind: "disk" }, all)).resolves.toMatchObject({
      outcome: "failed",
      facts: { error: "EISDIR" },
    });
  });

  it("tell apart what fails, what is unknown and what there is not", async () => {
    const all = parts();
    const power = (source: "battery" | "unknown" | "notSupported", battery: "full" | "critical") => ({
      ...all,
      power: () => ({ source, battery, isShuttingDown: false }),
    });
    expect(await runDeviceTest({ kind: "ups" }, all)).toMatchObject({ outcome: "notSupported" });
    expect(await runDeviceTest({ kind: "ups" }, power("unknown", "full"))).toMatchObject({ outcome: "unresolved" });
    expect(await runDeviceTest({ kind: "ups" }, power("battery", "critical"))).toMatchObject({ outcome: "failed" });
    expect(await runDeviceTest({ kind: "network" }, all)).toMatchObject({ outcome: "notSupported" });
    const reachOffice = async () => 12.4;
    expect(await runDeviceTest({ kind: "network" }, { ...all, reachOffice })).toMatchObject({
      outcome: "passed",
      facts: { tookMs: 12 },
    });
    const gone = async () => undefined;
    expect(await runDeviceTest({ kind: "network" }, { ...all, reachOffice: gone })).toMatchObject({
      outcome: "failed",
    });
    expect(await runDeviceTest({ kind: "clock" }, { ...all, isWallTimeTrusted: () => false })).toMatchObject({
      outcome: "failed",
    });
    const verifyLog = async () => ({ isSound: false, lastSeq: 42, faults: 1 });
    expect(await runDeviceTest({ kind: "database" }, { ...all, verifyLog })).toMatchObject({
      outcome: "failed",
      facts: { lastSeq: 42, faults: 1 },
    });
  });
});
