import { describe, expect, test } from "vitest";
import type { Clock } from "#core/interfaces/clock.ts";
import { Bus, type BusFrame } from "#device/bus/bus.ts";
import type { BusOutcome, BusRequest } from "#device/bus/busRequest.ts";
import type { BoardReport } from "#device/protocol/boardDriver.ts";
import { createMemoryWire, type MemoryWire } from "#device/transport/memoryTransport.ts";
import { hex } from "#tests/support/hex.ts";
import { ManualClock } from "#tests/support/manualClock.ts";
import { frameOf, tellingDriver } from "./tellingBoard.ts";

interface BusUnderTest {
  readonly clock: ManualClock;
  readonly bus: Bus;
  readonly wire: MemoryWire;
  readonly frames: BusFrame[];
  readonly reports: BoardReport[];
  /** Everything that reached the far end, as hexadecimal, a chunk each. */
  readonly heard: string[];
  status(board: number, options?: Partial<BusRequest<unknown>>): Promise<BusOutcome<unknown>>;
  unlock(board: number, options?: Partial<BusRequest<unknown>>): Promise<BusOutcome<unknown>>;
}

const routine = () => "routine" as const;

/** `answer`: what the far end does with each request; by default board N says that its door is shut. */
async function openBus(
  answer: (request: Uint8Array, wire: MemoryWire, clock: ManualClock) => void = answerShut,
  wrap: (clock: ManualClock) => Clock = (clock) => clock,
): Promise<BusUnderTest> {
  const clock = new ManualClock();
  const wire = createMemoryWire("test");
  const frames: BusFrame[] = [];
  const reports: BoardReport[] = [];
  const heard: string[] = [];
  wire.peer.onBytes((bytes) => {
    heard.push(hex(bytes));
    answer(bytes, wire, clock);
  });
  const bus = new Bus({
    transport: wire.transport,
    clock: wrap(clock),
    baudRate: 9_600,
    drivers: [tellingDriver],
    onOpened: () => {},
    onClosed: () => {},
    onFrame: (frame) => frames.push(frame),
    onReport: (_family, report) => reports.push(report),
    onSecondAnswer: () => {},
  });
  bus.start();
  await clock.advance(10);
  const place = (address: number) => ({ address, channels: 1, byteOrder: "firstByteFirst" as const });
  const common = (board: number) => ({ board: `board ${board}`, driver: tellingDriver, priority: routine });
  return {
    clock,
    bus,
    wire,
    frames,
    reports,
    heard,
    status: (board, options) =>
      bus.request<unknown>({ ...tellingDriver.statusRequest(place(board)), ...common(board), ...options }),
    unlock: (board, options) =>
      bus.request<unknown>({
        ...tellingDriver.unlockRequest(place(board), 1),
        ...common(board),
        priority: () => "urgent",
        optionalReplyMs: 60,
        ...options,
      }),
  };
}

function answerShut(request: Uint8Array, wire: MemoryWire): void {
  const [, address = 0, kind] = request;
  wire.peer.send(kind === 1 ? frameOf(address, "reply", 1) : request);
}

describe("one request in flight", () => {
  test("unlocks go ahead of watched doors, and those ahead of routine polls", async () => {
    const { clock, status, unlock, heard } = await openBus();
    const all = [
      status(1),
      status(2),
      status(3, { priority: () => "watched" }),
      unlock(4),
      status(5, { priority: () => "watched" }),
      unlock(6),
    ];
    await clock.until(Promise.all(all));
    expect(heard.map((request) => request.slice(3, 5))).toEqual(["01", "04", "06", "03", "05", "02"]);
  });

  test("a poll that waits goes ahead as soon as its door is watched", async () => {
    const { clock, status, heard } = await openBus();
    let isWatched = false;
    const polls = [status(1), status(2), status(3, { priority: () => (isWatched ? "watched" : "routine") })];
    isWatched = true;
    await clock.until(Promise.all(polls));
    expect(heard.map((request) => request.slice(3, 5))).toEqual(["01", "03", "02"]);
  });

  test("a routine poll that waited long has every second turn beside watched doors", async () => {
    const { clock, status, heard } = await openBus((request, wire, time) =>
      time.after(50, () => answerShut(request, wire)),
    );
    const watched = Array.from({ length: 10 }, () => status(1, { priority: () => "watched" }));
    await clock.until(Promise.all([...watched, status(2), status(3)]));
    const order = heard.map((request) => request.slice(3, 5));
    expect(order.indexOf("02")).toBeLessThanOrEqual(6);
    expect(order.indexOf("03")).toBe(order.indexOf("02") + 2);
  });

  test("a second request leaves only after the first was answered or given up", async () => {
    const { clock, status, heard } = await openBus((request, wire, time) =>
      time.after(30, () => answerShut(request, wire)),
    );
    const both = Promise.all([status(1), status(2)]);
    await clock.advance(25);
    expect(heard).toHaveLength(1);
    expect((await clock.until(both)).map(({ kind }) => kind)).toEqual(["reply", "reply"]);
  });

  test("a queue that is full refuses instead of growing", async () => {
    const { clock, status } = await openBus(() => {});
    const outcomes = Array.from({ length: 70 }, (_, index) => status(index));
    const settled = await Promise.race([outcomes[69], clock.until(Promise.resolve("none"))]);
    expect(settled).toEqual({ kind: "notSent", reason: "full" });
  });

  test("nothing that waited leaves after the wire was gone and came back", async () => {
    const { clock, bus, wire, unlock, status, heard } = await openBus(() => {});
    const waiting = [status(1), unlock(2), unlock(3)];
    wire.unplug();
    const outcomes = await clock.until(Promise.all(waiting));
    expect(outcomes.map(({ kind }) => kind)).toEqual(["noReply", "notSent", "notSent"]);
    wire.replug();
    await clock.advance(20_000);
    expect(bus.isOpen).toBe(true);
    expect(heard).toEqual([hex(frameOf(1, "status", 0))]);
  });
});

describe("boards that speak unasked", () => {
  test("a report on an idle wire is taken", async () => {
    const { clock, wire, reports } = await openBus();
    wire.peer.send(frameOf(7, "report", 0));
    await clock.advance(1);
    expect(reports).toEqual([{ address: 7, channel: 1, bits: { saysClosed: false, saysOccupied: undefined } }]);
  });

  test("a report between a request and its reply is taken, and so is the reply", async () => {
    const { clock, status, reports } = await openBus((request, wire) => {
      wire.peer.send(frameOf(7, "report", 1));
      answerShut(request, wire);
    });
    expect((await clock.until(status(1))).kind).toBe("reply");
    expect(reports).toHaveLength(1);
  });

  test("a request waits for the end of a report that has begun", async () => {
    const { clock, wire, status, reports, heard } = await openBus();
    const report = frameOf(7, "report", 1);
    wire.peer.send(report.subarray(0, 3));
    await clock.advance(1);
    const asked = status(1);
    await clock.advance(10);
    expect(heard).toEqual([]);
    wire.peer.send(report.subarray(3));
    expect((await clock.until(asked)).kind).toBe("reply");
    expect(reports).toHaveLength(1);
  });

  test("a report that never ends holds a request back for the length of a silence only", async () => {
    const { clock, wire, status } = await openBus();
    wire.peer.send(frameOf(7, "report", 1).subarray(0, 3));
    await clock.advance(1);
    const startMs = clock.monotonicMs();
    expect((await clock.until(status(1))).kind).toBe("reply");
    expect(clock.monotonicMs() - startMs).toBeLessThanOrEqual(60);
  });
});

describe("answers that are copies of their request", () => {
  test("are answers on a wire that does not echo", async () => {
    const { clock, status, unlock } = await openBus();
    await clock.until(status(1));
    expect(await clock.until(unlock(1))).toMatchObject({ kind: "reply", reply: "noted", hasEcho: false });
  });

  test("are the echo on a wire that is known to echo, and the second copy is the answer", async () => {
    let isMute = false;
    const { clock, status, unlock } = await openBus((request, wire) => {
      wire.peer.send(request);
      if (!isMute) answerShut(request, wire);
    });
    expect(await clock.until(status(1))).toMatchObject({ kind: "reply", hasEcho: true });
    expect(await clock.until(unlock(1))).toMatchObject({ kind: "reply", reply: "noted", hasEcho: true });
    isMute = true;
    expect(await clock.until(unlock(1))).toMatchObject({ kind: "noReply" });
  });
});

describe("time-outs", () => {
  test("a reply may take as long as its bytes need at the wire's rate, and 200 ms more", async () => {
    const replyAfter = (delayMs: number) =>
      openBus((request, wire, time) => time.after(delayMs, () => answerShut(request, wire)));
    const inTime = await replyAfter(240);
    expect((await inTime.clock.until(inTime.status(1))).kind).toBe("reply");
    const tooLate = await replyAfter(260);
    expect((await tooLate.clock.until(tooLate.status(1))).kind).toBe("noReply");
  });

  test("a reply that waited in the kernel while the program was held up is not late", async () => {
    let isHeldUp = false;
    const { clock, status, wire } = await openBus(
      () => {},
      (inner) => ({
        wallMs: () => inner.wallMs(),
        monotonicMs: () => inner.monotonicMs(),
        // Timers come first after a pause of the event loop, and late.
        after: (afterMs, callback) => inner.after(afterMs + (isHeldUp ? 800 : 0), callback),
      }),
    );
    isHeldUp = true;
    const asked = status(1);
    await clock.advance(0);
    isHeldUp = false;
    await clock.advance(1_055);
    wire.peer.send(frameOf(1, "reply", 1));
    expect((await clock.until(asked)).kind).toBe("reply");
  });

  test("bytes that are no frame are told from silence", async () => {
    const garbled = await openBus((_, wire) => wire.peer.send(Uint8Array.of(0xfb, 0xf2, 0xfb)));
    expect(await garbled.clock.until(garbled.status(1))).toMatchObject({ kind: "noReply", isDamaged: true });
    const silent = await openBus(() => {});
    expect(await silent.clock.until(silent.status(1))).toMatchObject({ kind: "noReply", isDamaged: false });
  });
});
