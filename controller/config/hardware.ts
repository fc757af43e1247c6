import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { z } from "zod";
import { ok, type Result } from "#core/base/result.ts";
import type { Cabinet } from "#core/domain/cabinet.ts";
import { HardwareProfile } from "#core/domain/hardwareProfile.ts";
import { screenModule } from "#device/commissioning/profileFrom.ts";
import { writeDurably } from "../keys/durableFile.ts";
import { checkWiring } from "./checkWiring.ts";
import { commissionedWires } from "./commissionedWires.ts";
import type { KioskConfig } from "./kioskConfig.ts";
import { readJsonFile } from "./readJsonFile.ts";
import type { WireSettings } from "./wires.ts";

/** The machine's wires and doors, wherever they are written down. */
export interface Hardware {
  /** Empty while nothing was commissioned: then citizens find the kiosk out of service. */
  readonly wires: readonly z.infer<typeof WireSettings>[];
  /** Without doors while nothing was commissioned. */
  readonly cabinet: Cabinet;
  /** Where commissioning writes. */
  readonly hardwareFile: string;
  /** `config`: written by hand in `kiosk.json`; `file`: commissioned; `none`: neither. */
  readonly hardwareSource: "config" | "file" | "none";
}

type Placed = KioskConfig & { readonly hardwareFile: string };

/** Doors and wires of the configuration, or of the file that commissioning wrote, or none at all. */
export function loadHardware(config: Placed): Result<Hardware, readonly string[]> {
  const { wires, cabinet, hardwareFile, screen, printer, desk } = config;
  if (wires !== undefined && cabinet !== undefined)
    return ok({ wires, cabinet, hardwareFile, hardwareSource: "config" });
  if (!existsSync(hardwareFile))
    return ok({
      wires: [],
      cabinet: { plinthMm: 0, modules: [screenModule(screen)] },
      hardwareFile,
      hardwareSource: "none",
    });
  const Checked = HardwareProfile.transform((profile) => {
    return { wires: commissionedWires(profile), cabinet: profile.cabinet };
  }).superRefine((profile, context) => checkWiring({ ...profile, printer, desk }, context));
  const read = readJsonFile(hardwareFile, Checked);
  return read.ok ? ok({ ...read.value, hardwareFile, hardwareSource: "file" }) : read;
}

/** Keeps a profile: all or nothing, on the disk when it returns. Throws what the disk says. */
export function saveHardware(hardwareFile: string, profile: HardwareProfile): void {
  mkdirSync(dirname(hardwareFile), { recursive: true, mode: 0o700 });
  writeDurably(hardwareFile, `${JSON.stringify(HardwareProfile.parse(profile), undefined, 2)}\n`);
}
