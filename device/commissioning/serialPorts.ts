import { readdir, realpath } from "node:fs/promises";
import { join } from "node:path";

/** A serial device that is there now. */
export interface SerialDevice {
  /** A name that stays with the device or with its socket. */
  readonly path: string;
  /** What a person recognises. */
  readonly label: string;
}

/** Names by which Linux keeps serial devices apart; those that stay with the device itself come first. */
const FOLDERS = ["/dev/serial/by-id", "/dev/serial/by-path"];

/** Serial devices by names that stay, each device once. The folders are the caller's only in tests. Never rejects. */
export async function listSerialDevices(folders: readonly string[] = FOLDERS): Promise<SerialDevice[]> {
  const found = new Map<string, SerialDevice>();
  for (const folder of folders) {
    // Without a serial device the folder is not there.
    const names = await readdir(folder).catch(() => []);
    for (const name of names.sort()) {
      const path = join(folder, name);
      const device = await realpath(path).catch(() => path);
      if (!found.has(device)) found.set(device, { path, label: name });
    }
  }
  return [...found.values()];
}
