import type { DeviceReport } from "#core/interfaces/deviceReport.ts";
import type { SafetyInputs } from "#core/interfaces/power.ts";

/** Both contacts as they are now. */
export type SafetyState = ReturnType<SafetyInputs["latest"]>;

export interface SafetyReportParts {
  readonly state: SafetyState;
  /** False while the device or the connection to it is not there. */
  readonly isConnected: boolean;
}

/** The inputs in the words that all devices share. An active tamper contact is a `fraudAttempt` until staff looked. */
export function safetyReport({ state, isConnected }: SafetyReportParts): DeviceReport {
  const isSilent = state.tamper === "unknown" || state.panic === "unknown";
  const about = {
    deviceId: "safetyInputs",
    kind: "safetyInputs",
    capabilities: { tamper: state.tamper !== "notSupported", panic: state.panic !== "notSupported" },
    properties: { ...state },
  } as const;
  if (!isConnected) return { ...about, state: "offline", error: { code: "notConnected", action: "maintenance" } };
  if (isSilent) return { ...about, state: "unknown", error: { code: "noAnswer", action: "maintenance" } };
  if (state.tamper === "active")
    return { ...about, state: "fraudAttempt", error: { code: "tampered", action: "clear" } };
  return { ...about, state: "online", ...(state.panic === "active" && { error: { code: "panic", action: "clear" } }) };
}

/** A kiosk without tamper and panic contacts. */
export const NO_SAFETY_INPUTS: SafetyInputs & { report(): DeviceReport } = {
  start: () => {},
  latest: () => ({ tamper: "notSupported", panic: "notSupported" }),
  onChanged: () => {},
  report: () => ({
    deviceId: "safetyInputs",
    kind: "safetyInputs",
    state: "notSupported",
    capabilities: { tamper: false, panic: false },
    properties: { tamper: "notSupported", panic: "notSupported" },
  }),
  stop: async () => {},
};
