import type { Clock } from "#core/interfaces/clock.ts";
import type { SyncStore } from "#core/interfaces/syncStore.ts";
import { backoffMs } from "./backoff.ts";
import { enrol, exchangeOnce, type KioskKey, type RoundOptions, type RoundOutcome } from "./round.ts";

/** How the link to the back office stands, for the screen and the technician. */
export interface SyncStatus {
  readonly status: "online" | "offline" | "refused";
  /** Events that the back office does not have yet. */
  readonly queueLength: number;
  /** Wall time of the last answer, milliseconds; undefined before the first. */
  readonly lastContactMs: number | undefined;
  /** A word for the technician, e.g. `timedOut`, `fork`; undefined while online. */
  readonly reason: string | undefined;
}

/** The part of a structured logger that the client uses (pino's shape). */
export interface SyncLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

export interface SyncClientOptions {
  readonly store: SyncStore;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  /** 0..1, spreads the attempts of a fleet. */
  readonly random: () => number;
  readonly key: KioskKey;
  readonly kioskNumber: number;
  readonly baseUrl: string;
  readonly enrolmentCode?: string | undefined;
  readonly logger: SyncLogger;
  readonly onStatus?: ((status: SyncStatus) => void) | undefined;
  /** The back office's wall time, as each answer says it, milliseconds. */
  readonly onTime?: ((timeMs: number) => void) | undefined;
  /** Between two requests while there is nothing to send, milliseconds. Default 5,000. */
  readonly idleMs?: number;
  /** One request with its answer, milliseconds. Default 15,000. */
  readonly timeoutMs?: number;
  /** Wait after the first failure, milliseconds. Default 1,000. */
  readonly firstBackoffMs?: number;
  /** Longest wait after failures, milliseconds. Default 60,000. */
  readonly longestBackoffMs?: number;
}

export interface SyncClient {
  /** Begins to send; returns at once. */
  start(): void;
  /** Something was committed: send it now. While the back office fails, the back-off decides instead. */
  poke(): void;
  status(): SyncStatus;
  /** Resolves when no request is in flight and no order is being taken. Never rejects. */
  settled(): Promise<void>;
  /** Stops for good: aborts the request in flight and resolves when nothing runs any more. */
  close(): Promise<void>;
}

/**
 * Sends the log to the back office from the acknowledged number on and takes its orders. One request at a time; it
 * tries for ever, at a limited rate (I10); no failure leaves it as an exception.
 */
export function createSyncClient(options: SyncClientOptions): SyncClient {
  const loop = new SyncLoop(options);
  return {
    start: () => loop.start(),
    poke: () => loop.poke(),
    status: () => loop.status(),
    settled: () => loop.settled(),
    close: () => loop.close(),
  };
}

class SyncLoop {
  readonly #options: SyncClientOptions;
  readonly #stop = new AbortController();
  readonly #round: RoundOptions;
  #state: "idle" | "waiting" | "running" | "closed" = "idle";
  #cancelWait: () => void = () => {};
  #isPoked = false;
  #failures = 0;
  #needsEnrolment = true;
  #link: Pick<SyncStatus, "status" | "reason" | "lastContactMs"> = {
    status: "offline",
    reason: "notTriedYet",
    lastContactMs: undefined,
  };
  #running: Promise<void> = Promise.resolve();

  constructor(options: SyncClientOptions) {
    this.#options = options;
    this.#round = {
      store: options.store,
      kioskNumber: options.kioskNumber,
      key: options.key,
      baseUrl: options.baseUrl,
      enrolmentCode: options.enrolmentCode,
      onTime: options.onTime,
      request: {
        fetch: options.fetch,
        clock: options.clock,
        timeoutMs: options.timeoutMs ?? 15_000,
        signal: this.#stop.signal,
      },
    };
  }

  start(): void {
    if (this.#state !== "idle") return;
    this.#needsEnrolment = this.#options.store.enrolment() === "none";
    this.#begin();
  }

  poke(): void {
    if (this.#state === "running") this.#isPoked = true;
    if (this.#state !== "waiting" || this.#failures > 0) return;
    this.#cancelWait();
    this.#begin();
  }

  status(): SyncStatus {
    const { store } = this.#options;
    return { ...this.#link, queueLength: store.queueLength() };
  }

  settled(): Promise<void> {
    return this.#running;
  }

  async close(): Promise<void> {
    this.#state = "closed";
    this.#cancelWait();
    this.#stop.abort();
    await this.#running;
  }

  #begin(): void {
    this.#state = "running";
    this.#isPoked = false;
    this.#running = this.#runOnce();
  }

  async #runOnce(): Promise<void> {
    const outcome = await this.#attempt();
    if (this.#state === "closed") return;
    this.#note(outcome);
    this.#state = "waiting";
    this.#cancelWait = this.#options.clock.after(this.#waitMs(outcome), () => this.#begin());
  }

  /** A defect in the store or the key must not end the sync for good: it is reported and tried again like any failure. */
  async #attempt(): Promise<RoundOutcome> {
    try {
      const outcome = this.#needsEnrolment ? await enrol(this.#round) : await exchangeOnce(this.#round);
      if (outcome.kind === "done") this.#needsEnrolment = false;
      if (outcome.kind === "refused" && outcome.reason === "unknownKiosk")
        this.#needsEnrolment = this.#options.enrolmentCode !== undefined;
      return outcome;
    } catch (error) {
      return { kind: "offline", reason: error instanceof Error ? error.name : "unknownFault" };
    }
  }

  #waitMs(outcome: RoundOutcome): number {
    if (outcome.kind === "done") return outcome.hasMore || this.#isPoked ? 0 : (this.#options.idleMs ?? 5_000);
    return backoffMs(this.#failures, {
      firstMs: this.#options.firstBackoffMs ?? 1_000,
      longestMs: this.#options.longestBackoffMs ?? 60_000,
      random: this.#options.random(),
    });
  }

  #note(outcome: RoundOutcome): void {
    const { clock, logger } = this.#options;
    const before = this.#link;
    this.#failures = outcome.kind === "done" ? 0 : this.#failures + 1;
    this.#link = {
      status: outcome.kind === "done" ? "online" : outcome.kind,
      reason: outcome.kind === "done" ? undefined : outcome.reason,
      lastContactMs: outcome.kind === "offline" ? before.lastContactMs : clock.wallMs(),
    };
    if (before.status !== this.#link.status || before.reason !== this.#link.reason) {
      const fields = { status: this.#link.status, reason: this.#link.reason, queueLength: this.status().queueLength };
      if (outcome.kind === "done") logger.info(fields, "Back office reached.");
      else logger.warn(fields, "Back office does not take the log; it stays queued here and is sent again.");
    }
    this.#tell();
  }

  #tell(): void {
    try {
      this.#options.onStatus?.(this.status());
    } catch (error) {
      this.#options.logger.warn(
        { error: error instanceof Error ? error.name : "unknownFault" },
        "Status listener failed.",
      );
    }
  }
}
