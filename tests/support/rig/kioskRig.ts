import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { type CabinetHands, handsAt } from "./cabinetHands.ts";
import { type CuttableLine, freePort, openLine } from "./cuttableLine.ts";
import { type Program, startNodeProgram } from "./program.ts";
import { type PtyPair, startPtyPair } from "./ptyPair.ts";
import { type RigConfigOptions, type WiredConfig, writeRigConfig } from "./rigConfig.ts";
import { handAtScanner, type SerialHand } from "./serialHand.ts";

export interface RigOptions extends Pick<RigConfigOptions, "doors" | "timing"> {
  /** False: the back office is not there yet; `startOffice` brings it. Default true. */
  readonly hasOffice?: boolean;
}

/**
 * A whole kiosk in real processes: pseudo-terminals as wires, the simulated boards and printer on their far ends (they
 * outlive the controller, as steel does), the back office behind a line that can be cut, and the controller.
 */
export class KioskRig {
  readonly folder: string;
  readonly config: WiredConfig;
  readonly hands: CabinetHands;
  readonly scanner: SerialHand;
  /** The line between kiosk and back office. */
  readonly network: CuttableLine;
  readonly #configPath: string;
  readonly #officePort: number;
  readonly #wires: readonly PtyPair[];
  readonly #simulator: Program;
  #office: Program | undefined;
  #controller: Program | undefined;

  private constructor(parts: RigParts) {
    this.folder = parts.folder;
    this.config = parts.config;
    this.hands = handsAt(controlUrl(parts.simulator), parts.config);
    this.scanner = handAtScanner(parts.wires.scanner.devicePath);
    this.network = parts.network;
    this.#configPath = parts.configPath;
    this.#officePort = parts.officePort;
    this.#wires = Object.values(parts.wires);
    this.#simulator = parts.simulator;
  }

  /** Starts everything; `close` ends it. */
  static async start(options: RigOptions = {}): Promise<KioskRig> {
    const rig = new KioskRig(await startParts(options));
    try {
      if (options.hasOffice !== false) await rig.startOffice();
      await rig.startController();
      return rig;
    } catch (error) {
      await rig.close();
      throw error;
    }
  }

  /** The kiosk's database. */
  get logPath(): string {
    return join(this.folder, "kiosk", "kiosk.db");
  }

  /** The back office's database. */
  get officePath(): string {
    return join(this.folder, "office", "office.sqlite");
  }

  get officeUrl(): string {
    return `http://127.0.0.1:${this.#officePort}`;
  }

  /** The address that lets one page in; a new one after each start of the controller. */
  get launchUrl(): string {
    return this.#running.readyLine.slice("ready ".length);
  }

  /** The newest lines that the controller logged. */
  get controllerLog(): readonly string[] {
    return this.#controller?.errorLines ?? [];
  }

  async startOffice(): Promise<void> {
    const args = ["--data", join(this.folder, "office"), "--port", String(this.#officePort), "--desk"];
    this.#office = await startNodeProgram("backoffice/server/main.ts", args);
  }

  async startController(): Promise<void> {
    this.#controller = await startNodeProgram("controller/main.ts", ["--config", this.#configPath]);
  }

  /** SIGKILL: the controller gets no chance to tidy up, as in a power cut. */
  async killController(): Promise<void> {
    await this.#running.signal("SIGKILL");
  }

  /** The boards and the printer stop answering and keep what arrives for later. */
  async freezeDevices(): Promise<void> {
    await this.#simulator.signal("SIGSTOP");
  }

  async thawDevices(): Promise<void> {
    await this.#simulator.signal("SIGCONT");
  }

  /** Ends every process and removes the folder. */
  async close(): Promise<void> {
    const programs = [this.#controller, this.#office, this.#simulator, ...this.#wires.map((wire) => wire.program)];
    this.scanner.close();
    await Promise.all(programs.map((program) => program?.signal("SIGKILL")));
    await this.network.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  get #running(): Program {
    if (this.#controller === undefined) throw new Error("The controller was not started.");
    return this.#controller;
  }
}

interface RigParts {
  readonly folder: string;
  readonly config: WiredConfig;
  readonly configPath: string;
  readonly officePort: number;
  readonly network: CuttableLine;
  readonly wires: Readonly<Record<"locks" | "printer" | "scanner", PtyPair>>;
  readonly simulator: Program;
}

async function startParts({ doors, timing }: RigOptions): Promise<RigParts> {
  const folder = mkdtempSync(join(tmpdir(), "kiosk-rig-"));
  const [locks, printer, scanner] = await Promise.all([
    startPtyPair(folder, "locks"),
    startPtyPair(folder, "printer"),
    startPtyPair(folder, "scanner"),
  ]);
  const officePort = await freePort();
  const network = await openLine(officePort);
  const { path: configPath, config } = writeRigConfig({
    folder,
    lockPath: locks.kioskPath,
    printerPath: printer.kioskPath,
    scannerPath: scanner.kioskPath,
    port: await freePort(),
    backOfficeUrl: network.url,
    doors,
    timing,
  });
  const boards = config.wires.flatMap((wire) => wire.boards).map((b) => `${b.name}:${b.address}:${b.channels}`);
  const args = ["--lock", locks.devicePath, "--printer", printer.devicePath, "--boards", boards.join(",")];
  const simulator = await startNodeProgram("device/simulator/main.ts", args, (line) => line.startsWith("{"));
  return { folder, config, configPath, officePort, network, wires: { locks, printer, scanner }, simulator };
}

function controlUrl(simulator: Program): string {
  return z.object({ control: z.url() }).parse(JSON.parse(simulator.readyLine)).control;
}
