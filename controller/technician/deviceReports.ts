import type { DeviceReport, DeviceState } from "#core/interfaces/deviceReport.ts";
import type { BoardHealth, LockBoards } from "#core/interfaces/lockBoard.ts";

const boardStates: Readonly<Record<BoardHealth["status"], DeviceState>> = {
  online: "online",
  noReply: "offline",
  unknown: "unknown",
  notCommissioned: "userError",
};

/**
 * A lock board as a device, with the number of doors that its last answer told where that is known. Traffic counts are left
 * out: they change all the time and are in the view of their own.
 */
export function boardReport(health: BoardHealth, doorsRead?: number): DeviceReport {
  const { board, wire, family, address, channels, status, fault } = health;
  const error = boardError(health);
  return {
    deviceId: `lockBoard:${board}`,
    kind: "lockBoard",
    state: fault === undefined ? boardStates[status] : "hardwareError",
    capabilities: { channels, family },
    properties: {
      wire,
      address,
      ...(doorsRead === undefined ? {} : { doorsRead }),
      ...(fault === undefined ? {} : { fault }),
    },
    ...(error && { error }),
  };
}

/** Every board, with how many of its doors can be read. */
export function boardReports(boards: Pick<LockBoards, "boards" | "latest">): DeviceReport[] {
  return boards.boards().map((health) => {
    const { board, channels } = health;
    let doorsRead = 0;
    for (let channel = 1; channel <= channels; channel += 1)
      if (boards.latest({ board, channel }).door !== "unknown") doorsRead += 1;
    return boardReport(health, doorsRead);
  });
}

function boardError({ status, fault }: BoardHealth): DeviceReport["error"] {
  if (fault !== undefined) return { code: fault, action: fault === "twoAnswers" ? "configuration" : "maintenance" };
  if (status === "noReply") return { code: "noReply", action: "maintenance" };
  return status === "notCommissioned" ? { code: "notCommissioned", action: "configuration" } : undefined;
}

/** The way to the back office as the sync sees it. */
export function networkReport(network: "online" | "offline" | "notSupported"): DeviceReport {
  return { deviceId: "network", kind: "network", state: network, capabilities: {}, properties: {} };
}

/** The kiosk's database, by whether the log can be written. */
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
