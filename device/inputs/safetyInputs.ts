import { assert } from "#core/base/assert.ts";
import { growingPauseMs } from "#core/base/growingPause.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import type { DeviceReport } from "#core/interfaces/deviceReport.ts";
import type { ContactState, SafetyInputs } from "#core/interfaces/power.ts";
import type { BoardDriver, ChannelBits } from "../protocol/boardDriver.ts";
import { Deframer } from "../protocol/deframer.ts";
import { attendedTimer } from "../transport/attendedTimer.ts";
import { Link } from "../transport/link.ts";
import type { TransportFactory } from "../transport/transport.ts";
import { type SafetyState, safetyReport } from "./safetyReport.ts";
import { type ContactWiring, SteadyContact } from "./steadyContact.ts";

/** One contact on the input board. */
export interface ContactPlace {
  /** 1 to 32. */
  readonly channel: number;
  readonly wiring: ContactWiring;
}

export interface SafetyInputsOptions {
  readonly transport: TransportFactory;
  readonly clock: Clock;
  readonly reader: Pick<BoardDriver, "replyRule" | "statusRequest">;
  /** Of the board, 1 to 247. */
  readonly address: number;
  /** Absent where no such contact is connected: it is then `notSupported`. */
  readonly tamper?: ContactPlace | undefined;
  readonly panic?: ContactPlace | undefined;
}

/** Inputs that can also be reported on. */
export interface ReportingSafetyInputs extends SafetyInputs {
  report(): DeviceReport;
}

/** Three equal readings make a state, so a contact is known within half a second, milliseconds. */
const POLL_EVERY_MS = 100;
const REPLY_TIMEOUT_MS = 300;
/** So many missed replies in a row make everything unknown, */
const UNKNOWN_AFTER_MISSES = 3;
/** and so many the connection suspect. */
const SUSPECT_AFTER_MISSES = 10;
const MISS_PAUSE = { firstMs: POLL_EVERY_MS, mostMs: 1_000 };
/** Boards answer a question for fewer inputs than a byte holds as well, and all of them one for whole bytes. */
const INPUTS_PER_BYTE = 8;

/**
 * Tamper and panic contacts on an input board with a wire of its own. They are read for ever; a board that is silent makes
 * them `unknown`, which is no alarm and no calm. Nothing is latched here.
 */
export function createSafetyInputs(options: SafetyInputsOptions): ReportingSafetyInputs {
  assert(options.tamper ?? options.panic, "An input board without a contact.");
  return new BoardInputs(options);
}

class BoardInputs implements ReportingSafetyInputs {
  readonly #options: SafetyInputsOptions;
  readonly #link: Link;
  readonly #contacts: Readonly<Record<keyof SafetyState, SteadyContact | undefined>>;
  readonly #channels: number;
  readonly #listeners: ((state: SafetyState) => void)[] = [];
  #latest: SafetyState;
  #onBytes: (bytes: Uint8Array) => void = () => {};
  #giveUp = (): void => {};
  #misses = 0;
  #isStopped = true;
  #cancelPoll = (): void => {};

  constructor(options: SafetyInputsOptions) {
    this.#options = options;
    const { tamper, panic } = options;
    this.#contacts = {
      tamper: tamper && new SteadyContact(tamper.wiring),
      panic: panic && new SteadyContact(panic.wiring),
    };
    const highest = Math.max(tamper?.channel ?? 1, panic?.channel ?? 1);
    this.#channels = Math.ceil(highest / INPUTS_PER_BYTE) * INPUTS_PER_BYTE;
    this.#latest = this.#state();
    this.#link = new Link({
      transport: options.transport,
      clock: options.clock,
      onBytes: (bytes) => this.#onBytes(bytes),
      onOpened: () => {
        this.#misses = 0;
        void this.#poll();
      },
      onClosed: () => {
        this.#cancelPoll();
        this.#giveUp();
        this.#forget();
      },
    });
  }

  start(): void {
    this.#isStopped = false;
    this.#link.start();
  }

  latest(): SafetyState {
    return this.#latest;
  }

  onChanged(listener: (state: SafetyState) => void): void {
    this.#listeners.push(listener);
  }

  report(): DeviceReport {
    return safetyReport({ state: this.#latest, isConnected: this.#link.isOpen });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancelPoll();
    await this.#link.stop();
  }

  async #poll(): Promise<void> {
    const inputs = await this.#ask();
    if (this.#isStopped || !this.#link.isOpen) return;
    if (inputs === undefined) this.#miss();
    else this.#take(inputs);
    const pauseMs = this.#misses === 0 ? POLL_EVERY_MS : growingPauseMs(this.#misses, MISS_PAUSE);
    if (this.#link.isOpen) this.#cancelPoll = this.#options.clock.after(pauseMs, () => void this.#poll());
  }

  /** Undefined when no good reply came in time. Bytes from before the question are never its answer. */
  #ask(): Promise<readonly ChannelBits[] | undefined> {
    const { reader, clock, address } = this.#options;
    const { bytes, accept } = reader.statusRequest({ address, channels: this.#channels, byteOrder: "firstByteFirst" });
    const deframer = new Deframer(reader.replyRule);
    return new Promise((resolve) => {
      const settle = (inputs: readonly ChannelBits[] | undefined): void => {
        cancel();
        this.#onBytes = () => {};
        this.#giveUp = () => {};
        resolve(inputs);
      };
      const cancel = attendedTimer(clock, REPLY_TIMEOUT_MS, () => settle(undefined));
      this.#giveUp = () => settle(undefined);
      this.#onBytes = (received) => {
        for (const frame of deframer.push(received).frames) {
          const inputs = accept(frame);
          if (inputs !== undefined) return settle(inputs);
        }
      };
      void this.#link.write(bytes);
    });
  }

  #take(inputs: readonly ChannelBits[]): void {
    this.#misses = 0;
    this.#link.proveAlive();
    for (const name of ["tamper", "panic"] as const) {
      const place = this.#options[name];
      const isClosed = place && inputs[place.channel - 1]?.saysClosed;
      if (isClosed !== undefined) this.#contacts[name]?.accept(isClosed);
    }
    this.#tell();
  }

  #miss(): void {
    this.#misses += 1;
    if (this.#misses >= UNKNOWN_AFTER_MISSES) this.#forget();
    if (this.#misses >= SUSPECT_AFTER_MISSES) this.#link.suspect("the input board does not answer");
  }

  #forget(): void {
    this.#contacts.tamper?.forget();
    this.#contacts.panic?.forget();
    this.#tell();
  }

  #tell(): void {
    const state = this.#state();
    if (state.tamper === this.#latest.tamper && state.panic === this.#latest.panic) return;
    this.#latest = state;
    for (const listener of this.#listeners) listener(state);
  }

  #state(): SafetyState {
    const of = (contact: SteadyContact | undefined): ContactState => contact?.current ?? "notSupported";
    return { tamper: of(this.#contacts.tamper), panic: of(this.#contacts.panic) };
  }
}
