import type { Snapshot } from "#core/contract/channel.ts";
import type { Intent } from "#core/contract/intent.ts";
import type { KioskEvent } from "#core/events/event.ts";
import type { Input } from "#flow/input.ts";
import { patienceMs } from "#flow/patience.ts";
import { defaultPreferences, type Visit } from "#flow/state.ts";
import { step } from "#flow/step.ts";
import type { World } from "#flow/world.ts";
import { runEffect } from "./effects.ts";
import type { RunnerParts } from "./parts.ts";
import { SnapshotMaker } from "./snapshotMaker.ts";
import { makeWorld } from "./world.ts";

/** Most inputs that may wait; a person and two boards never come near it. Beyond it new ones are dropped and logged. */
const MAX_WAITING = 1000;

/**
 * Takes one input at a time: decides (flow), commits (log), publishes (snapshot), acts (effects), in this order. The
 * only one who appends events.
 */
export class Runner {
  readonly #parts: RunnerParts;
  readonly #snapshots: SnapshotMaker;
  readonly #waiting: Input[] = [];
  readonly #onEvents = new Set<(events: readonly KioskEvent[]) => void>();
  #visit: Visit;
  #isDraining = false;
  #cancelTimer: () => void = () => {};
  #standingObstacle: World["standingObstacle"] = "settling";

  constructor(parts: RunnerParts) {
    this.#parts = parts;
    this.#visit = this.#readVisit() ?? {
      visitId: parts.randomId(),
      preferences: defaultPreferences,
      at: { step: "home" },
    };
    this.#snapshots = new SnapshotMaker(parts);
  }

  get visit(): Visit {
    return this.#visit;
  }

  /** Calls back with every snapshot from now on, and with the present one at once. */
  onSnapshot(listener: (snapshot: Snapshot) => void): void {
    this.#snapshots.onSnapshot(listener);
    this.publish();
  }

  /** Calls back after events became durable. */
  onEvents(listener: (events: readonly KioskEvent[]) => void): void {
    this.#onEvents.add(listener);
  }

  /** An intent of the page that saw the snapshot `revision`; one that answers an earlier step is ignored. */
  submitIntent(revision: number, intent: Intent): void {
    if (intent.kind !== "setPreferences" && intent.kind !== "keepAlive" && this.#snapshots.isStale(revision)) return;
    this.submit({ kind: "intent", intent });
  }

  submit(input: Input): void {
    if (this.#waiting.length >= MAX_WAITING) {
      this.#parts.logger.error({ kind: input.kind }, "Too many inputs are waiting; this one was dropped.");
      return;
    }
    this.#waiting.push(input);
    this.#drain();
  }

  /** Ends the time in which old requests are settled: the kiosk is open for business. */
  declareSettled(): void {
    if (this.#standingObstacle === "settling") this.#standingObstacle = undefined;
    this.#arm();
    this.publish();
  }

  /** Appends events that no visit decides: commissioning, remote orders. */
  append(drafts: Parameters<RunnerParts["log"]["append"]>[0]["drafts"]): void {
    this.#commit(drafts, undefined);
    this.publish();
  }

  /** Draws the screen anew, for facts that are not inputs: a board, the printer, the network. */
  publish(): void {
    this.#snapshots.publish(this.#visit, this.#world());
  }

  setNetwork(network: Snapshot["network"]): void {
    this.#snapshots.network = network;
    this.publish();
  }

  stop(): void {
    this.#cancelTimer();
  }

  #drain(): void {
    if (this.#isDraining) return;
    this.#isDraining = true;
    try {
      for (let input = this.#waiting.shift(); input !== undefined; input = this.#waiting.shift()) this.#take(input);
    } finally {
      this.#isDraining = false;
    }
  }

  #take(input: Input): void {
    const { logger } = this.#parts;
    const before = this.#visit;
    const { visit, events, effects } = step(before, input, this.#world());
    const isChanged = visit !== before;
    const isIdle = before.at.step === "home" && visit.at.step === "home";
    try {
      if (events.length > 0 || (isChanged && !isIdle)) this.#commit(events, isChanged && !isIdle ? visit : undefined);
      if (this.#standingObstacle === "log") this.#standingObstacle = undefined;
    } catch (error) {
      // Nothing was committed, so nothing is done: the person may try again, and the screen says that intake is closed.
      this.#standingObstacle = "log";
      logger.error(
        { err: error, step: before.at.step, input: input.kind },
        "The log could not be written; the step was not taken.",
      );
      this.publish();
      return;
    }
    this.#visit = visit;
    if (isChanged) this.#arm();
    this.publish();
    for (const effect of effects) runEffect(effect, this.#parts, (outcome) => this.submit(outcome));
  }

  /** `visit`: the new state of the unfinished visit; at the idle screen nothing of it is kept. */
  #commit(
    drafts: readonly Parameters<RunnerParts["log"]["append"]>[0]["drafts"][number][],
    visit: Visit | undefined,
  ): void {
    const { log, clock } = this.#parts;
    const stored = visit === undefined ? undefined : visit.at.step === "home" ? null : JSON.stringify(visit);
    const events = log.append({
      drafts,
      atMs: clock.wallMs(),
      isTimeTrusted: this.#parts.isWallTimeTrusted(),
      ...(stored === undefined ? {} : { visit: stored }),
    });
    if (events.length > 0) for (const listener of this.#onEvents) listener(events);
  }

  /** Starts the step's waiting time anew. */
  #arm(): void {
    this.#cancelTimer();
    this.#cancelTimer = () => {};
    if (this.#standingObstacle === "settling") return;
    const { clock, timing } = this.#parts;
    if (this.#visit.endsAtMs !== undefined) {
      this.#cancelTimer = clock.after(timing.warningMs, () => this.submit({ kind: "warningEnded" }));
      return;
    }
    const afterMs = patienceMs(this.#visit.at, timing);
    if (afterMs !== undefined) this.#cancelTimer = clock.after(afterMs, () => this.submit({ kind: "patienceEnded" }));
  }

  #world(): World {
    return makeWorld(this.#parts, this.#standingObstacle);
  }

  #readVisit(): Visit | undefined {
    const text = this.#parts.log.readVisit();
    if (text === undefined) return undefined;
    // Written by `#commit` of this same program and authenticated by its encryption; no other writer exists.
    const visit = JSON.parse(text) as Visit;
    return { ...visit, endsAtMs: undefined };
  }
}
