import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { percentile } from "./statistics.ts";

const PAGE_BYTES = 4_096;
const SYNCS = 100;

/** Median time that the disk under `folder` takes to write one page and say that it is there, milliseconds. */
export function measureDiskSync(folder: string): number {
  const file = openSync(join(folder, "sync"), "w");
  try {
    const page = Buffer.alloc(PAGE_BYTES, 1);
    const times = Array.from({ length: SYNCS }, () => {
      const startMs = performance.now();
      writeSync(file, page);
      fsyncSync(file);
      return performance.now() - startMs;
    });
    return percentile(times, 50);
  } finally {
    closeSync(file);
  }
}
