import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { KioskConfig } from "#controller/config/kioskConfig.ts";
import type { Cabinet } from "#core/domain/cabinet.ts";
import { projectRoot } from "./program.ts";

/** Everything in which a test's kiosk differs from the desk's. */
export interface RigConfigOptions {
  readonly folder: string;
  readonly lockPath: string;
  readonly printerPath: string;
  readonly scannerPath: string;
  readonly port: number;
  readonly backOfficeUrl: string;
  /** Only so many doors, for tests of a full cabinet; all by default. */
  readonly doors?: number | undefined;
  readonly timing?: Partial<KioskConfig["timing"]> | undefined;
}

/** Longer than any test, so that no step ends by itself on a busy machine; milliseconds. */
const PATIENT = { patienceMs: 600_000, doorPatienceMs: 1_800_000, clerkPatienceMs: 3_600_000 } as const;

/** A configuration with its wires and doors in it. */
export type WiredConfig = KioskConfig & {
  readonly cabinet: Cabinet;
  readonly wires: NonNullable<KioskConfig["wires"]>;
};

/** Writes `kiosk.json` for the desk's cabinet on real serial paths. */
export function writeRigConfig(options: RigConfigOptions): { readonly path: string; readonly config: WiredConfig } {
  const { folder, port, backOfficeUrl, doors = Number.POSITIVE_INFINITY } = options;
  const desk = KioskConfig.parse(readJson(join(projectRoot, "config/desk.json")));
  const { desk: _, ...rest } = desk;
  if (desk.cabinet === undefined || desk.wires === undefined) throw new Error("The desk's configuration has no doors.");
  const cabinet = withDoors(desk.cabinet, doors);
  const config: WiredConfig = {
    ...rest,
    cabinet,
    dataDir: join(folder, "kiosk"),
    wires: desk.wires.map(({ simulator: _simulator, boards, ...wire }) => ({
      ...wire,
      path: options.lockPath,
      boards: boards.map((board) => ({ ...board, calibration: { at: "2026-11-20", by: "the rig", channel: 1 } })),
    })),
    printer: {
      kind: "serial",
      path: options.printerPath,
      baudRate: 19_200,
      widthDots: 576,
      hasStatus: true,
      hasNearEndSensor: false,
      reportsChanges: true,
      rowsPerSecond: 800,
      feedLinesBeforeCut: 4,
      cut: "partial",
    },
    scanners: [
      {
        kind: "serial",
        name: "front",
        path: options.scannerPath,
        baudRate: 9_600,
        model: "generic",
        hasAimPrefix: false,
      },
    ],
    catalogueFile: join(projectRoot, "config/catalogue/procedures.json"),
    calendarFile: join(projectRoot, "config/catalogue/calendar-2026.json"),
    staffFile: join(projectRoot, "config/desk-staff.json"),
    backOffice: { ...desk.backOffice, url: backOfficeUrl },
    listen: { port },
    timing: { ...desk.timing, ...PATIENT, ...options.timing },
  };
  const path = join(folder, "kiosk.json");
  writeFileSync(path, JSON.stringify(config, undefined, 2));
  return { path, config };
}

/** The samples that lie on the desk, by id: the codes that people show. */
export function deskCode(cardId: string): string {
  return deskCard(cardId).text;
}

export function deskPin(cardId: string): string {
  const { pin } = deskCard(cardId);
  if (pin === undefined) throw new Error(`The card ${cardId} has no PIN.`);
  return pin;
}

function deskCard(cardId: string): { readonly text: string; readonly pin?: string | undefined } {
  const Cards = z.array(z.object({ cardId: z.string(), text: z.string(), pin: z.string().optional() }));
  const found = Cards.parse(readJson(join(projectRoot, "config/desk-cards.json"))).find((c) => c.cardId === cardId);
  if (found === undefined) throw new Error(`There is no sample card ${cardId}.`);
  return found;
}

function withDoors(cabinet: Cabinet, limit: number): Cabinet {
  const modules: Cabinet["modules"] = [];
  let left = limit;
  for (const module of cabinet.modules) {
    if (module.kind === "screen") modules.push(module);
    else if (left > 0) modules.push({ ...module, doors: module.doors.slice(0, left) });
    if (module.kind === "doors") left -= module.doors.length;
  }
  return { ...cabinet, modules };
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
