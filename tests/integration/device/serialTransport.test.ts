import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { serialTransport } from "#device/transport/serialTransport.ts";
import { systemClock } from "#device/transport/systemClock.ts";
import { createPtyPair, type PtyPair } from "#tests/support/ptyPair.ts";
import { until } from "#tests/support/until.ts";

const clock = systemClock();
let folder: string;
let pair: PtyPair;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "serial-"));
  pair = await createPtyPair(folder, "line");
});

afterEach(async () => {
  await pair.unplug();
  rmSync(folder, { recursive: true });
});

test("bytes arrive at the other end", async () => {
  const received: number[] = [];
  const near = open(pair.driverPath);
  const far = open(pair.devicePath);
  far.onBytes((bytes) => received.push(...bytes));
  expect(await Promise.all([near.open(), far.open()])).toEqual([undefined, undefined]);
  expect(await near.write(Uint8Array.of(2, 0, 0x30, 3, 0x35))).toBe("sent");
  await until(() => received.length === 5, { what: "five bytes" });
  await Promise.all([near.close(), far.close()]);
});

test("a write before opening or after closing is refused and never leaves", async () => {
  const received: number[] = [];
  const far = open(pair.devicePath);
  far.onBytes((bytes) => received.push(...bytes));
  await far.open();
  const near = open(pair.driverPath);
  expect(await near.write(Uint8Array.of(1))).toBe("refused");
  await near.open();
  await near.write(Uint8Array.of(2));
  await until(() => received.includes(2), { what: "the second byte" });
  await near.close();
  expect(await near.write(Uint8Array.of(3))).toBe("refused");
  const again = open(pair.driverPath);
  await again.open();
  await again.write(Uint8Array.of(4));
  await until(() => received.includes(4), { what: "the fourth byte" });
  expect(received).toEqual([2, 4]);
  await Promise.all([again.close(), far.close()]);
});

test("its end is told once, however often it is closed", async () => {
  const near = open(pair.driverPath);
  const reasons: string[] = [];
  near.onClosed((reason) => reasons.push(reason));
  await near.open();
  await Promise.all([near.close("first"), near.close("second")]);
  await near.close("third");
  expect(reasons).toEqual(["first"]);
});

test("a device that only listens is noticed when it is gone", async () => {
  const near = open(pair.driverPath);
  const reasons: string[] = [];
  near.onClosed((reason) => reasons.push(reason));
  await near.open();
  await pair.unplug();
  await until(() => reasons.length === 1, { what: "the close", timeoutMs: 3_000 });
  expect(await near.write(Uint8Array.of(1))).toBe("refused");
});

test("a path that does not exist gives a reason instead of a port", async () => {
  expect(await open(join(folder, "nothing")).open()).toMatch(/No such file/);
});

test("a port whose other end is gone is closed before it turns round and round, and costs nothing afterwards", async () => {
  const near = open(pair.driverPath);
  let isClosed = false;
  near.onClosed(() => {
    isClosed = true;
  });
  await near.open();
  const beforePull = process.cpuUsage();
  await pair.unplug();
  await until(() => isClosed, { what: "the close", timeoutMs: 5_000 });
  const untilClosed = process.cpuUsage(beforePull);
  // The library reads an ended port without pause; the watch over its node ends that within a second.
  expect((untilClosed.user + untilClosed.system) / 1_000).toBeLessThan(1_800);
  const afterClose = process.cpuUsage();
  const startMs = clock.monotonicMs();
  await until(() => clock.monotonicMs() - startMs > 1_500, { what: "a second and a half", everyMs: 100 });
  const idle = process.cpuUsage(afterClose);
  expect((idle.user + idle.system) / 1_000).toBeLessThan(400);
});

test("a second owner of the same port is refused", async () => {
  const first = open(pair.driverPath);
  const second = open(pair.driverPath);
  expect(await first.open()).toBeUndefined();
  expect(await second.open()).toMatch(/lock/i);
  await first.close();
  const third = open(pair.driverPath);
  expect(await third.open()).toBeUndefined();
  await third.close();
});

test("what waited for a stuck line when the port was given up never leaves after it was opened again", async () => {
  const received: number[] = [];
  const far = open(pair.devicePath);
  far.onBytes((bytes) => received.push(...bytes));
  await far.open();
  const stuck = serialTransport({ path: pair.driverPath, baudRate: 19_200, clock, discardsUnsent: true })();
  await stuck.open();
  await pair.hold();
  // More than the operating system takes for a line that moves nothing.
  const filling = stuck.write(new Uint8Array(100_000));
  const unlock = stuck.write(Uint8Array.of(0x8a, 1, 1, 0x11, 0x9b));
  await stuck.close();
  expect(await Promise.all([filling, unlock])).toEqual(["failed", "failed"]);
  const again = await until(
    async () => {
      const next = open(pair.driverPath);
      return (await next.open()) === undefined && next;
    },
    { what: "the port opened again" },
  );
  await pair.letGo();
  await again.write(Uint8Array.of(7));
  await until(() => received.includes(7), { what: "the byte of the new life" });
  expect(received).not.toContain(0x8a);
  await Promise.all([again.close(), far.close()]);
});

test("a hundred lives of one port leave no open files behind", async () => {
  const openFiles = (): number => readdirSync("/proc/self/fd").length;
  const liveOnce = async (): Promise<void> => {
    const near = open(pair.driverPath);
    expect(await near.open()).toBeUndefined();
    await near.close();
  };
  await liveOnce();
  const before = openFiles();
  for (let life = 1; life <= 100; life += 1) await liveOnce();
  expect(openFiles()).toBeLessThanOrEqual(before + 2);
});

function open(path: string) {
  return serialTransport({ path, baudRate: 19_200, clock })();
}
