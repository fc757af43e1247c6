import { existsSync } from "node:fs";
import type { ReadinessLine } from "#core/domain/readiness.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import type { DeviceReport } from "#core/interfaces/deviceReport.ts";
import { deviceLine } from "#core/readiness/deviceLine.ts";
import { createLockBoards, type WireProfile } from "#device/lockboard/lockBoards.ts";
import { serialTransport } from "#device/transport/serialTransport.ts";
import type { LoadedConfig } from "../config/loadConfig.ts";
import { createDevices } from "../devices.ts";
import { boardReport } from "../technician/deviceReports.ts";

type Config = LoadedConfig["config"];

/** A board that does not answer in this time does not answer; a wire takes a moment to open. */
const LISTEN_MS = 2_500;

/** Devices asked directly, with read-only questions: no controller runs. */
export async function probedDeviceLines(config: Config, clock: Clock): Promise<ReadinessLine[]> {
  const boards = createLockBoards({ clock, wires: config.wires.flatMap((wire) => readOnly(wire, clock)) });
  const { printer, power, safety } = createDevices(config, clock);
  const asked = [boards, printer, power, safety];
  for (const device of asked) device.start();
  await new Promise<void>((resolve) => void clock.after(LISTEN_MS, resolve));
  const reports = [
    ...boards.boards().map((health) => {
      // These boards are read as if nobody had learned their wiring: what counts is whether they answer.
      const status = health.sinceReplyMs === undefined ? "noReply" : "online";
      return boardReport({ ...health, status });
    }),
    printer.report(),
    ...config.scanners.map(scannerReport),
    power.report(),
    safety.report(),
  ];
  await Promise.all(asked.map((device) => device.stop()));
  return reports.map(deviceLine);
}

/** A scanner that is not opened: whoever holds it may be reading from it. */
function scannerReport(settings: Config["scanners"][number]): DeviceReport {
  const isThere = settings.kind === "serial" && existsSync(settings.path);
  return {
    deviceId: `scanner:${settings.name}`,
    kind: "scanner",
    // A HID scanner has no name in the file system.
    state: settings.kind === "hid" ? "unknown" : isThere ? "online" : "noDevice",
    capabilities: {},
    properties: {},
  };
}

/** A wire whose boards get nothing but questions: what is not commissioned is never pulsed. */
function readOnly({ name, path, baudRate, boards }: Config["wires"][number], clock: Clock): WireProfile[] {
  if (path === undefined) return [];
  const transport = serialTransport({ path, baudRate, clock });
  return [{ name, transport, baudRate, boards: boards.map((board) => ({ ...board, isCommissioned: false })) }];
}
