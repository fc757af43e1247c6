import { EventEmitter } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type HidHandle, type HidLibrary, nodeHidHost } from "#device/transport/nodeHid.ts";

test("opening a HID device that is not there fails as a sentence with the real library, and the program goes on", async () => {
  const host = nodeHidHost();
  const opened = await host.open("/dev/hidraw-that-is-not-there", { onReport: () => {}, onLost: () => {} });
  expect(opened).toMatchObject({ ok: false, error: { sentence: expect.stringMatching(/hidraw|HID/) } });
});

test("hidraw is chosen before the library is used for anything else", async () => {
  const { library, calls } = fakeLibrary();
  await nodeHidHost(async () => library).list();
  expect(calls.slice(0, 2)).toEqual(["setDriverType hidraw", "devicesAsync"]);
});

test("the error listener is there before the reader starts, and stays after closing", async () => {
  const { library, handle } = fakeLibrary();
  const order: string[] = [];
  handle.on("newListener", (name: string) => order.push(name));
  const opened = await nodeHidHost(async () => library).open("/dev/hidraw0", { onReport: () => {}, onLost: () => {} });
  expect(order).toEqual(["error", "data"]);
  if (opened.ok) await opened.value.close();
  expect(() => handle.emit("error", new Error("could not read from HID device"))).not.toThrow();
});

test("a lost HID device is told once, and no report of it comes later", async () => {
  const { library, handle } = fakeLibrary();
  const told: string[] = [];
  const opened = await nodeHidHost(async () => library).open("/dev/hidraw0", {
    onReport: (report) => told.push(`report ${report[0]}`),
    onLost: (reason) => told.push(reason),
  });
  handle.emit("data", Buffer.of(2));
  handle.emit("error", new Error("could not read from HID device"));
  handle.emit("error", new Error("again"));
  handle.emit("data", Buffer.of(3));
  expect(told).toEqual(["report 2", "could not read from HID device"]);
  expect(opened.ok && (await opened.value.write(Uint8Array.of(1)))).toBe(false);
});

test("a HID device that this user may not open is told apart from one that is broken", async () => {
  const folder = mkdtempSync(join(tmpdir(), "hid-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "hidraw0");
  writeFileSync(path, "");
  const { library } = fakeLibrary({ opens: false });
  const events = { onReport: () => {}, onLost: () => {} };
  const host = (isForbidden: boolean) =>
    nodeHidHost(
      async () => library,
      async () => isForbidden,
    );
  expect(await host(false).open(path, events)).toMatchObject({ error: { code: "cannotOpen" } });
  expect(await host(true).open(path, events)).toMatchObject({
    error: { code: "noPermission", sentence: expect.stringContaining("udev") },
  });
});

test("a package that cannot be loaded is told as what to do, and is asked for again", async () => {
  let tries = 0;
  const host = nodeHidHost(async () => {
    tries += 1;
    throw new Error("Cannot find package 'node-hid'");
  });
  expect(await host.list()).toMatchObject({
    error: { code: "libraryMissing", sentence: expect.stringContaining("node-hid") },
  });
  await host.list();
  expect(tries).toBe(2);
});

function fakeLibrary({ opens = true } = {}) {
  const calls: string[] = [];
  const handle: HidHandle & EventEmitter = Object.assign(new EventEmitter(), {
    write: async () => 1,
    sendFeatureReport: async () => 1,
    close: async () => {},
  });
  const library: HidLibrary = {
    setDriverType: (type) => void calls.push(`setDriverType ${type}`),
    devicesAsync: async () => {
      calls.push("devicesAsync");
      return [];
    },
    HIDAsync: {
      open: async () => {
        if (!opens) throw new Error("cannot open device");
        return handle;
      },
    },
  };
  return { library, handle, calls };
}
