import { InvariantError } from "#core/base/assert.ts";
import type { Snapshot } from "#core/contract/channel.ts";
import type { Intent } from "#core/contract/intent.ts";
import type { DraftEvent, KioskEvent } from "#core/events/event.ts";
import type { Input } from "#flow/input.ts";
import { patienceMs } from "#flow/patience.ts";
import { defaultPreferences, type Visit } from "#flow/state.ts";
import { step } from "#flow/step.ts";
import type { Step } from "#flow/turn.ts";
import type { World } from "#flow/world.ts";
import { runEffect } from "./effects.ts";
import { dropOfPersons, isAnswer, isOfPerson, isScan } from "./inputKinds.ts";
import type { RunnerParts } from "./parts.ts";
import { SnapshotMaker } from "./snapshotMaker.ts";
import { isStale, readStoredVisit, type StoredVisit, textOfVisit } from "./storedVisit.ts";
import { makeWorld } from "./world.ts";

/** Most inputs that may wait; a person and two boards never come near it. Beyond it new ones are dropped and logged. */
const MAX_WAITING = 1000;

/** How long a log that refused a commit is left alone before it is tried again, milliseconds. */
const LOG_RETRY_MS = 2000;

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
  #cancelRetry: () => void = () => {};
  /** Wall time at which the step ends unless somebody touches the screen; absent where it waits for a device. */
  #leavesAtMs: number | undefined;
  #isSettled = false;
  #isLogGone = false;
  #isStopped = false;
  readonly #stored: StoredVisit | undefined;
  readonly #onStop = new Set<() => void>();

  constructor(parts: RunnerParts) {
    this.#parts = parts;
    this.#stored = readStoredVisit(parts);
    this.#visit = this.#stored?.visit ?? {
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
    const isAboutStep = intent.kind !== "setPreferences" && intent.kind !== "keepAlive";
    // Until old requests are settled no person can begin anything: a new request would hide an old one.
    if (isAboutStep && (this.#snapshots.isStale(revision) || !this.#isSettled)) return;
    this.submit({ kind: "intent", intent });
  }

  submit(input: Input): void {
    if (this.#waiting.length >= MAX_WAITING) {
      this.#parts.logger.error({ kind: input.kind }, "Too many inputs are waiting; this one was dropped.");
      return;
    }
    if (this.#isStopped || (isScan(input) && !this.#isSettled)) return;
    // Whatever is decided next is decided with the clock as it stands now.
    this.#noteClock();
    this.#waiting.push(input);
    this.#drain();
  }

  /** Ends the time in which old requests are settled: the kiosk is open for business. */
  declareSettled(): void {
    this.#isSettled = true;
    this.#arm();
    this.publish();
  }

  /** Appends events that no visit decides: commissioning, remote orders. */
  append(drafts: readonly DraftEvent[]): void {
    this.#tell(this.#commit(drafts));
    this.publish();
  }

  /** Draws the screen anew, for facts that are not inputs: a board, the printer, the network. */
  publish(): void {
    this.#snapshots.publish(this.#visit, this.#world(), { leavesAtMs: this.#leavesAtMs });
  }

  setNetwork(network: Snapshot["network"]): void {
    this.#snapshots.network = network;
    this.publish();
  }

  /** From now on nothing is taken: the log may be closed. */
  stop(): void {
    this.#isStopped = true;
    this.#cancelTimer();
    this.#cancelRetry();
    for (const listener of this.#onStop) listener();
  }

  /** Calls back when the runner stops: what waits for the kiosk waits no longer. */
  onStop(listener: () => void): void {
    this.#onStop.add(listener);
  }

  /** Writes down what the wall clock did since the last look. */
  lookAtClock(): void {
    if (this.#isStopped) return;
    this.#noteClock();
    this.#drain();
  }

  #noteClock(): void {
    const news = this.#parts.takeClockNews();
    if (news !== undefined) this.#waiting.push({ kind: "clockJudged", ...news });
  }

  #drain(): void {
    if (this.#isDraining) return;
    this.#isDraining = true;
    try {
      for (let input = this.#waiting.shift(); input !== undefined; input = this.#waiting.shift()) {
        if (this.#take(input)) continue;
        // What a person asked may be asked again; what a device or a timer said is said once, and waits for the log.
        if (!isOfPerson(input)) this.#waiting.unshift(input);
        dropOfPersons(this.#waiting);
        return;
      }
    } finally {
      this.#isDraining = false;
    }
  }

  /** False where the log refused, so that nothing was done. */
  #take(input: Input): boolean {
    const before = this.#visit;
    const { logger } = this.#parts;
    const fields = { step: before.at.step, input: input.kind };
    let taken: Step;
    let events: readonly KioskEvent[];
    try {
      taken = step(before, input, this.#world());
      events = this.#keep(before, taken);
    } catch (error) {
      if (!(error instanceof InvariantError)) return this.#logIsGone(error, fields);
      // What a device said must not get lost: the program ends, and settles it when it starts again.
      if (!isOfPerson(input)) throw error;
      logger.error({ err: error, ...fields }, "A step broke a rule of this program; it was not taken.");
      return true;
    }
    if (input.kind === "clockJudged" && this.#leavesAtMs !== undefined) this.#leavesAtMs += input.steppedByMs;
    this.#follow(before, taken, events);
    return true;
  }

  /** Makes a step durable where there is something to keep. At the idle screen nothing of a visit is kept. */
  #keep(before: Visit, { visit, events }: Step): readonly KioskEvent[] {
    const isIdle = before.at.step === "home" && visit.at.step === "home";
    const isVisitKept = visit !== before && !isIdle;
    if (events.length === 0 && !isVisitKept) return [];
    const kept = this.#commit(events, isVisitKept ? this.#textOf(visit) : undefined);
    this.#logIsBack();
    return kept;
  }

  /** Publishes and acts, after what was decided is durable. */
  #follow(before: Visit, { visit, effects }: Step, events: readonly KioskEvent[]): void {
    this.#visit = visit;
    this.#tell(events);
    // A warning that is still up goes on counting down, whatever happens to the wall clock.
    if (visit !== before && (visit.endsAtMs === undefined || before.endsAtMs === undefined)) this.#arm();
    this.publish();
    for (const effect of effects)
      runEffect(effect, this.#parts, (outcome) => this.#submitOutcome(outcome, visit.visitId));
  }

  /** What a device did counts always; the answer to a check is for the person who asked, not for the next one. */
  #submitOutcome(outcome: Input, visitId: string): void {
    if (isAnswer(outcome) && this.#visit.visitId !== visitId) return;
    this.submit(outcome);
  }

  /** Nothing was committed, so nothing is done: the screen says that intake is closed, and the log is tried again. */
  #logIsGone(error: unknown, fields: object): false {
    this.#isLogGone = true;
    this.#parts.logger.error({ err: error, ...fields }, "The log could not be written; the step was not taken.");
    this.publish();
    this.#cancelRetry();
    this.#cancelRetry = this.#parts.clock.after(LOG_RETRY_MS, () => this.#tryLog());
    return false;
  }

  /** Writes the visit as it stands, which proves the disk, and goes on with what waited. */
  #tryLog(): void {
    try {
      this.#commit([], textOfVisit(this.#visit, this.#savedAtMs));
      this.#commit([], this.#textOf(this.#visit));
    } catch (error) {
      this.#logIsGone(error, { step: this.#visit.at.step });
      return;
    }
    this.#logIsBack();
    this.publish();
    this.#drain();
  }

  #logIsBack(): void {
    if (!this.#isLogGone) return;
    this.#cancelRetry();
    this.#isLogGone = false;
  }

  /** `visit`: the unfinished visit's text, `null` to delete it, absent to leave it alone. Throws where the disk refuses. */
  #commit(drafts: readonly DraftEvent[], visit?: string | null): readonly KioskEvent[] {
    const { log, clock } = this.#parts;
    const atMs = clock.wallMs();
    const isTimeTrusted = this.#parts.isWallTimeTrusted();
    return log.append({ drafts, atMs, isTimeTrusted, ...(visit === undefined ? {} : { visit }) });
  }

  #tell(events: readonly KioskEvent[]): void {
    if (events.length > 0) for (const listener of this.#onEvents) listener(events);
  }

  /** Starts the step's waiting time anew. */
  #arm(): void {
    this.#cancelTimer();
    this.#cancelTimer = () => {};
    this.#leavesAtMs = undefined;
    if (!this.#isSettled) return;
    const { clock, timing } = this.#parts;
    if (this.#visit.endsAtMs !== undefined) {
      this.#cancelTimer = clock.after(timing.warningMs, () => this.submit({ kind: "warningEnded" }));
      return;
    }
    const afterMs = patienceMs(this.#visit, timing);
    if (afterMs === undefined) return;
    this.#leavesAtMs = clock.wallMs() + afterMs + timing.warningMs;
    this.#cancelTimer = clock.after(afterMs, () => this.submit({ kind: "patienceEnded" }));
  }

  /** Why the machine itself takes nothing now, or undefined. */
  get standingObstacle(): World["standingObstacle"] {
    if (!this.#isSettled) return "settling";
    return this.#isLogGone ? "log" : undefined;
  }

  get network(): Snapshot["network"] {
    return this.#snapshots.network;
  }

  #world(): World {
    return makeWorld(this.#parts, this.standingObstacle);
  }

  /** The unfinished visit as it is stored: nothing at the idle screen. */
  #textOf(visit: Visit): string | null {
    if (visit.at.step === "home") return null;
    return textOfVisit(visit, this.#savedAtMs);
  }

  /** While old requests are settled nobody acts: a second power cut must not make an old visit young. */
  get #savedAtMs(): number {
    const nowMs = this.#parts.clock.wallMs();
    return this.#isSettled ? nowMs : (this.#stored?.savedAtMs ?? nowMs);
  }

  /** True for a visit from before the start of which nobody can be waiting any more. */
  get isVisitStale(): boolean {
    return this.#stored !== undefined && isStale(this.#stored, this.#parts);
  }
}
