import type { Clock } from "#core/interfaces/clock.ts";
import type { Scanner } from "#core/interfaces/scanner.ts";
import { HidPosJoiner } from "../protocol/hidPos/joiner.ts";
import { HID_POS_SWITCH, HID_TRIGGER, HONEYWELL_VENDOR_IDS } from "../protocol/honeywell/commands.ts";
import type { HidDevice, HidDeviceInfo, HidFault, HidHost } from "../transport/hid.ts";
import { type HidScannerMatch, keyboardModeScanner, posScanner } from "./hidScannerMatch.ts";
import { ScanTeller } from "./scanTeller.ts";

export interface HidScannerOptions {
  /** Name in the configuration. */
  readonly name: string;
  readonly host: HidHost;
  readonly clock: Clock;
  /** Which scanner; without anything, the first that speaks HID POS. */
  readonly match?: HidScannerMatch;
}

/** Between two looks at the bus, which are slow; with it a scanner is back in service soon after it returns. */
const LOOK_EVERY_MS = 3_000;
/** Between two tries to load a library that is missing: somebody may install it while the kiosk runs. */
const RELOAD_EVERY_MS = 60_000;
/** Longest wait for a call of the library. */
const CALL_TIMEOUT_MS = 10_000;

/** A scanner that speaks HID POS over USB. It is looked for again and again, for ever: its path changes with each plug. */
export function createHidScanner(options: HidScannerOptions): Scanner {
  return new HidScanner(options);
}

class HidScanner implements Scanner {
  readonly name: string;
  readonly #options: HidScannerOptions;
  readonly #teller = new ScanTeller();
  readonly #joiner = new HidPosJoiner();
  /** Devices that were told to switch to HID POS; each path once, since switching makes a new path. */
  #switchedPaths: string[] = [];
  #device: HidDevice | undefined;
  #vendorId: number | undefined;
  #isStopped = true;
  #cancelLook = (): void => {};

  constructor(options: HidScannerOptions) {
    this.name = options.name;
    this.#options = options;
  }

  start(): void {
    if (!this.#isStopped) return;
    this.#isStopped = false;
    this.#teller.setStatus("starting");
    void this.#look();
  }

  status = () => this.#teller.status;

  facts = () => ({ connection: "hidPos", canTrigger: this.#hasTrigger, ...this.#teller.facts() }) as const;

  onScan: Scanner["onScan"] = (listener) => this.#teller.onScan(listener);

  onStatusChanged: Scanner["onStatusChanged"] = (listener) => this.#teller.onStatusChanged(listener);

  trigger(): boolean {
    if (!this.#hasTrigger || this.#device === undefined) return false;
    void this.#device.write(HID_TRIGGER);
    return true;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancelLook();
    const device = this.#device;
    this.#device = undefined;
    await device?.close();
  }

  get #hasTrigger(): boolean {
    return this.#vendorId !== undefined && HONEYWELL_VENDOR_IDS.has(this.#vendorId);
  }

  async #look(): Promise<void> {
    const { host, match = {} } = this.#options;
    const listed = await this.#limited(host.list());
    if (this.#isStopped) return;
    if (listed === undefined) return this.#lookAgain(LOOK_EVERY_MS);
    if (!listed.ok) return this.#unusable(listed.error);
    const found = posScanner(listed.value, match);
    if (found !== undefined) return this.#open(found);
    this.#teller.setStatus("noDevice", {
      code: "lost",
      sentence: `No scanner that speaks HID POS was found for "${this.name}"; it is looked for again and again.`,
    });
    const typing = keyboardModeScanner(listed.value, match);
    if (typing !== undefined && !this.#switchedPaths.includes(typing.path))
      await this.#limited(this.#switchToPos(typing));
    this.#lookAgain(LOOK_EVERY_MS);
  }

  async #open(info: HidDeviceInfo): Promise<void> {
    const { host, clock } = this.#options;
    this.#joiner.forget();
    let isCurrent = true;
    const opening = host.open(info.path, {
      onReport: (report) => {
        const joined = this.#joiner.push(report, clock.monotonicMs());
        if (joined.kind === "code") this.#teller.tell(joined.code.bytes, joined.code.aimId);
      },
      onLost: (reason) => {
        if (isCurrent) void this.#lost(reason);
        isCurrent = false;
      },
    });
    const opened = await this.#limited(opening);
    if (opened === undefined || this.#isStopped) {
      isCurrent = false;
      // Should it open after all, it is given back.
      void opening.then((late) => (late.ok ? late.value.close() : undefined));
      if (!this.#isStopped) this.#lookAgain(LOOK_EVERY_MS);
      return;
    }
    if (!opened.ok) return this.#unusable(opened.error);
    if (!isCurrent) return void opened.value.close();
    this.#device = opened.value;
    this.#vendorId = info.vendorId;
    this.#switchedPaths = [];
    this.#teller.setStatus("online");
  }

  async #lost(reason: string): Promise<void> {
    const device = this.#device;
    this.#device = undefined;
    this.#joiner.forget();
    const sentence = `The scanner "${this.name}" is gone (${reason}); it is looked for again and again.`;
    this.#teller.setStatus("noDevice", { code: "lost", sentence });
    // Closing may take as long as the library likes; looking again does not wait for it.
    this.#lookAgain(LOOK_EVERY_MS);
    await device?.close();
  }

  #unusable({ code, sentence }: HidFault): void {
    // Without the library nobody can tell whether a scanner is plugged in.
    this.#teller.setStatus(code === "libraryMissing" ? "unknown" : "noDevice", { code, sentence });
    this.#lookAgain(code === "libraryMissing" ? RELOAD_EVERY_MS : LOOK_EVERY_MS);
  }

  /** Honeywell's own way out of the keyboard mode; the scanner comes back as another device. */
  async #switchToPos({ path }: HidDeviceInfo): Promise<void> {
    this.#switchedPaths = [...this.#switchedPaths, path].slice(-8);
    const opened = await this.#options.host.open(path, { onReport: () => {}, onLost: () => {} });
    if (!opened.ok) return;
    await opened.value.sendFeatureReport(HID_POS_SWITCH);
    await opened.value.close();
  }

  #lookAgain(afterMs: number): void {
    if (this.#isStopped) return;
    this.#cancelLook();
    this.#cancelLook = this.#options.clock.after(afterMs, () => void this.#look());
  }

  /** The answer, or undefined where the library does not come back in time. */
  #limited<Value>(answer: Promise<Value>): Promise<Value | undefined> {
    return new Promise((resolve) => {
      const cancel = this.#options.clock.after(CALL_TIMEOUT_MS, () => resolve(undefined));
      void answer.then((value) => {
        cancel();
        resolve(value);
      });
    });
  }
}
