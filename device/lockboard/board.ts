import type { Clock } from "#core/interfaces/clock.ts";
import type { BoardHealth, BoardStatus, DoorReading, DoorState } from "#core/interfaces/lockBoard.ts";
import type { Bus } from "../bus/bus.ts";
import type { BusOutcome, BusPriority, BusRequest } from "../bus/busRequest.ts";
import type {
  BoardDriver,
  BoardPlace,
  BoardReport,
  BoardRequest,
  ChannelBits,
  UnlockAnswer,
} from "../protocol/boardDriver.ts";
import { type BoardProfile, driverOf, readChannel, unreadChannel } from "./boardProfile.ts";
import { BoardTraffic } from "./boardTraffic.ts";
import { DoorWatch } from "./doorWatch.ts";
import type { LockBoardTimes } from "./lockBoardTimes.ts";
import type { PulseTurns } from "./pulseTurns.ts";
import { rememberedRequest } from "./rememberedRequest.ts";
import { SteadyReading } from "./steadyReading.ts";

export interface BoardOptions {
  readonly profile: BoardProfile;
  readonly bus: Bus;
  /** The pulses on this board's wire. */
  readonly turns: PulseTurns;
  readonly clock: Clock;
  readonly times: LockBoardTimes;
  readonly onDoor: (channel: number, reading: DoorReading) => void;
  readonly onStatus: (status: Omit<BoardStatus, "board">) => void;
}

/** Replies that say the same after which every reading without flicker says it too. */
const SAME_TO_SETTLE = 2;

/** A reading as it came, with the time at which it was asked for. */
export interface RawReading {
  readonly reading: DoorReading;
  readonly askedAtMs: number;
}

/** What is known about one board; polls it for ever while its wire is up. */
export class Board {
  readonly profile: BoardProfile;
  readonly driver: BoardDriver;
  readonly #options: BoardOptions;
  readonly #place: BoardPlace;
  readonly #question: BoardRequest<readonly ChannelBits[]>;
  readonly #steady: readonly SteadyReading[];
  readonly #watches = new Map<number, DoorWatch>();
  readonly #traffic = new BoardTraffic();
  #last: { readonly channels: readonly ChannelBits[]; readonly askedAtMs: number } | undefined;
  #status: BoardStatus["status"];
  #fault: BoardStatus["fault"];
  #misses = 0;
  /** Replies in a row that said what the one before said, while no door was watched. */
  #sameInARow = 0;
  #isPolling = false;
  #wasHeldBack = false;
  #answersUnlocks = true;
  #cancelPoll = (): void => {};

  constructor(options: BoardOptions) {
    const { profile } = options;
    this.#options = options;
    this.profile = profile;
    this.driver = driverOf(profile);
    this.#place = { address: profile.address, channels: profile.channels, byteOrder: profile.byteOrder };
    this.#question = rememberedRequest(this.driver.statusRequest(this.#place));
    this.#status = profile.isCommissioned ? "unknown" : "notCommissioned";
    this.#steady = Array.from({ length: profile.channels }, () => new SteadyReading(profile.hasOccupancy));
  }

  /** True where a pulse moves the one lock that it is meant for. */
  get mayPulse(): boolean {
    return this.profile.isCommissioned && !this.#traffic.hasTwoAnswers;
  }

  health(): Omit<BoardHealth, "board" | "wire"> {
    const { family, address, channels } = this.profile;
    const counts = this.#traffic.health(this.#options.clock.monotonicMs());
    return { family, address, channels, status: this.#status, fault: this.#fault, ...counts };
  }

  /** The reading without flicker. `channel` is 1-based and exists. */
  steady(channel: number): DoorReading {
    return this.#steady[channel - 1]?.current ?? unreadChannel(this.profile);
  }

  /** The latest reading as it came, or undefined when the board never answered or was lost since. */
  raw(channel: number): RawReading | undefined {
    return this.#last && { reading: this.#read(this.#last.channels, channel), askedAtMs: this.#last.askedAtMs };
  }

  /** The wire is up: find out at once what is true. */
  wireOpened(): void {
    // A board that is not commissioned is only read.
    const frames = this.profile.isCommissioned ? (this.driver.startFrames?.(this.#place) ?? []) : [];
    for (const bytes of frames) void this.#send<true>({ bytes, accept: () => true }, { isOptional: true });
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

  /** Asks the board ahead of the polls. */
  async ask(useByMs?: number): Promise<BusOutcome<unknown>["kind"]> {
    return this.#request(() => "urgent", useByMs);
  }

  /** Sends one pulse. The caller has read the door, and watches it afterwards. */
  async pulse(channel: number, useByMs: number): Promise<BusOutcome<UnlockAnswer>> {
    const request = this.driver.unlockRequest(this.#place, channel);
    // Some boards answer and some do not; the door alone says what happened.
    const outcome = await this.#send(request, { isOptional: true, useByMs });
    if (outcome.kind === "notSent") return outcome;
    this.#answersUnlocks = outcome.kind === "reply";
    if (outcome.kind === "reply") this.#traffic.unlockAnswer(outcome.reply);
    this.#tellStatus();
    return outcome;
  }

  /** From now on the board is polled without pause until this door was seen to open and to shut again. */
  watch(channel: number, pulsedAtMs: number, before: DoorState): DoorWatch {
    this.#watches.get(channel)?.end();
    const watch = new DoorWatch(pulsedAtMs, before, this.#options.times);
    this.#watches.set(channel, watch);
    void this.#poll();
    return watch;
  }

  /** The board told of a door by itself; a poll confirms it. */
  report({ channel, bits }: BoardReport): void {
    if (channel < 1 || channel > this.profile.channels || this.#traffic.hasTwoAnswers) return;
    this.#sameInARow = 0;
    const reading = readChannel(bits, this.profile);
    const steady = this.#steady[channel - 1];
    const { occupancy } = this.steady(channel);
    if (steady?.accept({ ...reading, occupancy }, true)) this.#options.onDoor(channel, steady.current);
    this.#watches.get(channel)?.see(reading.door, this.steady(channel).door, this.#options.clock.monotonicMs());
    void this.#poll();
  }

  /** Two boards seem to answer at this address; where they do, no reading is one door's. */
  secondAnswer(): void {
    this.#traffic.secondAnswer();
    if (this.#traffic.hasTwoAnswers) this.#forget();
    this.#tellStatus();
  }

  async #poll(): Promise<void> {
    this.#cancelPoll();
    if (this.#isPolling) return;
    this.#isPolling = true;
    await this.#request(this.#pollPriority);
    this.#isPolling = false;
    this.#pollLater(this.#pauseMs());
  }

  readonly #pollPriority = (): BusPriority => (this.#isJudging() ? "watched" : "routine");

  /** Doors that merely stand open are polled as often, but do not go ahead of other boards. */
  #isJudging(): boolean {
    if (this.#watches.size === 0) return false;
    const nowMs = this.#options.clock.monotonicMs();
    return this.#watches.values().some((watch) => watch.isJudging(nowMs));
  }

  #pollLater(pauseMs: number): void {
    this.#cancelPoll();
    if (!this.#options.bus.isOpen) return;
    this.#cancelPoll = this.#options.clock.after(pauseMs, () => {
      const heldBackMs = this.#heldBackMs();
      this.#wasHeldBack = heldBackMs > 0;
      if (heldBackMs > 0) this.#pollLater(heldBackMs);
      else void this.#poll();
    });
  }

  #pauseMs(): number {
    const { times, turns } = this.#options;
    const isJudged = this.#misses < times.missesToLose || turns.sincePulseMs < times.giveUpAfterMs;
    if (this.#watches.size > 0 && isJudged) return times.watchPollMs;
    if (this.#misses === 0) return times.pollMs;
    // A dead board costs the others one time-out in each of these pauses, which grow.
    return Math.min(times.pollMs * 2 ** Math.min(this.#misses, 10), times.longestPollMs);
  }

  /** While a door is being judged after its pulse, a board that misses replies must not take the wire; once in a poll. */
  #heldBackMs(): number {
    const { turns, times } = this.#options;
    if (this.#misses === 0 || this.#wasHeldBack || this.#watches.size > 0) return 0;
    return Math.max(0, times.jamAfterMs - turns.sincePulseMs);
  }

  async #request(priority: BusRequest<unknown>["priority"], useByMs?: number): Promise<BusOutcome<unknown>["kind"]> {
    const outcome = await this.#send(this.#question, { priority, useByMs });
    if (outcome.kind === "reply") this.#accept(outcome);
    else if (outcome.kind === "noReply") this.#miss(outcome.isDamaged);
    return outcome.kind;
  }

  #send<Reply>(
    request: Pick<BusRequest<Reply>, "bytes" | "accept">,
    options: {
      readonly priority?: BusRequest<Reply>["priority"];
      readonly isOptional?: boolean;
      readonly useByMs?: number | undefined;
    },
  ): Promise<BusOutcome<Reply>> {
    const { times } = this.#options;
    const { priority = () => "urgent", isOptional = false, useByMs } = options;
    return this.#options.bus.request<Reply>({
      bytes: request.bytes,
      accept: request.accept,
      priority,
      board: this.profile.name,
      driver: this.driver,
      ...(isOptional && { optionalReplyMs: this.#answersUnlocks ? times.unlockReplyMs : times.noUnlockReplyMs }),
      ...(useByMs !== undefined && { useByMs }),
    });
  }

  #accept(outcome: Extract<BusOutcome<readonly ChannelBits[]>, { kind: "reply" }>): void {
    const { reply: channels, sentAtMs: askedAtMs, latencyMs, hasEcho } = outcome;
    this.#misses = 0;
    this.#traffic.reply(this.#options.clock.monotonicMs(), latencyMs, hasEcho);
    this.#setStatus("online");
    if (this.#traffic.hasTwoAnswers) return;
    const isSame = this.#last?.channels === channels && this.#watches.size === 0;
    this.#last = { channels, askedAtMs };
    // What two replies said in a row is taken; a third that says the same changes nothing.
    this.#sameInARow = isSame ? this.#sameInARow + 1 : 0;
    if (this.#sameInARow > SAME_TO_SETTLE) return;
    for (const [index, steady] of this.#steady.entries()) {
      const channel = index + 1;
      const watch = this.#watches.get(channel);
      const raw = this.#read(channels, channel);
      const hasChanged = steady.accept(raw, watch !== undefined);
      if (hasChanged) this.#options.onDoor(channel, steady.current);
      if (watch === undefined) continue;
      watch.see(raw.door, steady.current.door, askedAtMs);
      if (watch.isOver(this.#options.clock.monotonicMs())) this.#watches.delete(channel);
    }
  }

  #miss(isDamaged: boolean): void {
    this.#misses += 1;
    this.#traffic.miss(isDamaged);
    if (this.#misses >= this.#options.times.missesToLose) this.#lose();
    else this.#tellStatus();
    const nowMs = this.#options.clock.monotonicMs();
    for (const [channel, watch] of this.#watches) if (watch.isOver(nowMs)) this.#watches.delete(channel);
  }

  #lose(): void {
    this.#setStatus("noReply");
    this.#forget();
  }

  #forget(): void {
    this.#last = undefined;
    this.#sameInARow = 0;
    for (const [index, steady] of this.#steady.entries()) {
      if (steady.forget()) this.#options.onDoor(index + 1, steady.current);
    }
  }

  #read(channels: readonly ChannelBits[], channel: number): DoorReading {
    return readChannel(channels[channel - 1], this.profile);
  }

  #setStatus(status: BoardStatus["status"]): void {
    this.#tellStatus(this.profile.isCommissioned ? status : "notCommissioned");
  }

  #tellStatus(status = this.#status): void {
    const { fault } = this.#traffic;
    if (this.#status === status && this.#fault === fault) return;
    this.#status = status;
    this.#fault = fault;
    this.#options.onStatus({ status, fault });
  }
}
