import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DiskProbe } from "#controller/supervision/diskProbe.ts";
import {
  newsLines,
  type ServiceManager,
  type ServiceNews,
  serviceManager,
} from "#controller/supervision/systemdNotify.ts";
import { Watchdog } from "#controller/supervision/watchdog.ts";
import { WireActivity } from "#controller/supervision/wireActivity.ts";
import { createLockBoards } from "#device/lockboard/lockBoards.ts";
import { createMemoryWire } from "#device/transport/memoryTransport.ts";
import { ManualClock } from "#tests/support/manualClock.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";
import { until } from "#tests/support/until.ts";

/** A manager as systemd is one: it knows when it last heard that the service is well, and what the service says. */
class HearingManager implements ServiceManager {
  readonly watchdogMs = 30_000;
  isReady = false;
  isStopping = false;
  status = "";
  aliveAtMs = Number.NEGATIVE_INFINITY;
  readonly #clock: ManualClock;

  constructor(clock: ManualClock) {
    this.#clock = clock;
  }

  async tell({ isReady, isStopping, isAlive, status }: ServiceNews): Promise<undefined> {
    this.isReady ||= isReady === true;
    this.isStopping ||= isStopping === true;
    this.status = status ?? this.status;
    if (isAlive) this.aliveAtMs = this.#clock.monotonicMs();
  }

  /** True where systemd would end the service. */
  get hasTimedOut(): boolean {
    return this.#clock.monotonicMs() - this.aliveAtMs > this.watchdogMs;
  }
}

/** A disk that takes every byte at once: a manual clock runs faster than a real one. */
const GOOD_DISK = { write: async () => {}, unwrittenMs: 0, fault: undefined };

/** `probePath`: where a real disk is tried instead. */
function watchdogUnderTest(probePath?: string) {
  const clock = new ManualClock();
  const manager = new HearingManager(clock);
  const wires = new WireActivity(clock);
  const lines: unknown[] = [];
  const logger = { warn: (line: unknown) => void lines.push(line), info: (line: unknown) => void lines.push(line) };
  const disk = probePath === undefined ? GOOD_DISK : new DiskProbe(probePath, clock);
  const watchdog = new Watchdog({ manager, clock, logger, wires, disk });
  return { clock, manager, wires, watchdog, lines };
}

describe("the watchdog", () => {
  test("is fed for an hour by a controller that is well, and told of its beginning and its end", async () => {
    const { clock, manager, watchdog } = watchdogUnderTest();
    watchdog.start();
    for (let minute = 0; minute < 60; minute += 1) {
      await clock.advance(60_000);
      expect(manager.hasTimedOut).toBe(false);
    }
    expect(manager).toMatchObject({ isReady: true, isStopping: false, status: "In service." });
    await watchdog.stop();
    expect(manager.isStopping).toBe(true);
  });

  test("is fed while no board answers and no wire can be opened, as long as the bus goes on looking", async () => {
    const { clock, manager, wires, watchdog } = watchdogUnderTest();
    const silent = createMemoryWire("silent");
    const missing = createMemoryWire("missing");
    missing.unplug();
    const board = {
      family: "kerong-cu16",
      address: 0,
      channels: 16,
      feedback: "closing",
      byteOrder: "lastByteFirst",
      hasOccupancy: false,
      isCommissioned: true,
    } as const;
    const boards = createLockBoards({
      clock,
      wires: [
        {
          name: "silent",
          baudRate: 9_600,
          transport: wires.watch("silent", silent.transport),
          boards: [{ ...board, name: "A" }],
        },
        {
          name: "missing",
          baudRate: 9_600,
          transport: wires.watch("missing", missing.transport),
          boards: [{ ...board, name: "B" }],
        },
      ],
    });
    boards.start();
    watchdog.start();
    for (let minute = 0; minute < 10; minute += 1) {
      await clock.advance(60_000);
      expect(manager.hasTimedOut).toBe(false);
    }
    await boards.stop();
  });

  test("is no longer fed when a bus stops turning, and says which", async () => {
    const { clock, manager, wires, watchdog, lines } = watchdogUnderTest();
    wires.watch("left", createMemoryWire("left").transport);
    watchdog.start();
    await clock.advance(120_000);
    expect(manager.hasTimedOut).toBe(true);
    expect(manager.status).toMatch(/^Nobody has spoken to the wire left for \d+ seconds\.$/);
    expect(lines).toHaveLength(1);
  });

  test("is no longer fed when the disk takes nothing, and fed again when it does", async () => {
    const probePath = join(scratchFolder(), "alive");
    mkdirSync(probePath);
    const { clock, manager, watchdog, lines } = watchdogUnderTest(probePath);
    watchdog.start();
    // The disk is a real one and takes its own time beside the test's clock.
    await until(
      async () => {
        await clock.advance(10_000);
        return manager.status.includes("EISDIR");
      },
      { what: "the status names the disk's fault" },
    );
    await clock.advance(60_000);
    expect(manager.hasTimedOut).toBe(true);
    rmSync(probePath, { recursive: true });
    await until(
      async () => {
        await clock.advance(10_000);
        return !manager.hasTimedOut;
      },
      { what: "the watchdog is fed again" },
    );
    expect(lines).toHaveLength(2);
    await watchdog.stop();
  });
});

describe("a service manager", () => {
  test("is there only where the environment names its socket", () => {
    expect(serviceManager({})).toBeUndefined();
    expect(serviceManager({ NOTIFY_SOCKET: "" })).toBeUndefined();
    expect(serviceManager({ NOTIFY_SOCKET: "/run/x", WATCHDOG_USEC: "30000000" })?.watchdogMs).toBe(30_000);
    for (const odd of [undefined, "", "0", "soon"])
      expect(serviceManager({ NOTIFY_SOCKET: "/run/x", WATCHDOG_USEC: odd })?.watchdogMs).toBeUndefined();
  });

  test("is told in lines that hold nothing but what was meant", () => {
    expect(newsLines({ isReady: true, isAlive: true, status: "Well.\nWATCHDOG=1" })).toEqual([
      "READY=1",
      "WATCHDOG=1",
      "STATUS=Well. WATCHDOG=1",
    ]);
    expect(newsLines({ isStopping: true, status: "x".repeat(999) })[1]).toHaveLength("STATUS=".length + 200);
  });

  test("that is not there to take the news is a sentence, not an end", async () => {
    const manager = serviceManager({ NOTIFY_SOCKET: join(scratchFolder(), "nobody") });
    expect(await manager?.tell({ isAlive: true })).toMatch(/systemd-notify/);
  });
});
