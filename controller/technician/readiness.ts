import type { TechnicianView } from "#core/contract/technician.ts";
import type { ReadinessLine } from "#core/domain/readinessFacts.ts";
import type { DeviceReport } from "#core/interfaces/deviceReport.ts";

const bad: ReadonlySet<DeviceReport["state"]> = new Set([
  "offline",
  "powerOff",
  "noDevice",
  "hardwareError",
  "userError",
  "fraudAttempt",
]);

/** The readiness report: every device, then what the machine itself says. */
export function readinessLines(view: TechnicianView): readonly ReadinessLine[] {
  return [...view.devices.map(deviceLine), ...systemLines(view), ...view.results.map(testLine)];
}

function deviceLine({ deviceId, state, properties, error }: DeviceReport): ReadinessLine {
  return {
    subject: deviceId,
    state: error !== undefined || bad.has(state) ? "bad" : stateOf(state),
    facts: { state, ...properties, ...(error === undefined ? {} : { error: error.code }) },
    action: error?.action,
  };
}

function stateOf(state: DeviceReport["state"]): ReadinessLine["state"] {
  if (state === "unknown" || state === "starting") return "unknown";
  return state === "notSupported" ? "notSupported" : "ok";
}

/** Below this no further day of work is sure to fit, bytes. */
const LEAST_FREE_BYTES = 500_000_000;

function systemLines({ system, doors, alarms }: TechnicianView): ReadinessLine[] {
  const { diskFreeBytes, databaseBytes, queueLength, queueAgeMs, isTimeTrusted } = system;
  const unread = doors.filter(({ reading }) => reading.door === "unknown").length;
  const outOfService = doors.filter((door) => door.outOfService !== undefined).length;
  const faultySensors = doors.filter(({ isSensorFaulty }) => isSensorFaulty).length;
  const isDoorsGood = doors.length > 0 && unread + outOfService + faultySensors === 0;
  return [
    {
      subject: "compartments",
      state: isDoorsGood ? "ok" : "bad",
      facts: { doors: doors.length, unread, outOfService, faultySensors },
      ...(isDoorsGood ? {} : { action: doors.length === 0 ? "configuration" : "maintenance" }),
    },
    {
      subject: "disk",
      state: diskFreeBytes >= LEAST_FREE_BYTES ? "ok" : "bad",
      facts: { diskFreeBytes, databaseBytes },
    },
    { subject: "clock", state: isTimeTrusted ? "ok" : "bad", facts: { isTimeTrusted } },
    { subject: "queue", state: "ok", facts: { queueLength, ...(queueAgeMs === undefined ? {} : { queueAgeMs }) } },
    {
      subject: "alarms",
      state: alarms.length === 0 ? "ok" : "bad",
      facts: { alarms: alarms.map(({ alarm }) => alarm).join(" ") || "none" },
      ...(alarms.length === 0 ? {} : { action: "clear" }),
    },
  ];
}

const outcomes: Readonly<Record<TechnicianView["results"][number]["outcome"], ReadinessLine["state"]>> = {
  passed: "ok",
  failed: "bad",
  unresolved: "unknown",
  notSupported: "notSupported",
};

function testLine({ test, outcome, facts, atMs }: TechnicianView["results"][number]): ReadinessLine {
  const name = test.kind === "lockBoard" ? `:${test.board}` : test.kind === "scanner" ? `:${test.name}` : "";
  return {
    subject: `test ${test.kind}${name}`,
    state: outcomes[outcome],
    facts: { ...facts, at: new Date(atMs).toISOString() },
  };
}
