import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Printer, Raster } from "#core/interfaces/printer.ts";
import { createEscPosPrinter } from "#device/printer/escPosPrinter.ts";
import { serialTransport } from "#device/transport/serialTransport.ts";
import { systemClock } from "#device/transport/systemClock.ts";
import type { Transport, TransportFactory } from "#device/transport/transport.ts";
import { createPtyPair, type PtyPair } from "#tests/support/ptyPair.ts";
import { type SimulatorProcess, startSimulator } from "#tests/support/simulatorProcess.ts";
import { tappedTransport } from "#tests/support/tappedTransport.ts";
import { until } from "#tests/support/until.ts";

const LONGEST_TEST_MS = 60_000;
const clock = systemClock();

describe("a job on a machine that is held up", () => {
  let folder: string;
  let pair: PtyPair;
  let simulator: SimulatorProcess;
  let printer: Printer;
  let line: WatchedLine;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "printer-busy-"));
    pair = await createPtyPair(folder, "printer");
    simulator = await startSimulator(["--printer", pair.devicePath]);
  });

  beforeEach(async () => {
    line = watched(serialTransport({ path: pair.driverPath, baudRate: 115_200, clock }));
    printer = createEscPosPrinter({ transport: line.transport, clock });
    printer.start();
    await until(() => printer.latest().status === "ready", { what: "the printer ready" });
  });

  afterEach(() => printer.stop());

  afterAll(async () => {
    await simulator.thaw();
    await simulator.stop();
    await pair.unplug();
    rmSync(folder, { recursive: true });
  });

  const papers = async (): Promise<number> => (await simulator.state()).printer.paperCount;

  test(
    "is printed once where the printer stands still from its first strip until four questions went unanswered",
    async () => {
      const before = await papers();
      line.onStrip = () => void simulator.freeze();
      const printing = printer.print(picture(30));
      await until(() => line.strips > 0, { what: "the first strip" });
      const asked = line.questions;
      await until(() => line.questions >= asked + 4, { what: "four questions" });
      await simulator.thaw();
      expect(await printing).toEqual({ kind: "printed", isVerified: true });
      expect(await papers()).toBe(before + 1);
    },
    LONGEST_TEST_MS,
  );

  test(
    "is printed where the printer stands still before it was asked, until three questions went unanswered",
    async () => {
      const before = await papers();
      await simulator.freeze();
      const asked = line.questions;
      const printing = printer.print(picture(30));
      await until(() => line.questions >= asked + 3, { what: "three questions" });
      await simulator.thaw();
      expect(await printing).toEqual({ kind: "printed", isVerified: true });
      expect(await papers()).toBe(before + 1);
    },
    LONGEST_TEST_MS,
  );

  test(
    "is printed where the driver's own program stands still after each strip and each question",
    async () => {
      const before = await papers();
      line.onStrip = () => block(300);
      line.onQuestion = () => block(1_500);
      expect(await printer.print(picture(60))).toEqual({ kind: "printed", isVerified: true });
      expect(await papers()).toBe(before + 1);
    },
    LONGEST_TEST_MS,
  );
});

interface WatchedLine {
  readonly transport: TransportFactory;
  readonly strips: number;
  readonly questions: number;
  onStrip: () => void;
  onQuestion: () => void;
}

/** Counts what the driver sends, and lets a test act right after it was handed over. */
function watched(factory: TransportFactory): WatchedLine {
  const line = { strips: 0, questions: 0, onStrip: () => {}, onQuestion: () => {} };
  const transport = (): Transport => {
    const real = factory();
    const write: Transport["write"] = (bytes) => {
      const written = real.write(bytes);
      if (bytes.length > 100) {
        line.strips += 1;
        line.onStrip();
      } else if (bytes[0] === 0x10) {
        line.questions += 1;
        line.onQuestion();
      }
      return written;
    };
    return tappedTransport(real, write);
  };
  return Object.assign(line, { transport });
}

/** Holds the event loop, as a machine without a core to spare does: timers and input wait. */
function block(forMs: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, forMs);
}

function picture(heightDots: number): Raster {
  const data = Uint8Array.from({ length: 72 * heightDots }, (_, index) => (index * 7) % 256);
  return { widthDots: 576, heightDots, data };
}
