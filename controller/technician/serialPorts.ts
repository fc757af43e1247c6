import { readdir, readlink } from "node:fs/promises";
import { basename, join } from "node:path";
import type { CommissioningView } from "#core/contract/technician.ts";

/** Stable names first; a device without any is named as the kernel does, which may change with the next start. */
const folders = ["/dev/serial/by-id", "/dev/serial/by-path"] as const;

/** Serial devices that are there now, each once, under the most stable name that it has. Never rejects. */
export async function listSerialPorts(): Promise<CommissioningView["ports"]> {
  const found = new Map<string, { readonly path: string; readonly label: string }>();
  for (const folder of folders) {
    for (const name of await namesIn(folder)) {
      const path = join(folder, name);
      const device = basename(await readlink(path).catch(() => name));
      if (!found.has(device)) found.set(device, { path, label: `${name} (${device})` });
    }
  }
  for (const device of await namesIn("/dev")) {
    if (!/^tty(USB|ACM|AMA)\d+$/.test(device) || found.has(device)) continue;
    found.set(device, { path: join("/dev", device), label: device });
  }
  return [...found.values()].sort((a, b) => a.path.localeCompare(b.path));
}

async function namesIn(folder: string): Promise<string[]> {
  // No such folder: no such device.
  return readdir(folder).catch(() => []);
}
