import type { Clock } from "#core/interfaces/clock.ts";
import type { DeviceReport } from "#core/interfaces/deviceReport.ts";
import type { PowerStatus, PowerSupply } from "#core/interfaces/power.ts";
import { Link } from "../transport/link.ts";
import type { TransportFactory } from "../transport/transport.ts";
import { NutRequests } from "./nutRequests.ts";
import { POWER_UNKNOWN, powerStatus, type UpsFacts, upsFacts } from "./upsFacts.ts";
import { upsReport } from "./upsReport.ts";

export interface NutClientOptions {
  /** Leads to `upsd`, port 3493. */
  readonly transport: TransportFactory;
  readonly clock: Clock;
  /** The name of the UPS in `ups.conf`; without it the first that the daemon lists. */
  readonly upsName?: string | undefined;
  /** Only for a daemon that asks for it; reading usually needs none. */
  readonly login?: { readonly username: string; readonly password: string } | undefined;
  /** Pause between two looks, milliseconds. Default 2,000. */
  readonly pollEveryMs?: number;
}

/** A supply that can also be reported on. */
export interface ReportingPowerSupply extends PowerSupply {
  report(): DeviceReport;
}

const DEFAULT_POLL_EVERY_MS = 2_000;
/** An announced end (FSD) is believed for so long after the daemon fell silent: it ends with the machine that it ends. */
const SHUTDOWN_BELIEVED_MS = 300_000;

/**
 * The machine's power as `upsd` of Network UPS Tools tells it. Reconnects for ever with growing pauses; old data, a
 * driver that is gone and a daemon that is dead are `unknown`.
 */
export function createNutClient(options: NutClientOptions): ReportingPowerSupply {
  return new NutClient(options);
}

class NutClient implements ReportingPowerSupply {
  readonly #options: NutClientOptions;
  readonly #link: Link;
  readonly #requests: NutRequests;
  readonly #listeners: ((status: PowerStatus) => void)[] = [];
  #facts: UpsFacts | undefined;
  #latest: PowerStatus = POWER_UNKNOWN;
  #shutdownSaidAtMs = Number.NEGATIVE_INFINITY;
  #isStopped = true;
  #cancelPoll = (): void => {};

  constructor(options: NutClientOptions) {
    this.#options = options;
    this.#link = new Link({
      transport: options.transport,
      clock: options.clock,
      onBytes: (bytes) => this.#requests.receive(bytes),
      onOpened: () => void this.#opened(),
      onClosed: () => {
        this.#cancelPoll();
        this.#requests.closed();
        this.#set(undefined);
      },
    });
    this.#requests = new NutRequests(this.#link, options.clock);
  }

  start(): void {
    this.#isStopped = false;
    this.#link.start();
  }

  latest(): PowerStatus {
    return this.#latest;
  }

  onChanged(listener: (status: PowerStatus) => void): void {
    this.#listeners.push(listener);
  }

  report(): DeviceReport {
    return upsReport({ status: this.#latest, facts: this.#facts, isConnected: this.#link.isOpen });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancelPoll();
    await this.#link.stop();
  }

  async #opened(): Promise<void> {
    const { login } = this.#options;
    if (login !== undefined) {
      // A daemon that refuses them may still let everybody read: what it says to the questions decides.
      await this.#requests.order("USERNAME", login.username);
      await this.#requests.order("PASSWORD", login.password);
    }
    await this.#poll();
  }

  async #poll(): Promise<void> {
    const facts = await this.#read();
    if (this.#isStopped || !this.#link.isOpen) return;
    this.#set(facts);
    const { clock, pollEveryMs = DEFAULT_POLL_EVERY_MS } = this.#options;
    this.#cancelPoll = clock.after(pollEveryMs, () => void this.#poll());
  }

  /** Undefined where the daemon has no fresh data. */
  async #read(): Promise<UpsFacts | undefined> {
    const upsName = this.#options.upsName ?? (await this.#requests.firstUps());
    if (upsName === undefined) return undefined;
    const status = await this.#requests.variable(upsName, "ups.status");
    if (status === undefined) return undefined;
    const charge = await this.#requests.variable(upsName, "battery.charge");
    const runtime = await this.#requests.variable(upsName, "battery.runtime");
    return upsFacts(status, charge, runtime);
  }

  #set(facts: UpsFacts | undefined): void {
    this.#facts = facts;
    const status = facts === undefined ? this.#unknownStatus() : powerStatus(facts);
    if (facts !== undefined) {
      const nowMs = this.#options.clock.monotonicMs();
      this.#shutdownSaidAtMs = status.isShuttingDown ? nowMs : Number.NEGATIVE_INFINITY;
    }
    const hasChanged = JSON.stringify(status) !== JSON.stringify(this.#latest);
    this.#latest = status;
    if (hasChanged) for (const listener of this.#listeners) listener(status);
  }

  #unknownStatus(): PowerStatus {
    const isBelieved = this.#options.clock.monotonicMs() - this.#shutdownSaidAtMs < SHUTDOWN_BELIEVED_MS;
    return { ...POWER_UNKNOWN, isShuttingDown: isBelieved };
  }
}
