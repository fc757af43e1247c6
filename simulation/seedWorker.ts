import { runSeed, type SeedOptions } from "./runSeed.ts";

/**
 * Another process that lives through seeds, one after the other: each comes as a message and goes back as its result. A
 * run puts itself in the place of the process's time and chance, so that two cannot share one.
 */
process.on("message", async (options: SeedOptions) => {
  process.send?.(await runSeed(options));
});
