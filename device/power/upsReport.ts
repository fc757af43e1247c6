import type { DeviceReport } from "#core/interfaces/deviceReport.ts";
import type { PowerStatus, PowerSupply } from "#core/interfaces/power.ts";
import type { UpsFacts } from "./upsFacts.ts";

export interface UpsReportParts {
  readonly status: PowerStatus;
  /** Undefined while nothing fresh is known. */
  readonly facts: UpsFacts | undefined;
  /** False while the daemon cannot be reached. */
  readonly isConnected: boolean;
}

/** The supply in the words that all devices share. */
export function upsReport({ status, facts, isConnected }: UpsReportParts): DeviceReport {
  const { source, battery, chargePercent, runtimeSeconds, isShuttingDown } = status;
  const error = errorOf({ status, facts, isConnected });
  return {
    deviceId: "ups",
    kind: "ups",
    state: !isConnected ? "offline" : facts === undefined ? "unknown" : "online",
    capabilities: { tellsCharge: chargePercent !== undefined, tellsRuntime: runtimeSeconds !== undefined },
    properties: {
      source,
      battery,
      isShuttingDown,
      ...(chargePercent !== undefined && { chargePercent }),
      ...(runtimeSeconds !== undefined && { runtimeSeconds }),
      ...(facts && { tokens: [...facts.tokens].join(" ") }),
    },
    ...(error && { error }),
  };
}

/** Graver first. Being on battery is no fault of the supply: it does what it is for. */
function errorOf({ facts, isConnected }: UpsReportParts): DeviceReport["error"] {
  if (!isConnected) return { code: "daemonNotReached", action: "maintenance" };
  if (facts === undefined) return { code: "noFreshData", action: "maintenance" };
  if (facts.tokens.has("OFF")) return { code: "outputOff", action: "reset" };
  if (facts.tokens.has("OVER")) return { code: "overloaded", action: "maintenance" };
  if (facts.tokens.has("RB")) return { code: "replaceBattery", action: "maintenance" };
  if (facts.tokens.has("ALARM")) return { code: "alarm", action: "maintenance" };
  return undefined;
}

/** A kiosk without a supply that can be asked. */
export const NO_POWER_SUPPLY: PowerSupply & { report(): DeviceReport } = {
  start: () => {},
  latest: () => ({ source: "notSupported", battery: "notSupported", isShuttingDown: false }),
  onChanged: () => {},
  report: () => ({
    deviceId: "ups",
    kind: "ups",
    state: "notSupported",
    capabilities: {},
    properties: { source: "notSupported", battery: "notSupported" },
  }),
  stop: async () => {},
};
