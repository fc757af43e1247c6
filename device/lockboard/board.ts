import type { Clock } from "#core/interfaces/clock.ts";
import type { BoardStatus, DoorReading } from "#core/interfaces/lockBoard.ts";
import type { Bus } from "../bus/bus.ts";
import type { BusOutcome } from "../bus/busRequest.ts";
import { type Cu16Profile, readCu16Channel } from "../protocol/kerongCu16/reading.ts";
import { type Cu16Status, decodeCu16Reply } from "../protocol/kerongCu16/replies.ts";
import { encodeCu16Request } from "../protocol/kerongCu16/requests.ts";
import { DoorWatch } from "./doorWatch.ts";
import type { LockBoardTimes } from "./lockBoardTimes.ts";
import { SteadyReading } from "./steadyReading.ts";

/** One lock board, as commissioning found it. */
export interface BoardProfile extends Cu16Profile {
  /** Name in the configuration, unique in a kiosk. */
  readonly name: string;
  readonly family: "kerongCu16";
  /** 0 to 14. */
  readonly address: number;
  /** Number of locks connected, 1 to 16. */
  readonly channels: number;
}

export interface BoardOptions {
  readonly profile: BoardProfile;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly times: LockBoardTimes;
  readonly onDoor: (channel: number, reading: DoorReading) => void;
  readonly onStatus: (status: BoardStatus["status"]) => void;
}

/** A reading as it came, with the time at which it was asked for. */
export interface RawReading {
  readonly reading: DoorReading;
  readonly askedAtMs: number;
}

/** What is known about one board; polls it for ever while its wire is up. */
export class Board {
  readonly profile: BoardProfile;
  readonly #options: BoardOptions;
  readonly #steady: readonly SteadyReading[];
  readonly #watches = new Map<number, DoorWatch>();
  #last: { readonly status: Cu16Status; readonly askedAtMs: number } | undefined;
  #status: BoardStatus["status"] = "unknown";
  #misses = 0;
  #isPolling = false;
  #cancelPoll = (): void => {};

  constructor(options: BoardOptions) {
    this.#options = options;
    this.profile = options.profile;
    this.#steady = Array.from(
      { length: options.profile.channels },
      () => new SteadyReading(options.profile.hasInfrared),
    );
  }

  get status(): BoardStatus["status"] {
    return this.#status;
  }

  /** The reading without flicker. `channel` is 1-based and exists. */
  steady(channel: number): DoorReading {
    return this.#steady[channel - 1]?.current ?? { door: "unknown", occupancy: "unknown" };
  }

  /** The latest reading as it came, or undefined when the board never answered or was lost since. */
  raw(channel: number): RawReading | undefined {
    if (this.#last === undefined) return undefined;
    const { status, askedAtMs } = this.#last;
    return { reading: readCu16Channel(status, channel, this.profile), askedAtMs };
  }

  /** The wire is up: find out at once what is true. */
  wireOpened(): void {
    void this.#poll();
  }

  wireClosed(): void {
    this.#cancelPoll();
    this.#lose();
  }

  stop(): void {
    this.#cancelPoll();
    for (const watch of this.#watches.values()) watch.end();
    this.#watches.clear();
  }

  /** Asks the board ahead of the routine polls. */
  async ask(useByMs?: number): Promise<BusOutcome<Cu16Status>["kind"]> {
    return this.#request("urgent", useByMs);
  }

  /** Sends one pulse. The caller has read the door, and watches it afterwards. */
  async pulse(channel: number, useByMs: number): Promise<BusOutcome<true>> {
    const { address } = this.profile;
    const bytes = encodeCu16Request({ kind: "unlock", address, channel });
    return this.#options.bus.request<true>({
      priority: "urgent",
      place: address,
      bytes,
      // Some boards answer and some do not; the door alone says what happened.
      isReplyRequired: false,
      useByMs,
      accept: (frame) => (decodeCu16Reply(frame)?.kind === "unlockNoted" ? true : undefined),
    });
  }

  /** From now on the board is polled without pause until this door was seen to open and to shut again. */
  watch(channel: number): DoorWatch {
    this.#watches.get(channel)?.end();
    const { clock, times } = this.#options;
    const watch = new DoorWatch(clock.monotonicMs(), times);
    this.#watches.set(channel, watch);
    void this.#poll();
    return watch;
  }

  async #poll(): Promise<void> {
    this.#cancelPoll();
    if (this.#isPolling) return;
    this.#isPolling = true;
    await this.#request("routine");
    this.#isPolling = false;
    this.#cancelPoll();
    if (!this.#options.bus.isOpen) return;
    this.#cancelPoll = this.#options.clock.after(this.#pauseMs(), () => void this.#poll());
  }

  #pauseMs(): number {
    const { times } = this.#options;
    if (this.#watches.size > 0) return times.watchPollMs;
    // A dead board costs the others one time-out in each of these pauses, which grow.
    const backOffMs = times.pollMs * 2 ** Math.min(this.#misses, 10);
    return this.#misses === 0 ? times.pollMs : Math.min(backOffMs, times.longestPollMs);
  }

  async #request(priority: "urgent" | "routine", useByMs?: number): Promise<BusOutcome<Cu16Status>["kind"]> {
    const { address } = this.profile;
    const outcome = await this.#options.bus.request<Cu16Status>({
      priority,
      place: address,
      bytes: encodeCu16Request({ kind: "status", address }),
      isReplyRequired: true,
      ...(useByMs !== undefined && { useByMs }),
      accept: (frame) => {
        const reply = decodeCu16Reply(frame);
        return reply?.kind === "status" && reply.address === address ? reply : undefined;
      },
    });
    if (outcome.kind === "reply") this.#accept(outcome.reply, outcome.sentAtMs);
    else if (outcome.kind === "noReply") this.#miss();
    return outcome.kind;
  }

  #accept(status: Cu16Status, askedAtMs: number): void {
    this.#misses = 0;
    this.#last = { status, askedAtMs };
    this.#setStatus("online");
    for (const [index, steady] of this.#steady.entries()) {
      const channel = index + 1;
      const watch = this.#watches.get(channel);
      const raw = readCu16Channel(status, channel, this.profile);
      const hasChanged = steady.accept(raw, watch !== undefined);
      if (hasChanged) this.#options.onDoor(channel, steady.current);
      if (watch === undefined) continue;
      watch.see(raw.door, steady.current.door);
      if (watch.isOver(this.#options.clock.monotonicMs())) this.#watches.delete(channel);
    }
  }

  #miss(): void {
    this.#misses += 1;
    if (this.#misses >= this.#options.times.missesToLose) this.#lose();
    const nowMs = this.#options.clock.monotonicMs();
    for (const [channel, watch] of this.#watches) if (watch.isOver(nowMs)) this.#watches.delete(channel);
  }

  #lose(): void {
    this.#last = undefined;
    this.#setStatus("noReply");
    for (const [index, steady] of this.#steady.entries()) {
      if (steady.forget()) this.#options.onDoor(index + 1, steady.current);
    }
  }

  #setStatus(status: BoardStatus["status"]): void {
    if (this.#status === status) return;
    this.#status = status;
    this.#options.onStatus(status);
  }
}
