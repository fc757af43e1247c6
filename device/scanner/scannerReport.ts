import type { DeviceReport, ErrorAction } from "#core/interfaces/deviceReport.ts";
import type { Scanner, ScannerFault } from "#core/interfaces/scanner.ts";

const actions: Readonly<Record<ScannerFault["code"], ErrorAction>> = {
  libraryMissing: "configuration",
  noPermission: "configuration",
  cannotOpen: "maintenance",
  noLineEnd: "configuration",
  lost: "maintenance",
};

/** A hardware scanner as a device report. Counts only: nothing of what a code said. */
export function scannerReport(scanner: Pick<Scanner, "name" | "status" | "facts">): DeviceReport {
  const { connection, canTrigger, codesRead, codesUnsupported, fault } = scanner.facts();
  return {
    deviceId: `scanner:${scanner.name}`,
    kind: "scanner",
    state: scanner.status(),
    capabilities: { connection, canTrigger },
    properties: { codesRead, codesUnsupported },
    error: fault && { code: fault.code, action: actions[fault.code] },
  };
}
