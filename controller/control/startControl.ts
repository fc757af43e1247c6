import type { ReadinessLine } from "#core/domain/readiness.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import { isTechnician } from "#flow/present/technician.ts";
import type { LoadedConfig } from "../config/loadConfig.ts";
import type { Devices } from "../devices.ts";
import { testPicture } from "../papers/testPicture.ts";
import { registerKiosk } from "../registry/kioskRegistry.ts";
import type { Logger, RunnerParts } from "../runner/parts.ts";
import type { Runner } from "../runner/runner.ts";
import { makeWorld } from "../runner/world.ts";
import { ControlCommands } from "./controlCommands.ts";
import { openControlSocket, socketPathIn } from "./controlSocket.ts";
import { OutsideDoors } from "./openFromOutside.ts";

export interface ControlOptions {
  readonly loaded: LoadedConfig;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly runner: Runner;
  readonly parts: RunnerParts;
  readonly devices: Devices;
  /** What stands ready and what does not, as of now. */
  readonly readinessLines: () => readonly ReadinessLine[];
  /** Makes a backup of the log; rejects with a sentence. */
  readonly makeBackup: () => Promise<{ readonly path: string; readonly lastSeq: number }>;
  /** Where this machine's kiosks say which ports are theirs; absent: this one does not. */
  readonly registryFolder?: string | undefined;
}

/** What `kioskctl` reaches of a running controller. */
export interface Control {
  /** Resolves when nothing that moves a door or prints is under way. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Lets `kioskctl` in, and tells the machine which ports belong to this kiosk. Never rejects. */
export async function startControl(options: ControlOptions): Promise<Control> {
  const { loaded, logger } = options;
  try {
    const path = socketPathIn(loaded.config.dataDir);
    const commands = commandsOf(options);
    const socket = await openControlSocket({
      path,
      logger,
      perform: (request, send, signal) => commands.perform(request, send, signal),
    });
    registerPorts(options, path);
    return { settled: () => commands.settled(), close: () => socket.close() };
  } catch (error) {
    // Citizens are served without it; the doctor says that nobody answers.
    logger.error({ err: error }, "kioskctl cannot reach this controller: its socket or registry could not be made.");
    return { settled: async () => {}, close: async () => {} };
  }
}

/** Says on this machine which ports belong to this kiosk. Throws what the disk says. */
export function registerPorts(
  { loaded: { config, configPath }, registryFolder }: Pick<ControlOptions, "loaded" | "registryFolder">,
  socketPath: string,
): void {
  const { dataDir, wires, scanners, printer, safety } = config;
  const paths = [
    ...wires.map(({ path }) => path),
    ...scanners.map((scanner) => (scanner.kind === "serial" ? scanner.path : undefined)),
    "path" in printer ? printer.path : undefined,
    safety?.path,
  ];
  const ports = paths.filter((path) => path !== undefined);
  // A desk has no ports: there is nothing that another program could take.
  if (registryFolder === undefined || ports.length === 0) return;
  registerKiosk(registryFolder, { configPath, dataDir, ports, pid: process.pid, socketPath });
}

function commandsOf(options: ControlOptions): ControlCommands {
  const { loaded, clock, runner, parts, devices, readinessLines, makeBackup } = options;
  const { config } = loaded;
  const doors = new OutsideDoors({
    runner,
    clock,
    register: () => parts.log.register,
    world: () => makeWorld(parts, runner.standingObstacle),
  });
  const widthDots = "widthDots" in config.printer && config.printer.widthDots < 576 ? 384 : 576;
  return new ControlCommands({
    kioskNumber: config.kioskNumber,
    wires: config.wires,
    boards: devices.boards,
    // Configured scanners come first; a desk's own one has no port.
    scanners: config.scanners.flatMap((settings, index) => {
      const scanner = devices.scanners[index];
      return scanner === undefined || settings.kind !== "serial" ? [] : [{ path: settings.path, scanner }];
    }),
    printer: devices.printer,
    clock,
    doors,
    locks: parts.locks,
    isIdle: () => runner.visit.at.step === "home",
    isTechnicianMode: () => isTechnician(runner.visit.at),
    readinessLines,
    makeBackup,
    testPage: () => testPicture({ widthDots, timeZone: config.office.timeZone, nowMs: clock.wallMs() }),
  });
}
