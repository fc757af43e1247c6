import { assert } from "#core/base/assert.ts";
import { isWithinSeatedReach, placedDoors } from "#core/domain/cabinet.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import type { LockAddress, LockBoards } from "#core/interfaces/lockBoard.ts";
import type { Scanner } from "#core/interfaces/scanner.ts";
import { createSafetyInputs, type ReportingSafetyInputs } from "#device/inputs/safetyInputs.ts";
import { NO_SAFETY_INPUTS } from "#device/inputs/safetyReport.ts";
import { createLockBoards } from "#device/lockboard/lockBoards.ts";
import { createNutClient, type ReportingPowerSupply } from "#device/power/nutClient.ts";
import { NO_POWER_SUPPLY } from "#device/power/upsReport.ts";
import { createEscPosPrinter, type ReportingPrinter } from "#device/printer/escPosPrinter.ts";
import { NO_PRINTER_REPORT } from "#device/printer/printerReport.ts";
import { modbusDriver } from "#device/protocol/modbus/driver.ts";
import { CameraWatch } from "#device/scanner/cameraWatch.ts";
import { createSerialScanner } from "#device/scanner/serialScanner.ts";
import { createSimulatedDevices, type SimulatedDeskDevices } from "#device/simulator/simulatedDevices.ts";
import { deviceFileTransport } from "#device/transport/deviceFileTransport.ts";
import { serialTransport } from "#device/transport/serialTransport.ts";
import { tcpTransport } from "#device/transport/tcpTransport.ts";
import type { TransportFactory } from "#device/transport/transport.ts";
import type { LoadedConfig } from "./config/loadConfig.ts";
import { createLockPorts, type LockPorts } from "./lockPorts.ts";
import type { RunnerParts } from "./runner/parts.ts";
import { createScanners } from "./scanners.ts";
import { WireActivity } from "./supervision/wireActivity.ts";

type Config = LoadedConfig["config"];

/** The devices of one kiosk, built from its configuration; nothing is opened yet. */
export interface Devices {
  readonly boards: LockBoards;
  /** What commissioning searches. */
  readonly lockPorts: LockPorts;
  readonly printer: ReportingPrinter;
  readonly scanners: readonly Scanner[];
  /** What the page says of its camera. */
  readonly camera: CameraWatch;
  readonly power: ReportingPowerSupply;
  readonly safety: ReportingSafetyInputs;
  /** Whether each lock wire is spoken to, for the watchdog. */
  readonly wireActivity: WireActivity;
  /** The simulated cabinet behind the same drivers; on a desk only. */
  readonly desk: SimulatedDeskDevices | undefined;
}

export function createDevices(config: Config, clock: Clock): Devices {
  const desk = createDesk(config, clock);
  const lockPorts = createLockPorts(desk?.lockPorts, clock);
  const wireActivity = new WireActivity(clock);
  const wires = config.wires.map(({ name, path, baudRate, boards }) => {
    const transport = path === undefined ? simulated(desk).lockTransport : lockPorts.at(path, baudRate);
    return {
      name,
      transport: wireActivity.watch(name, transport),
      baudRate,
      // Nobody has to find out how simulated locks are wired: their boards are made from the same settings.
      boards: boards.map((board) => ({
        ...board,
        isCommissioned: path === undefined || board.calibration !== undefined,
      })),
    };
  });
  const scanners = createScanners(config.scanners, clock);
  if (desk !== undefined) scanners.push(createSerialScanner({ name: "desk", transport: desk.scannerTransport, clock }));
  return {
    boards: createLockBoards({ wires, clock }),
    lockPorts,
    printer: createPrinter(config.printer, clock, desk),
    scanners,
    camera: new CameraWatch(),
    power: createPower(config.power, clock),
    safety: createSafety(config.safety, clock),
    wireActivity,
    desk,
  };
}

function createDesk({ wires, printer, desk }: Config, clock: Clock): SimulatedDeskDevices | undefined {
  const simulatedWires = wires.filter((wire) => wire.simulator === true);
  const ports = (desk?.machine?.wires ?? []).flatMap(({ path, baudRate, boards }) =>
    path === undefined ? [] : [{ path, baudRate, boards }],
  );
  if (simulatedWires.length === 0 && ports.length === 0 && printer.kind !== "simulator") return undefined;
  assert(simulatedWires.length <= 1, "The simulated cabinet hangs on one wire; put its boards on that one.");
  const boards = simulatedWires.flatMap((wire) => wire.boards);
  return createSimulatedDevices({
    boards,
    ports,
    clock,
    ...("widthDots" in printer ? { paperWidthDots: printer.widthDots } : {}),
  });
}

function simulated(desk: SimulatedDeskDevices | undefined): SimulatedDeskDevices {
  assert(desk, "The configuration names a simulated device, but no desk was made.");
  return desk;
}

function createPrinter(
  settings: Config["printer"],
  clock: Clock,
  desk: SimulatedDeskDevices | undefined,
): ReportingPrinter {
  if (settings.kind === "none") return noPrinter;
  const transport = printerTransport(settings, clock, desk);
  if (settings.kind === "simulator")
    return createEscPosPrinter({ transport, clock, profile: { widthDots: settings.widthDots } });
  const { widthDots, hasStatus, hasNearEndSensor, reportsChanges, rowsPerSecond, feedLinesBeforeCut, cut } = settings;
  const profile = { widthDots, hasStatus, hasNearEndSensor, reportsChanges, rowsPerSecond, feedLinesBeforeCut, cut };
  return createEscPosPrinter({ transport, clock, profile });
}

function printerTransport(
  settings: Exclude<Config["printer"], { kind: "none" }>,
  clock: Clock,
  desk: SimulatedDeskDevices | undefined,
): TransportFactory {
  switch (settings.kind) {
    case "serial":
      return serialTransport({ path: settings.path, baudRate: settings.baudRate, clock });
    case "file":
      return deviceFileTransport({ path: settings.path, clock });
    case "tcp":
      return tcpTransport({ host: settings.host, port: settings.port });
    case "simulator":
      return simulated(desk).printerTransport;
  }
}

function createPower(settings: Config["power"], clock: Clock): ReportingPowerSupply {
  if (settings === undefined) return NO_POWER_SUPPLY;
  const { host, port, upsName, login } = settings;
  return createNutClient({ transport: tcpTransport({ host, port }), clock, upsName, login });
}

function createSafety(settings: Config["safety"], clock: Clock): ReportingSafetyInputs {
  if (settings === undefined) return NO_SAFETY_INPUTS;
  const { path, baudRate, address, tamper, panic } = settings;
  const transport = serialTransport({ path, baudRate, clock });
  return createSafetyInputs({ transport, clock, reader: modbusDriver, address, tamper, panic });
}

/** A kiosk without a printer gives no receipt, so it takes no dossier; collection works. */
const noPrinter: ReportingPrinter = {
  report: () => NO_PRINTER_REPORT,
  start: () => {},
  latest: () => ({ status: "offline", paper: "notSupported" }),
  read: async () => ({ status: "offline", paper: "notSupported" }),
  print: async () => ({ kind: "notPrinted", reason: "offline" }),
  noteInterruptedJob: () => {},
  onStatusChanged: () => {},
  stop: async () => {},
};

/** Where each compartment hangs, and what commissioning writes of it. */
export function compartmentsOf({ cabinet }: Pick<Config, "cabinet">): Pick<RunnerParts, "locks" | "compartments"> {
  const doors = placedDoors(cabinet);
  const locks = new Map<number, LockAddress>(
    doors.map((d) => [d.compartmentNumber, { board: d.board, channel: d.channel }]),
  );
  const compartments = doors.map((door) => {
    const { compartmentNumber, board, channel, heightMm } = door;
    return { compartmentNumber, board, channel, heightMm, isWithinSeatedReach: isWithinSeatedReach(cabinet, door) };
  });
  return { locks, compartments };
}
