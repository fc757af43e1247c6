import type { EventView } from "#core/contract/staffApi.ts";
import { caseNumberName } from "./names.ts";

const TESTED: Readonly<Record<string, string>> = {
  lockBoard: "bảng khóa",
  scanner: "đầu đọc mã",
  camera: "camera",
  printer: "máy in",
  database: "cơ sở dữ liệu",
  disk: "ổ đĩa",
  clock: "đồng hồ",
  network: "mạng",
  ups: "bộ lưu điện",
};
const TEST_OUTCOMES: Readonly<Record<string, string>> = {
  passed: "đạt",
  failed: "không đạt",
  unresolved: "chưa rõ kết quả",
  notSupported: "máy không có",
};
const LEFT_WHY: Readonly<Record<string, string>> = {
  asked: "kỹ thuật viên thoát",
  inactive: "không có thao tác",
  restarted: "chương trình khởi động lại",
};
const SOURCES: Readonly<Record<string, string>> = {
  mains: "Máy dùng điện lưới",
  battery: "Máy chạy bằng bộ lưu điện",
  unknown: "Chưa rõ máy dùng nguồn điện nào",
  notSupported: "Máy không có bộ lưu điện",
};
const ALARMS: Readonly<Record<string, string>> = { tamper: "cạy phá máy", panic: "nút báo nguy" };

/** What the machine itself went through, in Vietnamese: technician mode, tests, evacuation, alarms, power. */
export const machineSentences: Readonly<Record<string, (field: (name: string) => string, event: EventView) => string>> =
  {
    technicianModeEntered: () => "Vào chế độ kỹ thuật",
    technicianModeLeft: (f) => `Thoát chế độ kỹ thuật: ${LEFT_WHY[f("reason")] ?? f("reason")}`,
    doorSensorDeclared: (f, e) =>
      e.payload.isFaulty === true
        ? `Cảm biến cửa ngăn ${f("compartmentNumber")} hỏng${f("source") === "found" ? ", máy tự phát hiện" : ""}`
        : `Cảm biến cửa ngăn ${f("compartmentNumber")} dùng lại được`,
    doorCycled: (f) =>
      `Thử cửa ngăn ${f("compartmentNumber")} ${f("rounds")} lượt: ${f("opened")} lần mở, ${f("failed")} lần không mở`,
    deviceTested: (f, e) => `Thử ${testedName(e.payload.test)}: ${TEST_OUTCOMES[f("outcome")] ?? f("outcome")}`,
    evacuationStarted: (f) => `Bắt đầu mở lần lượt mọi ngăn, việc ${caseNumberName(Number(f("caseNumber")))}`,
    evacuationEnded: (_, e) =>
      `Đã mở lần lượt mọi ngăn: ${lengthOf(e.payload.opened)} ngăn mở, ${lengthOf(e.payload.failed)} ngăn không mở`,
    alarmRaised: (f) => `Báo động: ${ALARMS[f("alarm")] ?? f("alarm")}`,
    alarmAcknowledged: (f) => `Đã xác nhận báo động: ${ALARMS[f("alarm")] ?? f("alarm")}`,
    powerChanged: (f, e) =>
      `${SOURCES[f("source")] ?? f("source")}${e.payload.isShuttingDown === true ? ", sắp tắt" : batteryWords(f("battery"))}`,
  };

function batteryWords(battery: string): string {
  if (battery === "low") return ", pin yếu";
  return battery === "critical" ? ", pin sắp hết" : "";
}

function testedName(test: unknown): string {
  if (typeof test !== "object" || test === null || !("kind" in test)) return "thiết bị";
  const name = "name" in test && typeof test.name === "string" ? ` ${test.name}` : "";
  return `${TESTED[String(test.kind)] ?? String(test.kind)}${name}`;
}

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}
