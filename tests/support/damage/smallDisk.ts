import { spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A real file system of its own, of a size that a test can fill. */
export interface SmallDisk {
  /** Takes up all the room that is left. */
  fill(): void;
  /** Gives that room back. */
  empty(): void;
  /** Only while no program has a file there open for writing. */
  setReadOnly(isReadOnly: boolean): void;
}

/** Mounts a file system in memory at `folder` until the test ends; needs root, as mounting does. */
export function mountSmallDisk(folder: string, { bytes }: { readonly bytes: number }): SmallDisk {
  mkdirSync(folder, { recursive: true });
  run("mount", ["-t", "tmpfs", "-o", `size=${bytes}`, "tmpfs", folder]);
  // Lazily: a program that is still ending may have a file open.
  onTestFinished(() => run("umount", ["-l", folder]));
  const ballast = join(folder, "ballast");
  return {
    fill: () => fillUp(ballast),
    empty: () => rmSync(ballast, { force: true }),
    setReadOnly: (isReadOnly) => run("mount", ["-o", `remount,${isReadOnly ? "ro" : "rw"}`, folder]),
  };
}

function fillUp(path: string): void {
  const file = openSync(path, "a");
  try {
    for (let chunk = 1_048_576; chunk >= 1; ) {
      try {
        // A chunk that did not fit whole is tried again smaller.
        if (writeSync(file, Buffer.alloc(chunk, 1)) < chunk) chunk = Math.floor(chunk / 2);
      } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
        chunk = Math.floor(chunk / 2);
      }
    }
  } finally {
    closeSync(file);
  }
}

function run(command: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed: ${stderr}`);
}
