import { expect, test } from "vitest";
import { Bus } from "#device/bus/bus.ts";
import { createMemoryWire } from "#device/transport/memoryTransport.ts";
import { ManualClock } from "#tests/support/manualClock.ts";
import { tellingDriver } from "./tellingBoard.ts";

const place = { address: 1, channels: 1, byteOrder: "firstByteFirst" } as const;
const common = { board: "board 1", driver: tellingDriver, priority: () => "urgent" as const };

test("a request whose time is over when its turn comes never leaves", async () => {
  const clock = new ManualClock();
  const wire = createMemoryWire("test");
  let heard = 0;
  wire.peer.onBytes(() => {
    heard += 1;
  });
  const nothing = () => {};
  const bus = new Bus({
    transport: wire.transport,
    clock,
    baudRate: 9_600,
    drivers: [tellingDriver],
    onOpened: nothing,
    onClosed: nothing,
    onFrame: nothing,
    onReport: nothing,
    onSecondAnswer: nothing,
  });
  bus.start();
  await clock.advance(10);
  // The far end is silent: the first request keeps the wire until its time for an answer is over.
  const before = bus.request<unknown>({ ...tellingDriver.statusRequest(place), ...common });
  const useByMs = clock.monotonicMs() + 1;
  const late = bus.request<unknown>({ ...tellingDriver.unlockRequest(place, 1), ...common, useByMs });
  expect(await clock.until(before)).toMatchObject({ kind: "noReply" });
  expect(await clock.until(late)).toEqual({ kind: "notSent", reason: "expired" });
  expect(heard).toBe(1);
});
