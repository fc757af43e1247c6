import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sodium from "libsodium-wrappers";
import type { RunOptions, RunResult } from "../contract/run.ts";
import { standGuard } from "./guard.ts";
import { World } from "./world.ts";

/** Lives through a plan in simulated time. Rejects only for a defect of the simulation itself. */
export async function simulate(options: RunOptions): Promise<RunResult> {
  const folder = mkdtempSync(join(scratchPlace(), "dossier-kiosk-simulation-"));
  // What the libraries draw while they load is not the run's.
  await sodium.ready;
  const guard = standGuard();
  try {
    const world = await World.make(folder, options, guard);
    return await world.run();
  } finally {
    guard.lift();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Memory where the machine has it: a real SQLite file, whose syncs cost nothing. */
function scratchPlace(): string {
  return process.platform === "linux" ? "/dev/shm" : tmpdir();
}
