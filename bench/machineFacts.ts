import { arch, cpus, loadavg, release, totalmem, type } from "node:os";

/** What the figures were measured on; `loadBefore` tells whether anything else was running. */
export function machineFacts(): object {
  const processors = cpus();
  return {
    node: process.version,
    system: `${type()} ${release()} ${arch()}`,
    cpuCount: processors.length,
    cpuModel: processors[0]?.model.trim() ?? "unknown",
    memoryMb: Math.round(totalmem() / 2 ** 20),
    loadBefore: Number((loadavg()[0] ?? 0).toFixed(2)),
  };
}
