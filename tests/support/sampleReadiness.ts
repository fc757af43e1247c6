import { type ReadinessReport, readinessReport } from "#core/domain/readiness.ts";
import type { DeviceReport } from "#core/interfaces/deviceReport.ts";
import { deviceLine } from "#core/readiness/deviceLine.ts";
import {
  alarmsLine,
  casesLine,
  clockLine,
  compartmentsLine,
  diskLine,
  queueLine,
  testLine,
} from "#core/readiness/machineLines.ts";

const about = { capabilities: {}, properties: {} } as const;
const online = { ...about, state: "online" } as const;

function board(name: string): DeviceReport {
  return { ...online, deviceId: `lockBoard:${name}`, kind: "lockBoard", capabilities: { channels: 16 } };
}

const confirmed = { trust: "confirmed", reason: "timeService" } as const;
const unconfirmed = { trust: "plausible", reason: "notConfirmed" } as const;

/** What is well with a machine of that many boards, more than one page where they are many. */
function goodDevices(boards: number): DeviceReport[] {
  return [
    ...Array.from({ length: boards }, (_, index) => board(`A${index + 1}`)),
    { ...online, deviceId: "scanner:front", kind: "scanner", properties: { codesRead: 128 } },
    { ...online, deviceId: "ups", kind: "ups", properties: { source: "mains", battery: "full", chargePercent: 100 } },
    { ...online, deviceId: "network", kind: "network" },
    { ...online, deviceId: "database", kind: "database" },
  ];
}

const troubledDevices: readonly DeviceReport[] = [
  {
    ...board("B"),
    state: "hardwareError",
    error: { code: "damagedReplies", action: "maintenance" },
  },
  {
    ...about,
    deviceId: "printer",
    kind: "printer",
    state: "userError",
    error: { code: "paperOut", action: "clear" },
  },
  { ...about, deviceId: "camera", kind: "camera", state: "unknown" },
  { ...about, deviceId: "safetyInputs", kind: "safetyInputs", state: "notSupported" },
];

/** A report of a machine with some trouble or none, and with so many boards that are well. */
export function sampleReadiness({ boards = 2, isReady = false } = {}): ReadinessReport {
  const atMs = Date.UTC(2026, 10, 20, 1, 5);
  const timeZone = "Asia/Ho_Chi_Minh";
  const devices = [...(isReady ? [] : troubledDevices), ...goodDevices(boards)];
  const lines = [
    ...devices.map(deviceLine),
    compartmentsLine({ doors: 32, unread: isReady ? 0 : 16, outOfService: 0, faultySensors: 0 }),
    alarmsLine(isReady ? [] : ["panic"]),
    casesLine(2),
    diskLine(41_300_000_000),
    clockLine({ nowMs: atMs, ...(isReady ? confirmed : unconfirmed) }),
    queueLine({ length: 12, ageMs: 3 * 3_600_000 }),
    testLine(
      {
        test: { kind: "lockBoard", board: "A1" },
        outcome: "passed",
        facts: { replies: 20, missed: 0, medianMs: 14, worstMs: 21 },
        atMs,
      },
      timeZone,
    ),
  ];
  const officeName = "Trung tâm Phục vụ hành chính công phường Thử Nghiệm";
  return readinessReport({ kioskNumber: 7, officeName, softwareVersion: "0.1.0", timeZone, atMs }, lines);
}
