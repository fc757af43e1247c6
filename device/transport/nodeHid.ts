import { access, constants } from "node:fs/promises";
import type { Device, HIDAsync } from "node-hid";
import { failed, ok } from "#core/base/result.ts";
import type { HidDevice, HidDeviceInfo, HidEvents, HidFault, HidHost } from "./hid.ts";

/** The part of node-hid that is used: the asynchronous class alone. */
export interface HidLibrary {
  setDriverType(type: "hidraw"): void;
  devicesAsync(): Promise<Device[]>;
  readonly HIDAsync: { open(path: string): Promise<HidHandle> };
}

/** An open device of the library. */
export interface HidHandle extends Pick<HIDAsync, "write" | "sendFeatureReport" | "close"> {
  on(event: "data", listener: (report: Uint8Array) => void): unknown;
  on(event: "error", listener: (error: unknown) => void): unknown;
}

/**
 * HID devices by the package node-hid with Linux's hidraw driver. The library is loaded at the first call, and again at
 * each call after that failed: a machine without it, or without the shared libraries that it wants, runs without HID
 * and works with it from the moment on in which they are there.
 */
export function nodeHidHost(
  load: () => Promise<HidLibrary> = loadNodeHid,
  isForbidden: (path: string) => Promise<boolean> = mayNotOpen,
): HidHost {
  let loaded: HidLibrary | undefined;
  const library = async (): Promise<HidLibrary> => {
    if (loaded === undefined) {
      const fresh = await load();
      // Only hidraw names usage pages, and only before the first use can it be chosen.
      fresh.setDriverType("hidraw");
      // The first call loads the native part, which fails where a shared library is missing.
      await fresh.devicesAsync();
      loaded = fresh;
    }
    return loaded;
  };
  return {
    list: async () => {
      try {
        return ok((await (await library()).devicesAsync()).flatMap(asInfo));
      } catch (error) {
        return failed(loaded === undefined ? libraryFault(error) : openFault("The HID devices", error));
      }
    },
    open: async (path, events) => {
      let ready: HidLibrary;
      try {
        ready = await library();
      } catch (error) {
        return failed(libraryFault(error));
      }
      try {
        return ok(new NodeHidDevice(await ready.HIDAsync.open(path), events));
      } catch (error) {
        return failed((await isForbidden(path)) ? permissionFault(path) : openFault(path, error));
      }
    },
  };
}

async function loadNodeHid(): Promise<HidLibrary> {
  // CommonJS: its exports are the default. The types of the package know named exports only.
  const module: HidLibrary & { readonly default?: HidLibrary } = await import("node-hid");
  return module.default ?? module;
}

class NodeHidDevice implements HidDevice {
  readonly #handle: HidHandle;
  #isOver = false;
  #closing: Promise<void> | undefined;

  constructor(handle: HidHandle, events: HidEvents) {
    this.#handle = handle;
    // Listeners stay until the end: an error without a listener would end the program, and the library may still
    // report one after it was told to close. The reader starts with the first `data` listener, so it comes last.
    handle.on("error", (error: unknown) => {
      if (this.#isOver) return;
      this.#isOver = true;
      events.onLost(describe(error));
    });
    handle.on("data", (report: Uint8Array) => {
      if (!this.#isOver) events.onReport(Uint8Array.from(report));
    });
  }

  write(report: Uint8Array): Promise<boolean> {
    return this.#try(() => this.#handle.write(Buffer.from(report)));
  }

  sendFeatureReport(report: Uint8Array): Promise<boolean> {
    return this.#try(() => this.#handle.sendFeatureReport(Buffer.from(report)));
  }

  close(): Promise<void> {
    this.#isOver = true;
    // A handle that is already broken refuses to be closed; then there is nothing left to free.
    this.#closing ??= this.#handle.close().catch(() => undefined);
    return this.#closing;
  }

  async #try(send: () => Promise<number>): Promise<boolean> {
    if (this.#isOver) return false;
    try {
      return (await send()) >= 0;
    } catch {
      return false;
    }
  }
}

function asInfo(device: Device): HidDeviceInfo[] {
  const { path, vendorId, productId, serialNumber, usagePage, usage } = device;
  return path === undefined ? [] : [{ path, vendorId, productId, serialNumber, usagePage, usage }];
}

async function mayNotOpen(path: string): Promise<boolean> {
  try {
    await access(path, constants.R_OK | constants.W_OK);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && (error.code === "EACCES" || error.code === "EPERM");
  }
}

function libraryFault(error: unknown): HidFault {
  const why = describe(error);
  const missing = /lib[\w.+-]+\.so[\w.]*/.exec(why)?.[0];
  const advice = missing?.startsWith("libusb-1.0")
    ? "The shared library libusb-1.0 is missing; install it (Debian: apt-get install libusb-1.0-0)."
    : `The package node-hid cannot be loaded (${why.split("\n", 1)[0]}); install the project's packages again.`;
  const sentence = `Scanners on HID are not used: ${advice} Serial scanners, keyboard scanners and the camera work.`;
  return { code: "libraryMissing", sentence };
}

function permissionFault(path: string): HidFault {
  const sentence = `This program may not open ${path}: a udev rule for hidraw devices is needed, then plug the scanner in again.`;
  return { code: "noPermission", sentence };
}

function openFault(path: string, error: unknown): HidFault {
  return { code: "cannotOpen", sentence: `${path} cannot be opened (${describe(error)}).` };
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
