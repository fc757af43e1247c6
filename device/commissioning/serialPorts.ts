import { readdir, realpath } from "node:fs/promises";
import { join } from "node:path";

/** A serial device that is there now. */
export interface SerialDevice {
  readonly path: string;
  /** What a person recognises: the device's own name, and the kernel's in brackets. */
  readonly label: string;
  /** True where the path stays with the device or its socket; the kernel's own names may change with the next start. */
  readonly isStable: boolean;
}

/** Names by which Linux keeps serial devices apart; those that stay with the device itself come first. */
const STABLE_FOLDERS = ["serial/by-id", "serial/by-path"];
/** Names of the kernel's own for adapters, modems and the built-in ports of small boards. */
const KERNEL_NAME = /^tty(USB|ACM|AMA)\d+$/;

/**
 * Serial devices, each once, under the most stable name that it has; those without a stable name come last. The folder of
 * devices is the caller's only in tests. Never rejects.
 */
export async function listSerialDevices(devices = "/dev"): Promise<SerialDevice[]> {
  const found = new Map<string, SerialDevice>();
  for (const folder of STABLE_FOLDERS) {
    for (const name of await namesIn(join(devices, folder))) {
      const path = join(devices, folder, name);
      const device = await realpath(path).catch(() => path);
      if (!found.has(device)) found.set(device, { path, label: labelOf(name, device), isStable: true });
    }
  }
  for (const name of (await namesIn(devices)).filter((one) => KERNEL_NAME.test(one))) {
    const path = join(devices, name);
    const device = await realpath(path).catch(() => path);
    if (!found.has(device)) found.set(device, { path, label: name, isStable: false });
  }
  return [...found.values()];
}

function labelOf(name: string, device: string): string {
  const kernelName = device.slice(device.lastIndexOf("/") + 1);
  return kernelName === name ? name : `${name} (${kernelName})`;
}

async function namesIn(folder: string): Promise<string[]> {
  // Without a serial device the folder is not there.
  const names = await readdir(folder).catch(() => []);
  return names.sort();
}
