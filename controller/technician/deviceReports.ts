import type { DeviceReport, DeviceState } from "#core/interfaces/deviceReport.ts";
import type { BoardHealth } from "#core/interfaces/lockBoard.ts";

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
