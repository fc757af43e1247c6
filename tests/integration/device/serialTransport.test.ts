import { mkdtempSync, rmSync } from "node:fs";
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

function open(path: string) {
  return serialTransport({ path, baudRate: 19_200, clock })();
}
