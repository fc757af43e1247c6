import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PlantedFault } from "./plantedFault.ts";

/** Not copied: what is built, installed or kept, and version control. */
const LEFT_OUT = new Set([".git", "node_modules", "dist", "data"]);

/** Tests that watch over a folder, quickest first; where none of them notices a fault, the simulation gets it. */
const GUARDS: readonly (readonly [folder: string, tests: readonly string[]])[] = [
  ["flow/", ["tests/unit/flow", "tests/unit/controller/runner"]],
  ["core/register/applyStore", ["tests/unit/flow/restored"]],
  ["core/register/", ["tests/unit/core/register", "tests/unit/flow", "tests/integration/db"]],
  ["core/domain/seal", ["tests/integration/db", "tests/integration/controller/keys"]],
  ["controller/runner/", ["tests/unit/controller/runner"]],
  ["controller/retention/", ["tests/unit/controller/retention", "tests/integration/controller/retention"]],
  ["controller/credentials/", ["tests/unit/controller/credentials", "tests/unit/flow"]],
  ["device/", ["tests/unit/device/lockboard", "tests/unit/device/bus"]],
  ["db/", ["tests/integration/db", "tests/simulation/powerCuts"]],
  ["sync/", ["tests/unit/sync", "tests/integration/backoffice/syncProperty"]],
  ["backoffice/intake/", ["tests/unit/backoffice", "tests/integration/backoffice/intake"]],
];

/** Seeds that the simulation plays against a fault that no test noticed. */
const SIMULATED = ["--seed", "1", "--runs", "3", "--days", "2", "--faults", "all"];

/** Who noticed a fault, or `nobody`. */
export type Verdict = "tests" | "simulation" | "nobody";

/** A copy of the program in which faults are planted one at a time; `close` removes it. */
export class Workshop {
  readonly #folder: string;

  constructor(root: string) {
    this.#folder = mkdtempSync(join(tmpdir(), "planted-"));
    for (const name of readdirSync(root))
      if (!LEFT_OUT.has(name)) cpSync(join(root, name), join(this.#folder, name), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(this.#folder, "node_modules"));
  }

  /** Plants a fault, runs what watches over its folder, and takes it out again. */
  try(fault: PlantedFault): Verdict {
    const path = join(this.#folder, fault.file);
    const sound = readFileSync(path, "utf8");
    // A function, because a replacement text may hold a dollar sign.
    writeFileSync(
      path,
      sound.replace(fault.find, () => fault.replace),
    );
    try {
      if (!this.isSound(fault.file)) return "tests";
      return this.#run("node", ["simulation/main.ts", ...SIMULATED]) ? "nobody" : "simulation";
    } finally {
      writeFileSync(path, sound);
    }
  }

  /** True where the tests that watch over this file's folder pass. */
  isSound(file: string): boolean {
    const tests = GUARDS.find(([folder]) => file.startsWith(folder))?.[1];
    if (tests === undefined) throw new Error(`No tests are named that watch over ${file}.`);
    return this.#run("vitest", ["run", "--bail=1", "--reporter=dot", ...tests]);
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #run(command: string, args: readonly string[]): boolean {
    const binary = join(this.#folder, "node_modules", ".bin", command);
    const env = { ...process.env, KIOSK_FULL: "", KIOSK_MINUTES: "", VITEST: "", NODE_OPTIONS: "" };
    const { status, error } = spawnSync(binary, [...args], {
      cwd: this.#folder,
      env,
      stdio: "ignore",
      timeout: 300_000,
    });
    // A run that does not come to its end did notice something: a fault may well make a loop.
    return error === undefined && status === 0;
  }
}
