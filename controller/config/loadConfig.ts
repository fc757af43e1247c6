import { dirname, isAbsolute, resolve } from "node:path";
import type { z } from "zod";
import { failed, ok, type Result } from "#core/base/result.ts";
import { WorkingCalendar } from "#core/domain/calendar.ts";
import { Catalogue } from "#core/domain/procedure.ts";
import { StaffFile } from "../credentials/staff.ts";
import { DeskCards } from "./deskCards.ts";
import { type Hardware, loadHardware } from "./hardware.ts";
import { KioskConfig } from "./kioskConfig.ts";
import { readJsonFile } from "./readJsonFile.ts";

/** The configuration with every file that it names, all checked, all paths absolute. */
export interface LoadedConfig {
  /** Absolute path of `kiosk.json`. */
  readonly configPath: string;
  readonly config: Omit<KioskConfig, keyof Hardware> &
    Hardware & {
      readonly keysDir: string;
      readonly backup: KioskConfig["backup"] & { readonly folder: string };
    };
  readonly catalogue: Catalogue;
  readonly calendar: WorkingCalendar;
  readonly staff: StaffFile;
  /** Empty where no desk is configured. */
  readonly deskCards: DeskCards;
}

/** What the command line says instead of the file. */
export interface ConfigOverrides {
  /** Relative to the folder in which the program was started. */
  readonly dataDir?: string | undefined;
}

/** Reads `kiosk.json` and what it names. Fails with a sentence for each wrong value, in all of the files. */
export function loadConfig(path: string, overrides: ConfigOverrides = {}): Result<LoadedConfig, readonly string[]> {
  const read = readJsonFile(path, KioskConfig);
  if (!read.ok) return read;
  const problems: string[] = [];
  const placed = withAbsolutePaths(withOverrides(read.value, overrides), dirname(resolve(path)));
  const hardware = loadHardware(placed);
  if (!hardware.ok) return hardware;
  const config = { ...placed, ...hardware.value };
  const take = <Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> | undefined => {
    const found = readJsonFile(file, schema);
    if (found.ok) return found.value;
    problems.push(...found.error);
    return undefined;
  };
  const catalogue = take(config.catalogueFile, Catalogue);
  const calendar = take(config.calendarFile, WorkingCalendar);
  const staff = take(config.staffFile, StaffFile);
  const deskCards = config.desk ? take(config.desk.cardsFile, DeskCards) : [];
  if (staff) problems.push(...staffProblems(config, staff).map((problem) => `${path}: ${problem}`));
  if (calendar && calendar.timeZone !== config.office.timeZone)
    problems.push(`${path}: office.timeZone: is not the time zone of the calendar, ${calendar.timeZone}.`);
  if (problems.length > 0 || !catalogue || !calendar || !staff || !deskCards) return failed(problems);
  return ok({ configPath: resolve(path), config, catalogue, calendar, staff, deskCards });
}

function withOverrides(config: KioskConfig, { dataDir }: ConfigOverrides): KioskConfig {
  if (dataDir === undefined) return config;
  const { keysDir: _, ...rest } = config;
  return { ...rest, dataDir: resolve(dataDir) };
}

function withAbsolutePaths(config: KioskConfig, folder: string) {
  const absolute = (path: string): string => (isAbsolute(path) ? path : resolve(folder, path));
  const dataDir = absolute(config.dataDir);
  return {
    ...config,
    dataDir,
    keysDir: config.keysDir === undefined ? resolve(dataDir, "keys") : absolute(config.keysDir),
    backup: {
      ...config.backup,
      folder: config.backup.folder === undefined ? resolve(dataDir, "backups") : absolute(config.backup.folder),
    },
    catalogueFile: absolute(config.catalogueFile),
    calendarFile: absolute(config.calendarFile),
    hardwareFile: config.hardwareFile === undefined ? resolve(dataDir, "hardware.json") : absolute(config.hardwareFile),
    staffFile: absolute(config.staffFile),
    ...(config.desk && { desk: { ...config.desk, cardsFile: absolute(config.desk.cardsFile) } }),
  };
}

function staffProblems({ commissioning }: Pick<KioskConfig, "commissioning">, { staff }: StaffFile): string[] {
  if (commissioning === undefined || staff.some(({ staffId }) => staffId === commissioning.seenEmptyBy)) return [];
  return ["commissioning.seenEmptyBy: names nobody in the staff file."];
}
