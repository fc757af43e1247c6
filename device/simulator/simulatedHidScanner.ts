import { failed, ok } from "#core/base/result.ts";
import type { AimIdentifier } from "../protocol/barcode/aimIdentifier.ts";
import { type HidPosReportOptions, hidPosReports } from "../protocol/hidPos/report.ts";
import type { HidDevice, HidDeviceInfo, HidEvents, HidHost } from "../transport/hid.ts";

/** What may be wrong with a simulated scanner. */
export interface HidScannerFaults {
  /** The last report of each code is lost. */
  readonly losesLastReport?: boolean;
  /** Opening it is forbidden, as without a udev rule. */
  readonly isForbidden?: boolean;
  /** It types like a keyboard until it gets the feature report FEh 01. */
  readonly isInKeyboardMode?: boolean;
}

type Identity = Pick<HidDeviceInfo, "vendorId" | "productId" | "serialNumber">;

const SCANNER_USAGE = { usagePage: 0x8c, usage: 0x02 } as const;
/** A vendor's own collection beside the keyboard. */
const VENDOR_USAGE = { usagePage: 0xff45, usage: 0x01 } as const;

/**
 * A scanner that speaks HID POS, and the bus on which it hangs: it gives the very reports of the class, hears output and
 * feature reports, and comes back under another path each time it is plugged in.
 */
export class SimulatedHidScanner implements HidHost {
  readonly #identity: Identity;
  #faults: HidScannerFaults = {};
  #plugs = 1;
  #isPlugged = true;
  #events: HidEvents | undefined;
  #listings = 0;
  readonly #written: Uint8Array[] = [];

  constructor(identity: Partial<Identity> = {}) {
    this.#identity = { vendorId: 0x0c2e, productId: 0x0b81, serialNumber: "S1", ...identity };
  }

  /** Output reports that reached the scanner. */
  get written(): readonly Uint8Array[] {
    return this.#written;
  }

  /** How often the bus was walked. */
  get listings(): number {
    return this.#listings;
  }

  get isOpen(): boolean {
    return this.#events !== undefined;
  }

  break(faults: HidScannerFaults): void {
    this.#faults = { ...this.#faults, ...faults };
  }

  unplug(): void {
    this.#isPlugged = false;
    const events = this.#events;
    this.#events = undefined;
    events?.onLost("could not read from HID device");
  }

  plug(): void {
    this.#isPlugged = true;
    this.#plugs += 1;
  }

  /** Reads a code and sends it in as many reports as it needs. */
  show(bytes: Uint8Array, aimId: AimIdentifier = "]Q1", options: HidPosReportOptions = {}): void {
    const reports = hidPosReports(aimId, bytes, options);
    for (const report of this.#faults.losesLastReport ? reports.slice(0, -1) : reports) this.report(report);
  }

  /** Sends one report as it is. */
  report(report: Uint8Array): void {
    this.#events?.onReport(Uint8Array.from(report));
  }

  async list(): ReturnType<HidHost["list"]> {
    this.#listings += 1;
    const usage = this.#faults.isInKeyboardMode ? VENDOR_USAGE : SCANNER_USAGE;
    return ok(this.#isPlugged ? [{ path: this.#path, ...this.#identity, ...usage }] : []);
  }

  async open(path: string, events: HidEvents): ReturnType<HidHost["open"]> {
    if (this.#faults.isForbidden) return failed({ code: "noPermission", sentence: `${path} may not be opened.` });
    if (!this.#isPlugged || path !== this.#path)
      return failed({ code: "cannotOpen", sentence: `There is no ${path} (any more).` });
    this.#events = events;
    return ok(this.#life(events));
  }

  get #path(): string {
    return `/dev/hidraw${this.#plugs}`;
  }

  #life(events: HidEvents): HidDevice {
    const isMine = (): boolean => this.#events === events;
    return {
      write: async (report) => {
        if (isMine()) this.#written.push(Uint8Array.from(report));
        return isMine();
      },
      sendFeatureReport: async ([id, value]) => {
        if (!isMine() || id !== 0xfe || value !== 0x01) return false;
        // Switching makes the scanner leave the bus and come back as another device.
        this.#faults = { ...this.#faults, isInKeyboardMode: false };
        this.unplug();
        this.plug();
        return true;
      },
      close: async () => {
        if (isMine()) this.#events = undefined;
      },
    };
  }
}
