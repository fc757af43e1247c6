import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readinessLines } from "#controller/technician/readiness.ts";
import { SavedFiles } from "#controller/technician/savedFiles.ts";
import { makeTechnicianView } from "#controller/technician/technicianView.ts";
import { readinessPaper } from "#core/documents/readinessPaper.ts";
import type { ReadinessLine } from "#core/domain/readiness.ts";
import type { DeviceReport } from "#core/interfaces/deviceReport.ts";
import { vi } from "#core/languages/vi/index.ts";
import { NO_POWER_SUPPLY } from "#device/power/upsReport.ts";
import { loadPrintFonts, rasterize } from "#device/printer/rasterize.ts";
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
  const office = { timeZone: "Asia/Ho_Chi_Minh" };
  const noSupply: DeviceReport = NO_POWER_SUPPLY.report();
  const line = (lines: readonly ReadinessLine[], subject: string) => lines.find((one) => one.subject === subject);

  it("has a line for every device and for the machine itself, and says what to do", () => {
    const kiosk = new FlowKiosk({ compartments: 3 });
    enterMode(kiosk);
    const lines = readinessLines(viewOf(kiosk, [printer, noSupply]), office);
    expect(line(lines, "Máy in")).toMatchObject({
      state: "notOk",
      advice: vi.devices.action.maintenance,
      fact: "cần sửa; Giấy: hết; Lỗi: hết giấy",
    });
    expect(line(lines, "Bộ lưu điện")).toEqual({ subject: "Bộ lưu điện", state: "notSupported", fact: "không lắp" });
    expect(line(lines, "Tủ")).toMatchObject({
      state: "ok",
      fact: "Cửa: 3; Không đọc được: 0; Tạm ngưng: 0; Cảm biến hỏng: 0",
    });
    expect(line(lines, "Sổ chờ gửi")).toMatchObject({ fact: "Dòng chờ gửi: 3; Cũ nhất, ms: 9.000" });
    expect(line(lines, "Đồng hồ")).toMatchObject({ state: "ok" });
    kiosk.touch({ kind: "takeOutOfService", compartmentNumber: 2, reason: "dirty" });
    expect(line(readinessLines(viewOf(kiosk), office), "Tủ")).toMatchObject({ state: "notOk", advice: "Cần xem: 2." });
    const none = readinessLines(viewOf(new FlowKiosk({ compartments: 0 })), office);
    expect(line(none, "Tủ")).toMatchObject({ state: "notOk", advice: vi.devices.action.configuration });
  });

  it("can be drawn on receipt paper, wide and narrow", () => {
    const lines = readinessLines(viewOf(new FlowKiosk(), [printer]), { timeZone: "Asia/Ho_Chi_Minh" });
    const fonts = loadPrintFonts();
    const office = { productName: "Hồ sơ 24/7", officeName: "Phường Mẫu", hotline: "1022" };
    const about = { kioskNumber: 7, softwareVersion: "0.1.0", lines };
    for (const widthDots of [576, 384] as const) {
      const calendar = { timeZone: "Asia/Ho_Chi_Minh" };
      const drawn = readinessPaper(
        { widthDots, fonts },
        { ...about, office, calendar, madeAtMs: Date.UTC(2026, 10, 20) },
      );
      expect(rasterize(drawn, fonts)).toMatchObject({ ok: true });
    }
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
    expect(readdirSync(join(dataDir, "traces"))).not.toContain("trace-20260101T000000000.json");
  });
});
