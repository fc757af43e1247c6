import type { Clock } from "#core/interfaces/clock.ts";
import type { Logger } from "../logger.ts";
import type { DiskProbe } from "./diskProbe.ts";
import { diskNote, type HealthFacts, healthReasons } from "./health.ts";
import type { ServiceManager } from "./systemdNotify.ts";
import type { WireActivity } from "./wireActivity.ts";

export interface WatchdogOptions {
  readonly manager: ServiceManager;
  readonly clock: Clock;
  readonly logger: Pick<Logger, "warn" | "info">;
  readonly wires: Pick<WireActivity, "idle">;
  readonly disk: Pick<DiskProbe, "write" | "unwrittenMs" | "fault">;
  /** What the manager shows while the controller is well. Default: in service. */
  readonly status?: (() => string) | undefined;
}

/** So many beats leave in the time that the manager waits for one: a single one may be lost. */
const BEATS_PER_TIMEOUT = 3;
/** Health is looked at so often at the least, also where the manager waits for long or does not watch, milliseconds. */
const LOOK_EVERY_MS = 10_000;

/**
 * Tells the service manager that the controller is well, as long as it is: not from a bare timer, but from what it does.
 * While something is wrong no beat leaves, and the manager starts the program again.
 */
export class Watchdog {
  readonly #options: WatchdogOptions;
  readonly #everyMs: number;
  #cancel = (): void => {};
  #reasons: readonly string[] = [];
  #tellFault: string | undefined;
  #isTelling = false;

  constructor(options: WatchdogOptions) {
    this.#options = options;
    const { watchdogMs } = options.manager;
    this.#everyMs = Math.min(LOOK_EVERY_MS, (watchdogMs ?? Number.POSITIVE_INFINITY) / BEATS_PER_TIMEOUT);
  }

  /** The controller serves: the kiosk is open for business, or says that it is closed. */
  start(): void {
    void this.#tell({ isReady: true, isAlive: true, status: this.#status() });
    this.#wait();
  }

  /** Another one takes over: no beat leaves from here any more. */
  rest(): void {
    this.#cancel();
  }

  /** Resolves once the manager knows that the end is meant. */
  async stop(): Promise<void> {
    this.#cancel();
    await this.#options.manager.tell({ isStopping: true, status: "Stopping." });
  }

  #wait(): void {
    const { clock } = this.#options;
    const dueMs = clock.monotonicMs() + this.#everyMs;
    this.#cancel = clock.after(this.#everyMs, () => {
      this.#look(clock.monotonicMs() - dueMs);
      this.#wait();
    });
  }

  #look(loopLagMs: number): void {
    const { wires, disk } = this.#options;
    void disk.write();
    const facts: HealthFacts = {
      loopLagMs,
      wires: wires.idle(),
      logUnwrittenMs: disk.unwrittenMs,
      logFault: disk.fault,
    };
    const reasons = healthReasons(facts);
    this.#report(reasons);
    if (reasons.length === 0) void this.#tell({ isAlive: true, status: this.#status(facts) });
    else void this.#tell({ status: reasons.join(" ") });
  }

  #status(facts?: HealthFacts): string {
    const note = facts && diskNote(facts);
    return [this.#options.status?.() ?? "In service.", ...(note === undefined ? [] : [note])].join(" ");
  }

  #report(reasons: readonly string[]): void {
    const { logger } = this.#options;
    if (reasons.length > 0 && this.#reasons.length === 0)
      logger.warn({ reasons }, "The controller is not well; its watchdog is not fed.");
    if (reasons.length === 0 && this.#reasons.length > 0)
      logger.info({}, "The controller is well again; its watchdog is fed.");
    this.#reasons = reasons;
  }

  /** One message at a time: a manager that is slow gets the next beat with its next look. */
  async #tell(news: Parameters<ServiceManager["tell"]>[0]): Promise<void> {
    if (this.#isTelling) return;
    this.#isTelling = true;
    const fault = await this.#options.manager.tell(news);
    this.#isTelling = false;
    if (fault !== undefined && this.#tellFault === undefined)
      this.#options.logger.warn({ fault }, "The service manager could not be told.");
    this.#tellFault = fault;
  }
}
