import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Cabinet } from "#core/domain/cabinet.ts";
import { freePort } from "#tests/support/rig/cuttableLine.ts";
import { startNodeProgram } from "#tests/support/rig/program.ts";
import { startPtyPair } from "#tests/support/rig/ptyPair.ts";
import { writeRigConfig } from "#tests/support/rig/rigConfig.ts";
import { ScreenClient } from "#tests/support/rig/screenClient.ts";
import { benchBoards, CHANNELS, startPacedBoards } from "./pacedBoards.ts";

const BAUD_RATE = 9_600;
/** Compiling and the first touch of every page of code are over by then. */
const SETTLE_MS = 8_000;
const MEASURE_MS = 20_000;
/** `sysconf(_SC_CLK_TCK)` on every Linux that runs Node. */
const TICKS_PER_SECOND = 100;

/** How much of one core an idle kiosk takes while it polls 160 doors on ten boards, percent. */
export async function measureIdleCpu(folder: string): Promise<number> {
  const boards = await startPacedBoards(folder, BAUD_RATE);
  const [printer, scanner] = await Promise.all([startPtyPair(folder, "printer"), startPtyPair(folder, "scanner")]);
  try {
    const configPath = await writeBigKiosk(folder, boards.path, [printer.kioskPath, scanner.kioskPath]);
    const controller = await startNodeProgram("controller/main.ts", ["--config", configPath]);
    try {
      const screen = await ScreenClient.enter(controller.readyLine.slice("ready ".length));
      await screen.waitFor("home");
      await rest(SETTLE_MS);
      const before = { ticks: ticksOf(controller.pid), atMs: performance.now() };
      await rest(MEASURE_MS);
      const ticks = ticksOf(controller.pid) - before.ticks;
      const seconds = (performance.now() - before.atMs) / 1_000;
      screen.close();
      return (ticks / TICKS_PER_SECOND / seconds) * 100;
    } finally {
      await controller.signal("SIGKILL");
    }
  } finally {
    await boards.close();
    await Promise.all([printer, scanner].map(({ program }) => program.signal("SIGTERM")));
  }
}

/** The rig's kiosk with ten boards of sixteen doors. */
async function writeBigKiosk(
  folder: string,
  lockPath: string,
  [printerPath = "", scannerPath = ""]: readonly string[],
): Promise<string> {
  const [port, unused] = [await freePort(), await freePort()];
  const backOfficeUrl = `http://127.0.0.1:${unused}`;
  const { path, config } = writeRigConfig({ folder, lockPath, printerPath, scannerPath, port, backOfficeUrl });
  const calibration = { at: "2026-11-20", by: "the benchmark", channel: 1 };
  const wires = [
    { name: "locks", path: lockPath, baudRate: BAUD_RATE, boards: benchBoards.map((b) => ({ ...b, calibration })) },
  ];
  writeFileSync(path, JSON.stringify({ ...config, wires, cabinet: bigCabinet(config.cabinet) }));
  return join(path);
}

/** One module of doors a board beside the rig's screen. */
function bigCabinet(cabinet: Cabinet | undefined): Cabinet {
  const screens = (cabinet?.modules ?? []).filter(({ kind }) => kind === "screen");
  const modules = benchBoards.map(({ name, address }) => ({
    kind: "doors" as const,
    widthMm: 384,
    doors: Array.from({ length: CHANNELS }, (_, index) => ({
      compartmentNumber: address * CHANNELS + index + 1,
      heightMm: 110,
      hinge: "right" as const,
      board: name,
      channel: index + 1,
    })),
  }));
  return { plinthMm: 100, modules: [...screens, ...modules] };
}

/** Processor time that a process has used, all its threads together. */
function ticksOf(pid: number): number {
  // Fields 14 and 15, counted behind the name in brackets, which may hold anything.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

function rest(forMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, forMs));
}
