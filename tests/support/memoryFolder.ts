import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** On Linux files there are kept in memory. */
const MEMORY = "/dev/shm";

/** As `scratchFolder`, in memory where the machine has such a place: for thousands of small disks. */
export function memoryFolder(): string {
  const folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), "dossier-kiosk-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}
