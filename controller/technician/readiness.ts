import type { TechnicianView } from "#core/contract/technician.ts";
import type { ReadinessLine } from "#core/domain/readiness.ts";
import type { DeviceReport } from "#core/interfaces/deviceReport.ts";
import { vi } from "#core/languages/vi/index.ts";
import { alarmWords, deviceWords, factWords, testWords, timeWords } from "./readinessWords.ts";

const bad: ReadonlySet<DeviceReport["state"]> = new Set([
  "offline",
  "powerOff",
  "noDevice",
  "hardwareError",
  "userError",
  "fraudAttempt",
]);

/** The readiness report's lines in the office's language: every device, then what the machine itself says. */
export function readinessLines(
  view: TechnicianView,
  { timeZone }: { readonly timeZone: string },
): readonly ReadinessLine[] {
  const time = (atMs: number) => timeWords(atMs, timeZone);
  return [
    ...view.devices.map(deviceLine),
    ...systemLines(view, time),
    ...view.results.map((result) => testLine(result, time)),
  ];
}

function deviceLine(device: DeviceReport): ReadinessLine {
  const { state, properties, error } = device;
  const isBad = error !== undefined || bad.has(state);
  const facts = state === "notSupported" ? {} : { ...properties, ...(error && { error: error.code }) };
  const fact = [vi.devices.state[state], factWords(facts)].filter((part) => part !== "").join("; ");
  const advice = error && vi.devices.action[error.action];
  return { subject: deviceWords(device), state: isBad ? "notOk" : stateOf(state), fact, ...(advice && { advice }) };
}

function stateOf(state: DeviceReport["state"]): ReadinessLine["state"] {
  if (state === "unknown" || state === "starting") return "unknown";
  return state === "notSupported" ? "notSupported" : "ok";
}

/** Below this no further day of work is sure to fit, bytes. */
const LEAST_FREE_BYTES = 500_000_000;

function systemLines({ system, doors, alarms }: TechnicianView, time: (atMs: number) => string): ReadinessLine[] {
  const { diskFreeBytes, databaseBytes, queueLength, queueAgeMs, isTimeTrusted } = system;
  const queue = { queueLength, ...(queueAgeMs === undefined ? {} : { queueAgeMs }) };
  const isRoomy = diskFreeBytes >= LEAST_FREE_BYTES;
  return [
    doorLine(doors),
    { subject: vi.system.disk, state: isRoomy ? "ok" : "notOk", fact: factWords({ diskFreeBytes, databaseBytes }) },
    { subject: vi.system.clock, state: isTimeTrusted ? "ok" : "notOk", fact: factWords({ isTimeTrusted }) },
    { subject: vi.system.queue, state: "ok", fact: factWords(queue) },
    ...alarms.map(({ alarm, sinceMs }): ReadinessLine => {
      const advice = vi.technician.alarm[`${alarm}Do`];
      return { subject: alarmWords(alarm), state: "notOk", fact: time(sinceMs), advice };
    }),
  ];
}

function doorLine(doors: TechnicianView["doors"]): ReadinessLine {
  const unread = doors.filter(({ reading }) => reading.door === "unknown").length;
  const troubled = doors.filter(
    ({ reading, outOfService, isSensorFaulty }) =>
      reading.door === "unknown" || outOfService !== undefined || isSensorFaulty,
  );
  const outOfService = doors.filter((door) => door.outOfService !== undefined).length;
  const faultySensors = doors.filter(({ isSensorFaulty }) => isSensorFaulty).length;
  const fact = factWords({ doors: doors.length, unread, outOfService, faultySensors });
  const isGood = doors.length > 0 && troubled.length === 0;
  const subject = vi.technician.section.cabinet;
  if (isGood) return { subject, state: "ok", fact };
  const numbers = troubled.map(({ compartmentNumber }) => compartmentNumber).join(", ");
  const advice =
    doors.length === 0 ? vi.devices.action.configuration : `${vi.technician.cabinet.attention}: ${numbers}.`;
  return { subject, state: "notOk", fact, advice };
}

const outcomes: Readonly<Record<TechnicianView["results"][number]["outcome"], ReadinessLine["state"]>> = {
  passed: "ok",
  failed: "notOk",
  unresolved: "unknown",
  notSupported: "notSupported",
};

function testLine(
  { test, outcome, facts, atMs }: TechnicianView["results"][number],
  time: (atMs: number) => string,
): ReadinessLine {
  const fact = [time(atMs), factWords(facts)].filter((part) => part !== "").join("; ");
  return { subject: testWords(test), state: outcomes[outcome], fact };
}
