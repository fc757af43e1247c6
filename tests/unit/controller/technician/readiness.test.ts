import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readinessLines } from "#controller/technician/readiness.ts";
import { SavedFiles } from "#controller/technician/savedFiles.ts";
import { makeTechnicianView } from "#controller/technician/technicianView.ts";
import type { DeviceReport } from "#core/interfaces/deviceReport.ts";
import { FlowKiosk } from "#tests/support/flowKiosk.ts";
import { deposit, enterMode } from "#tests/support/flowMoves.ts";
import { FakeBoards } from "#tests/support/runnerKiosk.ts";

let dataDir = "";
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "readiness-"));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const printer: DeviceReport = {
  deviceId: "printer",
  kind: "printer",
  state: "userError",
  capabilities: {},
  properties: { paper: "out" },
  error: { code: "paperOut", action: "maintenance" },
};

function viewOf(kiosk: FlowKiosk, devices: readonly DeviceReport[] = []) {
  return makeTechnicianView({
    register: kiosk.log.register,
    boards: new FakeBoards(),
    locks: new Map([1, 2, 3].map((channel) => [channel, { board: "A", channel }])),
    devices: () => devices,
    trace: () => [],
    savedFiles: () => [],
    commissioning: () => undefined,
    dataDir,
    softwareVersion: "0.1.0",
    upMs: () => 61_000.4,
    queue: () => ({ length: 3, ageMs: 9_000 }),
    isTimeTrusted: () => true,
    network: () => "online",
  });
}

describe("the technician's live view", () => {
  it("says of each door what it reads, what it holds and what is wrong with it", () => {
    const kiosk = new FlowKiosk({ unchecked: [4] });
    const { compartmentNumber } = deposit(kiosk);
    enterMode(kiosk);
    kiosk.touch({ kind: "takeOutOfService", compartmentNumber: 3, reason: "dirty" });
    kiosk.touch({ kind: "declareSensor", compartmentNumber: 3, isFaulty: true });
    kiosk.touch({ kind: "runTest", test: { kind: "lockBoard", board: "A" } });
    kiosk.give({ kind: "deviceTestEnded", test: { kind: "lockBoard", board: "A" }, outcome: "passed", facts: {} });
    kiosk.give({ kind: "safetyChanged", tamper: "calm", panic: "active" });
    const view = viewOf(kiosk);
    const door = (number: number) => view.doors.find((one) => one.compartmentNumber === number);
    expect(door(compartmentNumber)).toMatchObject({ contents: "dossier", isSensorFaulty: false });
    expect(door(3)).toMatchObject({ contents: "empty", outOfService: "dirty", isSensorFaulty: true });
    expect(door(4)).toMatchObject({ contents: "unchecked", reading: { door: "unknown" } });
    expect(view.results).toMatchObject([{ test: { kind: "lockBoard", board: "A" }, outcome: "passed" }]);
    expect(view.alarms).toMatchObject([{ alarm: "panic" }]);
    expect(view.system).toMatchObject({ upMs: 61_000, queueLength: 3, queueAgeMs: 9_000, network: "online" });
    expect(view.system.diskFreeBytes).toBeGreaterThan(0);
  });
});

describe("the readiness report", () => {
  const beside = {
    clock: { nowMs: 0, trust: "confirmed", reason: "timeService" } as const,
    openCases: 2,
    storeDamage: [],
    timeZone: "Asia/Ho_Chi_Minh",
  };
  const linesOf = (view: ReturnType<typeof viewOf>) => {
    return new Map(readinessLines(view, beside).map((line) => [line.subject.en, line]));
  };

  it("has a line for every device and for the machine itself, and says what to do", () => {
    const kiosk = new FlowKiosk({ compartments: 3 });
    const lines = linesOf(viewOf(kiosk, [printer]));
    expect(lines.get("Printer")).toMatchObject({
      state: "notOk",
      fact: { vi: "hết giấy", en: "out of paper" },
      advice: { vi: "Lắp cuộn giấy mới.", en: "Put a new roll in." },
    });
    expect(lines.get("Compartments")).toMatchObject({ state: "ok", fact: { en: "3 doors" } });
    expect(lines.get("Log waiting to be sent")).toMatchObject({ state: "ok", fact: { en: "3 events, oldest 0 min" } });
    expect(lines.get("Clock")).toMatchObject({ state: "ok" });
    expect(lines.get("Disk")).toMatchObject({ state: "ok" });
    expect(lines.get("Open cases")).toMatchObject({ state: "ok", fact: { vi: "2" } });
    const none = linesOf(viewOf(new FlowKiosk({ compartments: 0 })));
    expect(none.get("Compartments")).toMatchObject({ state: "notOk", advice: { en: "Commission the cabinet." } });
  });

  it("names doors out of service, faulty sensors, tests and alarms", () => {
    const kiosk = new FlowKiosk({ compartments: 3 });
    enterMode(kiosk);
    kiosk.touch({ kind: "takeOutOfService", compartmentNumber: 3, reason: "dirty" });
    kiosk.touch({ kind: "declareSensor", compartmentNumber: 3, isFaulty: true });
    kiosk.touch({ kind: "runTest", test: { kind: "lockBoard", board: "A" } });
    kiosk.give({ kind: "deviceTestEnded", test: { kind: "lockBoard", board: "A" }, outcome: "failed", facts: {} });
    kiosk.give({ kind: "safetyChanged", tamper: "active", panic: "calm" });
    const lines = linesOf(viewOf(kiosk));
    const fact = { en: "3 doors, 1 out of service, 1 faulty sensors" };
    expect(lines.get("Compartments")).toMatchObject({ state: "notOk", fact });
    expect(lines.get("Test: Board A")).toMatchObject({
      state: "notOk",
      fact: { vi: expect.stringMatching(/^không đạt, \d\d:/) },
    });
    expect(lines.get("Latched alarms")).toMatchObject({ state: "notOk" });
  });
});

describe("saved files", () => {
  it("are listed newest first, and the oldest goes when there are too many", () => {
    const files = new SavedFiles(dataDir);
    expect(files.names()).toEqual([]);
    for (let second = 0; second < 55; second += 1) files.writeJson("trace", Date.UTC(2026, 0, 1) + second * 1_000, {});
    files.writeJson("report", Date.UTC(2026, 0, 2), {});
    expect(files.names()).toHaveLength(51);
    expect(files.names()[0]).toBe("report-20260102T000000000.json");
    files.write("report", Date.UTC(2026, 0, 3), { extension: "pdf", content: Uint8Array.of(0x25, 0x50) });
    expect(readFileSync(join(dataDir, "reports", files.names()[0] ?? ""))).toEqual(Buffer.of(0x25, 0x50));
    expect(readdirSync(join(dataDir, "traces"))).not.toContain("trace-20260101T000000000.json");
  });
});
