import type { DeviceReport, DeviceState } from "#core/interfaces/deviceReport.ts";
import type { PrinterErrorCause, PrinterStatus } from "#core/interfaces/printer.ts";
import type { PrinterIdentity } from "./identity.ts";
import type { PrinterProfile } from "./printerProfile.ts";

export interface PrinterReportParts {
  readonly profile: PrinterProfile;
  readonly status: PrinterStatus;
  /** False while the device or the connection to it is not there. */
  readonly isConnected: boolean;
  /** Undefined until the printer was asked. */
  readonly identity: PrinterIdentity | undefined;
}

type ReportError = NonNullable<DeviceReport["error"]>;

/**
 * The receipt printer in the words that all devices share (after XFS4IoT). What a hand at the machine mends, paper and
 * cover, is a `userError`; what the printer itself has is a `hardwareError`.
 */
export function printerReport({ profile, status, isConnected, identity }: PrinterReportParts): DeviceReport {
  const error = isConnected ? errorOf(status) : NOT_CONNECTED;
  return {
    deviceId: "printer",
    kind: "printer",
    state: isConnected ? STATES[status.status] : "offline",
    capabilities: {
      widthDots: profile.widthDots,
      cut: profile.cut,
      readsStatus: status.status !== "notSupported" && profile.hasStatus,
      knowsNearEnd: profile.hasStatus && profile.hasNearEndSensor,
      reportsChanges: profile.hasStatus && profile.reportsChanges,
    },
    properties: { paper: status.paper, ...identityProperties(identity) },
    ...(error && { error }),
  };
}

/** A kiosk without a printer. */
export const NO_PRINTER_REPORT: DeviceReport = {
  deviceId: "printer",
  kind: "printer",
  state: "noDevice",
  capabilities: {},
  properties: { paper: "notSupported" },
};

const STATES: Readonly<Record<PrinterStatus["status"], DeviceState>> = {
  ready: "online",
  paperOut: "userError",
  coverOpen: "userError",
  error: "hardwareError",
  offline: "offline",
  unknown: "unknown",
  notSupported: "notSupported",
};

const NOT_CONNECTED: ReportError = { code: "notConnected", action: "maintenance" };

const CAUSES: Readonly<Record<PrinterErrorCause, ReportError>> = {
  cutter: { code: "cutterError", action: "maintenance" },
  unrecoverable: { code: "unrecoverableError", action: "maintenance" },
  recoverable: { code: "recoverableError", action: "reset" },
  passing: { code: "passingError", action: "suspend" },
};

function errorOf({ status, paper, cause }: PrinterStatus): ReportError | undefined {
  switch (status) {
    case "paperOut":
    case "coverOpen":
      return { code: status, action: "clear" };
    case "error":
      return cause === undefined ? { code: "unnamedError", action: "reset" } : CAUSES[cause];
    case "offline":
      return { code: "offline", action: "reset" };
    case "unknown":
      return { code: "noAnswer", action: "reset" };
    default:
      return paper === "nearEnd" ? { code: "paperNearEnd", action: "clear" } : undefined;
  }
}

/** A printer that was asked and did not say never will; before that nothing is known. */
function identityProperties(identity: PrinterIdentity | undefined): DeviceReport["properties"] {
  const unsaid = identity === undefined ? "unknown" : "notSupported";
  const { maker = unsaid, model = unsaid, firmware = unsaid, serial = unsaid } = identity ?? {};
  return { maker, model, firmware, serial };
}
