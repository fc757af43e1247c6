import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";
import { readJsonFile } from "../config/readJsonFile.ts";
import { writeDurably } from "../keys/durableFile.ts";

/** A kiosk of this machine, whether its controller runs or not. */
export const RegisteredKiosk = z.strictObject({
  /** Absolute. */
  configPath: z.string(),
  /** Absolute. */
  dataDir: z.string(),
  /** Serial devices as the profile names them; which device a name means is asked when somebody looks. */
  ports: z.array(z.string()),
  /** Of the controller that registered last. */
  pid: z.number().int(),
  socketPath: z.string(),
});
export type RegisteredKiosk = z.infer<typeof RegisteredKiosk>;

/** What of the environment decides where the registry lies. */
export interface RegistryEnvironment {
  readonly KIOSK_REGISTRY?: string | undefined;
  readonly XDG_STATE_HOME?: string | undefined;
}

/** For every user of the machine; its installation makes it for the kiosk's user. */
const MACHINE_WIDE = "/var/lib/dossier-kiosk/registry";
const ENDING = ".kiosk.json";

/** Folders in which kiosks may have registered, the one to write to first. */
export function registryFolders(environment: RegistryEnvironment): readonly string[] {
  const { KIOSK_REGISTRY: named = "", XDG_STATE_HOME: stateHome = join(homedir(), ".local", "state") } = environment;
  if (named !== "") return [resolve(named)];
  const own = join(stateHome, "dossier-kiosk", "registry");
  return isWritable(MACHINE_WIDE) ? [MACHINE_WIDE, own] : [own, MACHINE_WIDE];
}

/**
 * Says that this kiosk uses these ports. The entry stays when the controller ends: its doors may still not be opened
 * without its log. Entries of kiosks whose data are gone are removed. Throws what the disk says.
 */
export function registerKiosk(folder: string, kiosk: RegisteredKiosk): void {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  for (const { path, kiosk: other } of entriesIn(folder)) if (!existsSync(other.dataDir)) rmSync(path, { force: true });
  const name = createHash("sha256").update(kiosk.dataDir).digest("hex").slice(0, 16);
  writeDurably(join(folder, `${name}${ENDING}`), `${JSON.stringify(kiosk, undefined, 2)}\n`, { mode: 0o644 });
}

/** The kiosk whose profile names this port, or undefined for a port that nobody owns. */
export function kioskWithPort(folders: readonly string[], port: string): RegisteredKiosk | undefined {
  const wanted = deviceOf(port);
  return registeredKiosks(folders).find(({ ports }) => ports.some((own) => deviceOf(own) === wanted));
}

/** All kiosks whose data are still there. */
export function registeredKiosks(folders: readonly string[]): RegisteredKiosk[] {
  return folders.flatMap(entriesIn).flatMap(({ kiosk }) => (existsSync(kiosk.dataDir) ? [kiosk] : []));
}

/** The device behind a name: `/dev/serial/by-id/…` and `/dev/ttyUSB0` are one. */
export function deviceOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // What is not plugged in has no device; its name is all there is.
    return resolve(path);
  }
}

function entriesIn(folder: string): { readonly path: string; readonly kiosk: RegisteredKiosk }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ENDING))
    .flatMap((name) => {
      const path = join(folder, name);
      const read = readJsonFile(path, RegisteredKiosk);
      return read.ok ? [{ path, kiosk: read.value }] : [];
    });
}

function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
