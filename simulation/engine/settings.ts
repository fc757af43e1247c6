import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type LoadedConfig, loadConfig } from "#controller/config/loadConfig.ts";
import { makeStaffEntry } from "#controller/credentials/staff.ts";
import desk from "../../config/desk.json" with { type: "json" };
import type { Town } from "../contract/place.ts";
import type { Chance } from "../contract/plan.ts";
import { quickHash } from "./quickHash.ts";

export const KIOSK_NUMBER = 1;
export const OFFICE_URL = "http://office.simulation";
export const ENROLMENT_CODE = "SIMU-LATI-0001";

/** Which boards a machine has: the one for doors 1 to 16 and the one for 17 to 24. Several makers never share a wire. */
const WIRINGS = [
  { families: ["kerong-cu16", "kerong-cu16"], isShared: true },
  { families: ["kerong-cu16", "xor8a"], isShared: false },
  { families: ["xor8a", "kerong-cu16"], isShared: false },
  { families: ["xor8a", "xor8a"], isShared: true },
] as const;

const STAFF = [
  { staffId: "CB-101", name: "Nguyễn Thị Lan", role: "clerk", pin: "246810" },
  { staffId: "CB-102", name: "Phạm Văn Bình", role: "clerk", pin: "135791" },
  { staffId: "KT-201", name: "Trần Minh", role: "technician", pin: "975310" },
  { staffId: "KT-202", name: "Lê Quang", role: "technician", pin: "864201" },
] as const;

/** A kiosk's configuration, as a file that the program reads, and what its staff carry. */
export interface Settings {
  readonly loaded: LoadedConfig;
  readonly staff: Town["staff"];
}

/** Writes the configuration of a kiosk with two boards into a folder and loads it as the program does. */
export async function writeSettings(folder: string, chance: Chance): Promise<Settings> {
  const config = fileURLToPath(new URL("../../config", import.meta.url));
  mkdirSync(folder, { recursive: true });
  const staff = new Map<string, { card: string; pin: string; role: "clerk" | "technician" }>();
  const entries = [];
  for (const person of STAFF) {
    const { entry, cardText } = await makeStaffEntry(person, (count) => chance.bytes(count), quickHash);
    entries.push(entry);
    staff.set(person.staffId, { card: cardText, pin: person.pin, role: person.role });
  }
  const staffFile = join(folder, "staff.json");
  writeFileSync(staffFile, JSON.stringify({ staff: entries }));
  const { desk: _, $schema: __, ...rest } = desk;
  const file = join(folder, "kiosk.json");
  const settings = {
    ...rest,
    dataDir: join(folder, "kiosk"),
    wires: wiresOf(chance),
    printer: { kind: "serial", path: "/dev/printer", widthDots: 576 },
    scanners: [{ kind: "serial", name: "scanner", path: "/dev/scanner" }],
    catalogueFile: join(config, "catalogue/procedures.json"),
    calendarFile: join(config, "catalogue/calendar-2026.json"),
    staffFile,
    backOffice: { url: OFFICE_URL, enrolmentCode: ENROLMENT_CODE },
  };
  writeFileSync(file, JSON.stringify(settings));
  const loaded = loadConfig(file);
  if (!loaded.ok) throw new Error(`The simulated kiosk's configuration is wrong:\n${loaded.error.join("\n")}`);
  return { loaded: loaded.value, staff };
}

function wiresOf(chance: Chance): object[] {
  const { families, isShared } = chance.oneOf(WIRINGS);
  const boards = families.map((family, index) => ({
    name: index === 0 ? "A" : "B",
    family,
    address: index + 1,
    channels: index === 0 ? 16 : 8,
    feedback: chance.oneOf(["closing", "opening"]),
    hasOccupancy: false,
    calibration: { at: "2026-01-02", by: "KT-201", channel: 1 },
  }));
  const wire = (name: string, on: typeof boards): object => {
    return { name, path: `/dev/lock-${name}`, baudRate: on[0]?.family === "xor8a" ? 9_600 : 19_200, boards: on };
  };
  return isShared ? [wire("both", boards)] : boards.map((board) => wire(board.name, [board]));
}
