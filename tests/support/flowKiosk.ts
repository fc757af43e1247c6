import { assert } from "#core/base/assert.ts";
import type { Snapshot } from "#core/contract/channel.ts";
import type { Intent } from "#core/contract/intent.ts";
import type { Screen } from "#core/contract/screen.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Id } from "#core/domain/ids.ts";
import type { DraftEvent, EventType } from "#core/events/event.ts";
import type { DoorReading, DoorState, OccupancyState, UnlockOutcome } from "#core/interfaces/lockBoard.ts";
import type { PrinterStatus } from "#core/interfaces/printer.ts";
import { compartmentOf } from "#core/register/register.ts";
import type { Effect } from "#flow/effect.ts";
import type { Input } from "#flow/input.ts";
import { presentDoors } from "#flow/present/doors.ts";
import { present } from "#flow/present/present.ts";
import { recoveredOutcomes } from "#flow/recovery.ts";
import { type AtStep, defaultPreferences, type StepName, type Visit } from "#flow/state.ts";
import { step } from "#flow/step.ts";
import type { Step } from "#flow/turn.ts";
import type { World } from "#flow/world.ts";
import {
  CLERK_CARD,
  catalogue,
  clerk,
  idOf,
  readPerson,
  sampleTimes,
  sampleToken,
  TECHNICIAN_CARD,
  technician,
  timing,
} from "./flowWorld.ts";
import { MemoryLog } from "./memoryLog.ts";

export interface FlowKioskOptions {
  /** Default 4. The first two are within a seated person's reach; odd ones hang on board A, even ones on board B. */
  readonly compartments?: number;
  /** Compartments that nobody has looked into yet. Default none. */
  readonly unchecked?: readonly CompartmentNumber[];
  /** What the occupancy sensors say at first. Default: there are none. */
  readonly occupancy?: OccupancyState;
  readonly startMs?: number;
}

type EventOf<T extends EventType> = Extract<DraftEvent, { readonly type: T }>;

/** A kiosk of pure parts: the flow over a register in memory, doors that tests move, and a clock that stands still. */
export class FlowKiosk {
  readonly log = new MemoryLog();
  readonly effects: Effect[] = [];
  /** The inputs given, newest last. */
  readonly inputs: Input[] = [];
  visit: Visit = { visitId: idOf("first visit"), preferences: defaultPreferences, at: { step: "home" } };
  nowMs: number;
  isTimeTrusted = true;
  printer: PrinterStatus = { status: "ready", paper: "full" };
  standingObstacle: World["standingObstacle"];
  clients: World["clients"] = [];
  commissioning: World["commissioning"] = "absent";
  readonly #readings = new Map<CompartmentNumber, DoorReading>();
  readonly #silent = new Set<CompartmentNumber>();
  readonly #tokens = new Map<string, string>();
  #ids = 0;

  constructor({ compartments = 4, unchecked = [], occupancy = "notSupported", startMs }: FlowKioskOptions = {}) {
    this.nowMs = startMs ?? Date.UTC(2026, 10, 14, 14, 47);
    const drafts: DraftEvent[] = [{ type: "kioskStarted", payload: { kioskNumber: 427, softwareVersion: "0.1.0" } }];
    for (let compartmentNumber = 1; compartmentNumber <= compartments; compartmentNumber += 1) {
      const board = compartmentNumber % 2 === 1 ? "A" : "B";
      const place = { board, channel: compartmentNumber, heightMm: 200, isWithinSeatedReach: compartmentNumber <= 2 };
      drafts.push({ type: "compartmentCommissioned", payload: { compartmentNumber, ...place } });
      this.#readings.set(compartmentNumber, { door: "closed", occupancy });
      if (unchecked.includes(compartmentNumber)) continue;
      drafts.push({ type: "compartmentSeenEmpty", payload: { compartmentNumber, staffId: clerk.staffId } });
    }
    this.append(...drafts);
  }

  get at(): Visit["at"] {
    return this.visit.at;
  }

  get stepName(): StepName {
    return this.visit.at.step;
  }

  get screen(): Screen {
    return present(this.visit.at, this.world());
  }

  get doors(): Snapshot["doors"] {
    return presentDoors(this.visit.at, this.world());
  }

  /** The present step, which must be this one. */
  expectAt<S extends StepName>(name: S): AtStep<S> {
    assert(this.stepName === name, `The visit is at ${this.stepName}, not at ${name}.`);
    // The step's name was compared above; the compiler cannot narrow by a generic name.
    return this.visit.at as AtStep<S>;
  }

  /** Events that no visit decides. */
  append(...drafts: readonly DraftEvent[]): void {
    this.log.append({ drafts, atMs: this.nowMs, isTimeTrusted: true });
  }

  /** One input, as the runner takes it: decide, commit, collect the effects. */
  give(input: Input): Step {
    this.inputs.push(input);
    const taken = step(this.visit, input, this.world());
    assertRequestedFirst(taken);
    this.append(...taken.events);
    this.visit = taken.visit;
    this.effects.push(...taken.effects);
    return taken;
  }

  touch(...intents: readonly Intent[]): void {
    for (const intent of intents) this.give({ kind: "intent", intent });
  }

  scan(text: string): void {
    this.give({ kind: "scan", text });
  }

  /** The door is moved by hand, and polling finds it. */
  moveDoor(compartmentNumber: CompartmentNumber, door: DoorState): void {
    const reading = { ...this.reading(compartmentNumber), door };
    this.#readings.set(compartmentNumber, reading);
    this.give({ kind: "doorChanged", compartmentNumber, reading });
  }

  /** The door stands so without anybody having been told yet. */
  setDoor(compartmentNumber: CompartmentNumber, reading: Partial<DoorReading>): void {
    this.#readings.set(compartmentNumber, { ...this.reading(compartmentNumber), ...reading });
  }

  reading(compartmentNumber: CompartmentNumber): DoorReading {
    if (this.#silent.has(compartmentNumber)) return { door: "unknown", occupancy: "unknown" };
    return this.#readings.get(compartmentNumber) ?? { door: "unknown", occupancy: "unknown" };
  }

  setSilent(isSilent: boolean, ...compartmentNumbers: readonly CompartmentNumber[]): void {
    for (const compartmentNumber of compartmentNumbers) {
      if (isSilent) this.#silent.add(compartmentNumber);
      else this.#silent.delete(compartmentNumber);
    }
  }

  /** The newest unlock that was asked for. */
  get lastUnlock(): Extract<Effect, { kind: "unlock" }> {
    const unlock = this.effects.findLast((effect) => effect.kind === "unlock");
    assert(unlock, "No unlock was asked for.");
    return unlock;
  }

  get unlocks(): number {
    return this.effects.filter((effect) => effect.kind === "unlock").length;
  }

  /** Ends the newest unlock. With `opened` the door stands open, as the board read it. */
  endUnlock(outcome: UnlockOutcome): CompartmentNumber {
    const { requestId, compartmentNumber } = this.lastUnlock;
    if (outcome === "opened") this.setDoor(compartmentNumber, { door: "open" });
    this.give({ kind: "unlockEnded", requestId, compartmentNumber, outcome });
    return compartmentNumber;
  }

  /** Ends the newest print. */
  endPrint(state: "printed" | "unverified" | "notPrinted" | "unresolved" = "printed"): void {
    const print = this.effects.findLast((effect) => effect.kind === "print");
    assert(print, "Nothing was printed.");
    this.give({ kind: "printEnded", printJobId: print.printJobId, state });
  }

  /** The person does nothing until the step ends. */
  walkAway(): void {
    this.give({ kind: "patienceEnded" });
    this.nowMs += timing.warningMs;
    this.give({ kind: "warningEnded" });
  }

  /**
   * The program ends without notice and starts again: as `startRunner` settles what was open. `cutAfter`: so many inputs
   * of that are taken, then the power is gone again.
   */
  restart({ isStale = false, cutAfter = Number.POSITIVE_INFINITY } = {}): void {
    // As the runner stores it: what JSON does not carry is lost here too.
    this.visit = { ...(JSON.parse(JSON.stringify(this.visit)) as Visit), endsAtMs: undefined };
    const doors = [...this.#readings.keys()].flatMap((compartmentNumber): Input[] => {
      const reading = this.reading(compartmentNumber);
      return reading.door === "unknown" ? [] : [{ kind: "doorChanged", compartmentNumber, reading }];
    });
    const settling = [...recoveredOutcomes(this.world()), { kind: "restarted", isStale } as const, ...doors];
    for (const input of settling.slice(0, cutAfter)) this.give(input);
  }

  /** Drafts of one type, oldest first. */
  eventsOf<T extends EventType>(type: T): EventOf<T>[] {
    return this.log.drafts.filter((draft): draft is EventOf<T> => draft.type === type);
  }

  contentsOf(compartmentNumber: CompartmentNumber): string | undefined {
    return compartmentOf(this.log.register, compartmentNumber)?.contents.kind;
  }

  world(): World {
    const { log } = this;
    const personOf: World["personOf"] = ({ personal }) => readPerson(personal && log.openPersonal(personal));
    return {
      kioskNumber: 427,
      nowMs: this.nowMs,
      isTimeTrusted: this.isTimeTrusted,
      register: log.register,
      catalogue,
      timing,
      consentVersion: "2026-01",
      entropy: this.#drawIds(),
      printer: this.printer,
      standingObstacle: this.standingObstacle,
      clients: this.clients,
      commissioning: this.commissioning,
      doorOf: (compartmentNumber) => this.reading(compartmentNumber),
      isBoardOnline: (compartmentNumber) => this.reading(compartmentNumber).door !== "unknown",
      timesOf: sampleTimes,
      tokenHashOf: (token) => this.#tokens.get(token),
      mintToken: (entropy) => this.#mint(entropy),
      staffByCard: (code) => ({ [CLERK_CARD]: clerk, [TECHNICIAN_CARD]: technician })[code],
      staffById: (staffId) => [clerk, technician].find((member) => member.staffId === staffId),
      personOf,
      isSecondValue: (dossier, digits) => personOf(dossier)?.secondValue === digits,
    };
  }

  #drawIds(): Id[] {
    this.#ids += 8;
    return Array.from({ length: 8 }, (_, index) => idOf(`id ${this.#ids - index}`));
  }

  #mint(entropy: string): { readonly text: string; readonly hash: string } {
    const token = sampleToken(entropy);
    this.#tokens.set(token.text, token.hash);
    return token;
  }
}

/** I1, at its root: no unlock without its request in the very step. */
function assertRequestedFirst({ events, effects }: Step): void {
  for (const effect of effects) {
    if (effect.kind !== "unlock") continue;
    const isRequested = events.some(
      ({ type, payload }) => type === "compartmentOpenRequested" && payload.requestId === effect.requestId,
    );
    assert(isRequested, "An unlock was asked for without its request in the same step.");
  }
}
