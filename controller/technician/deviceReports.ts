import type { DeviceReport, DeviceState } from "#core/interfaces/deviceReport.ts";
import type { BoardHealth } from "#core/interfaces/lockBoard.ts";
import type { ContactState, PowerStatus } from "#core/interfaces/power.ts";
import type { Scanner, ScannerStatus } from "#core/interfaces/scanner.ts";

const boardStates: Readonly<Record<BoardHealth["status"], DeviceState>> = {
  online: "online",
  noReply: "offline",
  unknown: "unknown",
  notCommissioned: "userError",
};

/** A lock board as a device. Traffic counts are left out: they change all the time and are in the view of their own. */
export function boardReport(health: BoardHealth): DeviceReport {
  const { board, wire, family, address, channels, status, fault } = health;
  const error = boardError(health);
  return {
    deviceId: `lockBoard:${board}`,
    kind: "lockBoard",
    state: fault === undefined ? boardStates[status] : "hardwareError",
    capabilities: { channels, family },
    properties: { wire, address, ...(fault === undefined ? {} : { fault }) },
    ...(error && { error }),
  };
}

function boardError({ status, fault }: BoardHealth): DeviceReport["error"] {
  if (fault !== undefined) return { code: fault, action: fault === "twoAnswers" ? "configuration" : "maintenance" };
  if (status === "noReply") return { code: "noReply", action: "maintenance" };
  return status === "notCommissioned" ? { code: "notCommissioned", action: "configuration" } : undefined;
}

const scannerStates: Readonly<Record<ScannerStatus, DeviceState>> = {
  online: "online",
  noDevice: "noDevice",
  starting: "starting",
  unknown: "unknown",
  notSupported: "notSupported",
};

export function scannerReport(scanner: Pick<Scanner, "name" | "status">): DeviceReport {
  const status = scanner.status();
  return {
    deviceId: `scanner:${scanner.name}`,
    kind: "scanner",
    state: scannerStates[status],
    capabilities: {},
    properties: {},
    ...(status === "noDevice" ? { error: { code: "noDevice", action: "maintenance" as const } } : {}),
  };
}

/** What the page says of its camera; undefined before any page has said so. */
export type CameraState = "on" | "off" | "denied" | "missing";

const cameraStates: Readonly<Record<CameraState, DeviceState>> = {
  on: "online",
  // The camera is off whenever no code is wanted: that says nothing about the device.
  off: "unknown",
  denied: "userError",
  missing: "noDevice",
};

export function cameraReport(state: CameraState | undefined): DeviceReport {
  const isBad = state === "denied" || state === "missing";
  return {
    deviceId: "camera",
    kind: "camera",
    state: state === undefined ? "unknown" : cameraStates[state],
    capabilities: {},
    properties: { camera: state ?? "unknown" },
    ...(isBad ? { error: { code: state, action: "maintenance" as const } } : {}),
  };
}

export function upsReport(status: PowerStatus | undefined): DeviceReport {
  const base = { deviceId: "ups", kind: "ups", capabilities: {} } as const;
  if (status === undefined) return { ...base, state: "notSupported", properties: {} };
  const { source, battery, chargePercent, runtimeSeconds, isShuttingDown } = status;
  return {
    ...base,
    state: source === "notSupported" ? "notSupported" : source === "unknown" ? "unknown" : "online",
    properties: {
      source,
      battery,
      isShuttingDown,
      ...(chargePercent === undefined ? {} : { chargePercent }),
      ...(runtimeSeconds === undefined ? {} : { runtimeSeconds }),
    },
    ...(battery === "critical" ? { error: { code: "batteryCritical", action: "maintenance" as const } } : {}),
  };
}

/** Tamper and panic contacts. */
export type SafetyState = { readonly tamper: ContactState; readonly panic: ContactState };

export function safetyReport(contacts: SafetyState | undefined): DeviceReport {
  const { tamper, panic } = contacts ?? { tamper: "notSupported", panic: "notSupported" };
  const states = [tamper, panic];
  const state: DeviceState = states.includes("active")
    ? "fraudAttempt"
    : states.includes("unknown")
      ? "unknown"
      : states.includes("calm")
        ? "online"
        : "notSupported";
  return { deviceId: "safetyInputs", kind: "safetyInputs", state, capabilities: {}, properties: { tamper, panic } };
}

export function networkReport(network: "online" | "offline" | "notSupported"): DeviceReport {
  return { deviceId: "network", kind: "network", state: network, capabilities: {}, properties: {} };
}

export function databaseReport(isWritable: boolean): DeviceReport {
  return {
    deviceId: "database",
    kind: "database",
    state: isWritable ? "online" : "hardwareError",
    capabilities: {},
    properties: {},
    ...(isWritable ? {} : { error: { code: "notWritable", action: "maintenance" as const } }),
  };
}
