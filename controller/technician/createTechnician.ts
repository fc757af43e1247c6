import { basename, join } from "node:path";
import type { Snapshot } from "#core/contract/channel.ts";
import type { TechnicianView } from "#core/contract/technician.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import { type ReadinessReport, readinessReport } from "#core/domain/readiness.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import type { LockAddress } from "#core/interfaces/lockBoard.ts";
import type { Raster } from "#core/interfaces/printer.ts";
import type { Scan } from "#core/interfaces/scanner.ts";
import type { BackupFacts } from "#core/readiness/backupLine.ts";
import { openCases, storeDamageIn } from "#core/register/register.ts";
import { checkpoint } from "#db/checkpoint.ts";
import type { PageCameraState } from "#device/scanner/cameraWatch.ts";
import { scannerReport } from "#device/scanner/scannerReport.ts";
import type { Devices } from "../devices.ts";
import type { Logger } from "../logger.ts";
import { readinessPdf } from "../papers/readinessPdf.ts";
import type { Store } from "../store.ts";
import type { Surroundings } from "../surroundings.ts";
import type { Timekeeper } from "../time/timekeeper.ts";
import { ClientRoster } from "./clientRoster.ts";
import type { Commissioning } from "./commissioning.ts";
import { DeviceHub } from "./deviceHub.ts";
import { boardReports, databaseReport, networkReport } from "./deviceReports.ts";
import { runDeviceTest } from "./deviceTests.ts";
import { readinessLines } from "./readiness.ts";
import { SavedFiles } from "./savedFiles.ts";
import { ScanWatch } from "./scanWatch.ts";
import { makeTechnicianView } from "./technicianView.ts";
import { TraceRing } from "./traceRing.ts";
import { ViewPublisher } from "./viewPublisher.ts";
import type { TechnicianWorks } from "./works.ts";

export interface TechnicianParts {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly store: Store;
  readonly devices: Devices;
  readonly locks: ReadonlyMap<CompartmentNumber, LockAddress>;
  readonly dataDir: string;
  readonly freeBytes?: Surroundings["freeBytes"];
  readonly kioskNumber: number;
  readonly officeName: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly softwareVersion: string;
  readonly clientsMs: number;
  readonly testPage: () => Raster;
  readonly time: Pick<Timekeeper, "facts">;
  readonly isWallTimeTrusted: () => boolean;
  readonly verifyLog: Surroundings["verifyLog"];
  /** Events that the back office has not acknowledged. */
  readonly queue: () => { readonly length: number; readonly ageMs?: number | undefined };
  /** How backups stand; absent where none are made. */
  readonly backupFacts?: (() => BackupFacts) | undefined;
  readonly reachOffice?: (() => Promise<number | undefined>) | undefined;
  /** Absent where wires are written by hand, and on a desk. */
  readonly commissioning?: Commissioning | undefined;
}

/** What the composition root connects. */
export interface TechnicianStation {
  readonly works: TechnicianWorks;
  readonly roster: ClientRoster;
  readonly hub: DeviceHub;
  /** The report as of now: every device is asked what it knows. */
  readiness(): ReadinessReport;
  /** A code that the page's camera read. */
  noteCameraScan(scan: Scan): void;
  /** What the page says of its camera. */
  noteCamera(state: PageCameraState): void;
  noteSnapshot(snapshot: Snapshot): void;
  /** From now on the live view goes there while technician mode is on. */
  start(send: (view: TechnicianView) => void): void;
  stop(): Promise<void>;
}

/** How often devices are asked whether something changed that nobody tells, milliseconds. */
const LOOK_EVERY_MS = 2_000;

const technicianScreens: ReadonlySet<string> = new Set(["technician", "secondPerson", "evacuation"]);

/** Device hub, trace, tests, reports and live view of one kiosk. */
export function createTechnician(parts: TechnicianParts): TechnicianStation {
  return new Station(parts);
}

class Station implements TechnicianStation {
  readonly works: TechnicianWorks;
  readonly roster: ClientRoster;
  readonly hub: DeviceHub;
  readonly #parts: TechnicianParts;
  readonly #ring = new TraceRing();
  readonly #files: SavedFiles;
  readonly #scans: ScanWatch;
  readonly #startMs: number;
  #network: Snapshot["network"] = "offline";
  #isLogWritable = true;
  #publisher: ViewPublisher | undefined;
  #cancelLook: () => void = () => {};

  constructor(parts: TechnicianParts) {
    this.#parts = parts;
    this.#files = new SavedFiles(parts.dataDir);
    this.#scans = new ScanWatch(parts.clock);
    this.#startMs = parts.clock.monotonicMs();
    this.roster = new ClientRoster(parts.clock, parts.clientsMs);
    this.hub = new DeviceHub(this.#sources(), parts.logger);
    this.works = this.#makeWorks();
  }

  readiness(): ReadinessReport {
    this.hub.refresh();
    const { clock, time, store, kioskNumber, officeName, softwareVersion, timeZone, backupFacts } = this.#parts;
    const { register } = store.log;
    const beside = {
      clock: time.facts(),
      openCases: openCases(register).length,
      storeDamage: storeDamageIn(register),
      timeZone,
      backup: backupFacts?.(),
    };
    return readinessReport(
      { kioskNumber, officeName, softwareVersion, timeZone, atMs: clock.wallMs() },
      readinessLines(this.#view(), beside),
    );
  }

  noteCameraScan(scan: Scan): void {
    this.#parts.devices.camera.noteCode();
    this.#scans.note("camera", scan);
  }

  noteCamera(state: PageCameraState): void {
    this.#parts.devices.camera.note(state);
    this.hub.refresh();
  }

  noteSnapshot({ screen, network }: Snapshot): void {
    this.#network = network;
    this.#isLogWritable = screen.name !== "home" || screen.intakeObstacle !== "log";
    const isOn = technicianScreens.has(screen.name);
    this.#publisher?.setOn(isOn);
    // A wizard that was left alone must not keep the kiosk closed.
    const { commissioning } = this.#parts;
    if (!isOn && commissioning?.state === "running") void commissioning.take({ kind: "giveUp" }, "");
  }

  start(send: (view: TechnicianView) => void): void {
    const { clock, devices } = this.#parts;
    this.#publisher = new ViewPublisher({ clock, makeView: () => this.#view(), send });
    devices.boards.onFrame((frame) => this.#ring.add(frame, clock.wallMs()));
    devices.boards.onBoardChanged(() => this.hub.refresh());
    devices.printer.onStatusChanged(() => this.hub.refresh());
    devices.power.onChanged(() => this.hub.refresh());
    devices.safety.onChanged(() => this.hub.refresh());
    for (const scanner of devices.scanners) {
      scanner.onStatusChanged(() => this.hub.refresh());
      scanner.onScan((scan) => this.#scans.note(scanner.name, scan));
    }
    this.#look();
  }

  async stop(): Promise<void> {
    this.#cancelLook();
    this.#publisher?.stop();
    await this.#parts.commissioning?.stop();
  }

  #look(): void {
    this.hub.refresh();
    this.#cancelLook = this.#parts.clock.after(LOOK_EVERY_MS, () => this.#look());
  }

  #sources() {
    const { devices, reachOffice } = this.#parts;
    return [
      () => boardReports(devices.boards),
      () => [devices.printer, devices.camera, devices.power, devices.safety].map((device) => device.report()),
      () => devices.scanners.map(scannerReport),
      () => [
        networkReport(reachOffice === undefined ? "notSupported" : this.#network),
        databaseReport(this.#isLogWritable),
      ],
    ];
  }

  #view(): TechnicianView {
    const { store, devices, locks, dataDir, softwareVersion, queue, isWallTimeTrusted, commissioning } = this.#parts;
    return makeTechnicianView({
      register: store.log.register,
      boards: devices.boards,
      locks,
      devices: () => this.hub.reports(),
      trace: () => this.#ring.lines(),
      savedFiles: () => this.#files.names(),
      commissioning: () => commissioning?.view(),
      dataDir,
      softwareVersion,
      upMs: () => this.#parts.clock.monotonicMs() - this.#startMs,
      queue,
      isTimeTrusted: isWallTimeTrusted,
      network: () => this.#network,
    });
  }

  #makeWorks(): TechnicianWorks {
    const { roster } = this;
    const { store, dataDir, commissioning, devices } = this.#parts;
    const tests = {
      ...this.#parts,
      ...devices,
      scans: this.#scans,
      power: () => devices.power.latest(),
      verifyLog: () => this.#parts.verifyLog(join(dataDir, "kiosk.db")),
    };
    return {
      get clients() {
        return roster.names;
      },
      commissioning: () => commissioning?.state ?? "absent",
      askClients: () => roster.ask(),
      test: (test) => runDeviceTest(test, tests),
      save: (what) => this.#save(what),
      commission: async (step, by) => commissioning?.take(step, by),
      flushLog: () => checkpoint(store.db),
    };
  }

  async #save(what: "trace" | "report"): Promise<string | undefined> {
    const { clock, logger, kioskNumber } = this.#parts;
    const savedAtMs = clock.wallMs();
    try {
      if (what === "trace")
        return basename(this.#files.writeJson(what, savedAtMs, { kioskNumber, savedAtMs, frames: this.#ring.lines() }));
      return basename(
        this.#files.write(what, savedAtMs, { extension: "pdf", content: await readinessPdf(this.readiness()) }),
      );
    } catch (error) {
      logger.error({ err: error, what }, "A file could not be saved.");
      return undefined;
    }
  }
}
