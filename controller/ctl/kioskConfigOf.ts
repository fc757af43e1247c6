import { join, resolve } from "node:path";
import { type LoadedConfig, loadConfig } from "../config/loadConfig.ts";
import { registeredKiosks } from "../registry/kioskRegistry.ts";
import { type CommandWorld, WrongUse } from "./command.ts";

type Registry = Pick<CommandWorld, "registryFolders">;

/** The configuration that is meant: the one named, or that of the one kiosk of this machine. Throws `WrongUse`. */
export function configPathOf(named: string | undefined, { registryFolders }: Registry): string {
  if (named !== undefined) return resolve(named);
  const [only, other] = registeredKiosks(registryFolders);
  if (only === undefined) throw new WrongUse("No kiosk has run on this machine yet: name one with --config FILE.");
  if (other !== undefined) throw new WrongUse("Several kiosks have run on this machine: name one with --config FILE.");
  return only.configPath;
}

/** The kiosk that is meant, with its data folder as it last ran. Throws `WrongUse`. */
export function kioskConfigOf(named: string | undefined, registry: Registry): LoadedConfig {
  const configPath = configPathOf(named, registry);
  const known = registeredKiosks(registry.registryFolders).find((kiosk) => kiosk.configPath === configPath);
  const loaded = loadConfig(configPath, known === undefined ? {} : { dataDir: known.dataDir });
  if (!loaded.ok) throw new WrongUse(loaded.error.join("\n"));
  return loaded.value;
}

/** The database of the kiosk that is meant. Throws `WrongUse`. */
export function databaseOf(named: string | undefined, registry: Registry): string {
  return join(kioskConfigOf(named, registry).config.dataDir, "kiosk.db");
}
