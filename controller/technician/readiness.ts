import type { TechnicianView } from "#core/contract/technician.ts";
import type { ReadinessLine } from "#core/domain/readiness.ts";
import type { DeviceReport } from "#core/interfaces/deviceReport.ts";

const bad: ReadonlySet<DeviceReport["state"]> = new Set([
  "offline",
  "powerOff",
  "noDevice",
  "hardwareError",
  "userError",
  "fraudAttempt",
]);

/** The readiness report's lines: every device, then what the machine itself says. */
export function readinessLines(view: TechnicianView): readonly ReadinessLine[] {
  return [...view.devices.map(deviceLine), ...systemLines(view), ...view.results.map(testLine)];
}

function deviceLine({ deviceId, state, properties, error }: DeviceReport): ReadinessLine {
  const fact = factOf({ state, ...properties, ...(error === undefined ? {} : { error: error.code }) });
  const isBad = error !== undefined || bad.has(state);
  return { subject: deviceId, state: isBad ? "notOk" : stateOf(state), fact, ...(error && { advice: error.action }) };
}

function stateOf(state: DeviceReport["state"]): ReadinessLine["state"] {
  if (state === "unknown" || state === "starting") return "unknown";
  return state === "notSupported" ? "notSupported" : "ok";
}

/** `state online, paper nearEnd`. */
function factOf(facts: Readonly<Record<string, string | number | boolean>>): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(", ");
}

/** Below this no further day of work is sure to fit, bytes. */
const LEAST_FREE_BYTES = 500_000_000;

function systemLines({ system, doors, alarms }: TechnicianView): ReadinessLine[] {
  const { diskFreeBytes, databaseBytes, queueLength, queueAgeMs, isTimeTrusted } = system;
  const queue = { queueLength, ...(queueAgeMs === undefined ? {} : { queueAgeMs }) };
  const isRoomy = diskFreeBytes >= LEAST_FREE_BYTES;
  return [
    doorLine(doors),
    { subject: "disk", state: isRoomy ? "ok" : "notOk", fact: factOf({ diskFreeBytes, databaseBytes }) },
    { subject: "clock", state: isTimeTrusted ? "ok" : "notOk", fact: factOf({ isTimeTrusted }) },
    { subject: "queue", state: "ok", fact: factOf(queue) },
    ...alarms.map(({ alarm, sinceMs }): ReadinessLine => {
      const fact = `since ${new Date(sinceMs).toISOString()}`;
      return { subject: `alarm ${alarm}`, state: "notOk", fact, advice: "clear" };
    }),
  ];
}

function doorLine(doors: TechnicianView["doors"]): ReadinessLine {
  const unread = doors.filter(({ reading }) => reading.door === "unknown").length;
  const outOfService = doors.filter((door) => door.outOfService !== undefined).length;
  const faultySensors = doors.filter(({ isSensorFaulty }) => isSensorFaulty).length;
  const fact = factOf({ doors: doors.length, unread, outOfService, faultySensors });
  const isGood = doors.length > 0 && unread + outOfService + faultySensors === 0;
  if (isGood) return { subject: "compartments", state: "ok", fact };
  const advice = doors.length === 0 ? "configuration" : "maintenance";
  return { subject: "compartments", state: "notOk", fact, advice };
}

const outcomes: Readonly<Record<TechnicianView["results"][number]["outcome"], ReadinessLine["state"]>> = {
  passed: "ok",
  failed: "notOk",
  unresolved: "unknown",
  notSupported: "notSupported",
};

function testLine({ test, outcome, facts, atMs }: TechnicianView["results"][number]): ReadinessLine {
  const name = test.kind === "lockBoard" ? ` ${test.board}` : test.kind === "scanner" ? ` ${test.name}` : "";
  const fact = factOf({ ...facts, at: new Date(atMs).toISOString() });
  return { subject: `test ${test.kind}${name}`, state: outcomes[outcome], fact };
}
