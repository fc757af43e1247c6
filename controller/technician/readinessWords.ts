import type { DeviceTest, TechnicianView } from "#core/contract/technician.ts";
import type { DeviceReport } from "#core/interfaces/deviceReport.ts";
import { vi } from "#core/languages/vi/index.ts";
import type { ReadinessPdfWords } from "../doctor/readinessPdf.ts";

type Facts = Readonly<Record<string, string | number | boolean>>;

const { devices, technician } = vi;

/** `Bo khóa A`, `Máy in`: the device as the technician's screen calls it. */
export function deviceWords({ kind, deviceId }: Pick<DeviceReport, "kind" | "deviceId">): string {
  const [, name] = deviceId.split(":");
  return name === undefined ? devices.kind[kind] : `${devices.kind[kind]} ${name}`;
}

/** `Thử: Máy quét front`. */
export function testWords(test: DeviceTest): string {
  const name = test.kind === "lockBoard" ? test.board : test.kind === "scanner" ? test.name : "";
  return `${devices.test}: ${devices.testName[test.kind].replace("{{name}}", name)}`;
}

/** `Giấy: đủ; Còn trống: 82,9 GB`: facts with the labels of the screen; what it has no word for stands as it is. */
export function factWords(facts: Facts): string {
  return Object.entries(facts)
    .map(([name, value]) => {
      const label = has(devices.fact, name) ? devices.fact[name] : name;
      return `${label}: ${valueWords(name, value)}`;
    })
    .join("; ");
}

function valueWords(name: string, value: Facts[string]): string {
  if (typeof value === "boolean") return value ? technician.yes : technician.no;
  if (typeof value === "number") return name.endsWith("Bytes") ? bytesWords(value) : value.toLocaleString("vi-VN");
  if (value === "unknown" || value === "notSupported") return technician[value];
  return has(devices.value, value) ? devices.value[value] : value;
}

function bytesWords(bytes: number): string {
  const [divisor, unit] = bytes >= 1e9 ? [1e9, "GB"] : [1e6, "MB"];
  return `${(bytes / divisor).toLocaleString("vi-VN", { maximumFractionDigits: 1 })} ${unit}`;
}

/** `13:39 22/11/2026` in the office's time. */
export function timeWords(atMs: number, timeZone: string): string {
  const time = new Intl.DateTimeFormat("vi-VN", { timeZone, hour: "2-digit", minute: "2-digit" }).format(atMs);
  const day = { day: "2-digit", month: "2-digit", year: "numeric" } as const;
  return `${time} ${new Intl.DateTimeFormat("vi-VN", { timeZone, ...day }).format(atMs)}`;
}

/** The words of the PDF that the machine itself saves. */
export function readinessPdfWords(kioskNumber: number): ReadinessPdfWords {
  return {
    title: `Báo cáo sẵn sàng, máy ${String(kioskNumber).padStart(4, "0")}`,
    ready: "Sẵn sàng phục vụ",
    notReady: "Chưa sẵn sàng phục vụ",
    states: { ok: "Đạt", notOk: "Chưa đạt", unknown: "Chưa rõ", notSupported: "Không lắp" },
  };
}

/** What alarms are called. */
export function alarmWords(alarm: TechnicianView["alarms"][number]["alarm"]): string {
  return technician.alarm[alarm];
}

function has<Words extends object>(words: Words, name: PropertyKey): name is keyof Words {
  return Object.hasOwn(words, name);
}
