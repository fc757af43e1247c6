import { join } from "node:path";
import { compartmentsOf } from "#controller/devices.ts";
import type { StoredEvent } from "#core/events/event.ts";
import { SecretsHeard } from "../checkers/secretsHeard.ts";
import type { Evidence, RunChecker } from "../contract/observation.ts";
import type { Town } from "../contract/place.ts";
import type { Chance, Happening } from "../contract/plan.ts";
import type { RunOptions, RunResult } from "../contract/run.ts";
import { createTown } from "../people/town.ts";
import { chanceFrom } from "./chance.ts";
import { FaultsAtWork } from "./faultsAtWork.ts";
import { Counter } from "./figures.ts";
import type { Guard } from "./guard.ts";
import { Machine } from "./machine.ts";
import { MemoryWatch } from "./memoryWatch.ts";
import { Office } from "./office.ts";
import { OfficeWay } from "./officeWay.ts";
import { codesOnPaper } from "./paperCodes.ts";
import { Power } from "./power.ts";
import { type Settings, writeSettings } from "./settings.ts";
import { Street } from "./street.ts";
import { VirtualTime } from "./virtualTime.ts";
import { Visitors } from "./visitors.ts";
import { type News, Witness } from "./witness.ts";
import { WorldClock } from "./worldClock.ts";

export const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** Monday, 2 March 2026, midnight in Vietnam: the calendar that is configured reaches ten months from here. */
const STARTS_AT_MS = Date.UTC(2026, 2, 1, 17);
/** Everything that still goes on after the last day has so long to come to its end, milliseconds. */
const LONGEST_ENDING_MS = 6 * HOUR_MS;
/** So long before each visit of the last round, milliseconds. */
const BEFORE_STAFF_MS = 10 * MINUTE_MS;

interface Parts {
  readonly time: VirtualTime;
  readonly clock: WorldClock;
  readonly settings: Settings;
  readonly chance: Chance;
  readonly guard: Guard;
}

/** Everything at one street corner. */
export class World {
  readonly #options: RunOptions;
  readonly #guard: Guard;
  readonly #time: VirtualTime;
  readonly #clock: WorldClock;
  readonly #witness: Witness;
  readonly #counter: Counter;
  readonly #machine: Machine;
  readonly #street: Street;
  readonly #power: Power;
  readonly #visitors: Visitors;
  readonly #faults: FaultsAtWork;
  readonly #office: Office;
  readonly #way: OfficeWay;
  readonly #checkers: readonly RunChecker[];
  readonly #secrets: SecretsHeard;
  /** For the visits that no plan draws. */
  readonly #lastSeed: Chance;

  static async make(folder: string, options: RunOptions, guard: Guard): Promise<World> {
    const chance = chanceFrom(options.plan.seed);
    const time = new VirtualTime(STARTS_AT_MS);
    const clock = new WorldClock(time);
    const settings = await writeSettings(folder, chance.fork());
    const officeParts = {
      folder: join(folder, "office"),
      chance: chance.fork(),
      nowMs: () => clock.trueWallMs(),
      onStored: (events: readonly StoredEvent[]) => world.#note({ kind: "officeStored", events }),
      onRewound: (logId: string, toSeq: number) => world.#note({ kind: "officeRewound", logId, toSeq }),
    };
    const office = await Office.open(officeParts);
    const world: World = new World(options, { time, clock, settings, chance, guard }, office);
    return world;
  }

  private constructor(options: RunOptions, { time, clock, settings, chance, guard }: Parts, office: Office) {
    this.#options = options;
    this.#guard = guard;
    this.#lastSeed = chanceFrom(options.plan.seed + 1);
    this.#time = time;
    this.#clock = clock;
    this.#office = office;
    this.#way = new OfficeWay({ office, clock, chance: chance.fork() });
    this.#counter = new Counter(clock);
    this.#secrets = new SecretsHeard((person) => settings.staff.has(person));
    this.#witness = new Witness({
      clock,
      checkers: () => this.#checkers,
      evidence: this.#evidence(),
      onViolation: () => time.halt(),
    });
    this.#witness.onObservation((observation) => this.#counter.take(observation));
    this.#machine = this.#makeMachine(settings, chance);
    this.#street = this.#makeStreet();
    this.#power = new Power({
      loaded: settings.loaded,
      machine: this.#machine,
      clock,
      chance: chance.fork(),
      way: this.#way,
      note: (news) => this.#note(news),
      onSnapshot: (snapshot) => this.#street.display(snapshot),
      onDark: () => this.#street.display(undefined),
      onBroken: (sentence) => this.#witness.accuse("crash", sentence),
    });
    this.#faults = this.#makeFaults();
    const town = this.#makeTown(settings, office);
    this.#checkers = options.checkersFor({
      town,
      machine: this.#machine,
      power: this.#power,
      office,
      secrets: this.#secrets,
      retentionDays: settings.loaded.config.retentionDays,
    });
    this.#visitors = this.#makeVisitors(town);
    this.#watchPapers();
  }

  async run(): Promise<RunResult> {
    const { plan } = this.#options;
    this.#power.turnOn();
    for (const happening of plan.happenings) {
      this.#time.after(happening.atMs, () => this.#happen(happening));
    }
    const memory = new MemoryWatch();
    for (let day = 0; day < plan.days && this.#isSound; day += 1) {
      await this.#time.advance(Math.min(1, plan.days - day) * DAY_MS);
      memory.dayEnded();
    }
    if (this.#witness.violation === undefined) await this.#comeToRest();
    if (this.#witness.violation === undefined) await this.#witness.end();
    const [call] = this.#guard.calls;
    if (call !== undefined) this.#witness.accuse("guard", call);
    const { fingerprint } = this.#witness;
    fingerprint.text(this.#office.log.at(-1)?.hash ?? "");
    fingerprint.text(this.#lastHash ?? "");
    const figures = this.#counter.figures(plan.days, this.#power.darkMs);
    this.#power.end();
    await this.#time.advance(1);
    await this.#office.close();
    return {
      plan,
      violation: this.#witness.violation,
      story: this.#witness.story,
      figures,
      fingerprint: fingerprint.mark,
      memoryGrowthPerDay: memory.growthPerDay,
    };
  }

  /** Faults heal, visits end, doors are shut by whoever passes, staff make their last round, and an hour goes by. */
  async #comeToRest(): Promise<void> {
    this.#faults.healAll();
    this.#power.disarm();
    await this.#visitsEnd();
    for (const door of this.#street.openDoors()) this.#street.shut(door, "a passer-by");
    for (const name of this.#options.lastRound ?? []) {
      if (!this.#isSound) return;
      // Whoever came before has left the screen to itself by now, and boards that were mended answer again.
      await this.#time.advance(BEFORE_STAFF_MS);
      this.#happen({ atMs: 0, kind: "visit", name, forMs: 0, seed: this.#lastSeed.between(1, 2 ** 31 - 1) });
      await this.#visitsEnd();
    }
    if (this.#isSound) await this.#time.advance(HOUR_MS);
  }

  async #visitsEnd(): Promise<void> {
    const untilMs = this.#clock.monotonicMs() + LONGEST_ENDING_MS;
    while (this.#visitors.isSomebodyThere && this.#clock.monotonicMs() < untilMs && this.#isSound)
      await this.#time.advance(MINUTE_MS);
    if (this.#visitors.isSomebodyThere && this.#isSound)
      this.#witness.accuse("simulation", `A visit does not end: ${this.#visitors.present.join(", ")}.`);
  }

  get #isSound(): boolean {
    return this.#witness.violation === undefined;
  }

  /** Of the kiosk's log. */
  get #lastHash(): string | undefined {
    const log = this.#power.kiosk?.store.log;
    return log?.eventsAfter(log.lastSeq - 1, 1)[0]?.hash;
  }

  #happen({ kind, name, forMs, seed }: Happening): void {
    if (!this.#isSound) return;
    if (kind === "visit") {
      const visit = this.#options.visits[name];
      if (visit === undefined) return this.#witness.accuse("simulation", `There is no visit called ${name}.`);
      return this.#visitors.come(name, visit, chanceFrom(seed));
    }
    const fault = this.#options.faults[name];
    if (fault === undefined) return this.#witness.accuse("simulation", `There is no fault called ${name}.`);
    this.#faults.begin(name, fault, forMs, chanceFrom(seed));
  }

  #makeVisitors(town: Town): Visitors {
    return new Visitors({
      clock: this.#clock,
      corner: this.#street,
      town,
      counter: this.#counter,
      tell: (person, line) => this.#note({ kind: "story", person, line }),
      onPresent: (person) => this.#present(person),
      onDefect: (sentence) => this.#witness.accuse("simulation", sentence),
    });
  }

  #makeFaults(): FaultsAtWork {
    return new FaultsAtWork({
      time: this.#time,
      place: {
        machine: this.#machine,
        street: this.#street,
        power: this.#power,
        clock: this.#clock,
        way: this.#way,
        office: this.#office,
      },
      tell: (name, phase) => this.#note({ kind: "fault", name, phase }),
    });
  }

  #note(news: News): void {
    this.#witness.note(news);
  }

  #makeMachine({ loaded }: Settings, chance: Chance): Machine {
    const { config } = loaded;
    return new Machine({
      lockWires: config.wires,
      locks: compartmentsOf(config).locks,
      clock: this.#clock,
      chance: chance.fork(),
      onPulse: (compartmentNumber) => {
        this.#note({ kind: "pulse", compartmentNumber });
        this.#power.pulseLeft();
      },
      onBytes: (bytes) => this.#witness.fingerprint.bytes(bytes),
    });
  }

  #present(person: string | undefined): void {
    this.#secrets.present(person);
    this.#note({ kind: "present", person });
  }

  #makeStreet(): Street {
    const clock = this.#clock;
    return new Street({
      machine: this.#machine,
      clock,
      tell: (news) => this.#note(news),
      submit: (revision, intent) => {
        this.#secrets.touched(intent);
        this.#power.submit(revision, intent);
      },
      onShown: (code) => this.#secrets.shown(code),
    });
  }

  #watchPapers(): void {
    const { printer } = this.#machine;
    let seen = 0;
    printer.onChange(() => {
      const { paperCount, papers } = printer.state();
      const fresh = this.#machine.isPaperSwallowed ? [] : papers.slice(papers.length - (paperCount - seen));
      seen = paperCount;
      for (const paper of fresh) this.#street.paperCame(this.#guard.aside(() => codesOnPaper(paper)));
    });
  }

  #makeTown({ staff, loaded }: Settings, office: Office): Town {
    const offered = loaded.catalogue.procedures.filter(({ intake }) => intake.suits);
    return createTown({ staff, office, procedureIds: offered.map(({ id }) => id) });
  }

  #evidence(): Evidence {
    return {
      register: () => this.#power.kiosk?.store.log.register,
      placeOf: (bag) => this.#street.placeOf(bag),
      bagsIn: (compartmentNumber) => this.#street.bagsIn(compartmentNumber),
      isDoorOpen: (compartmentNumber) => this.#street.isDoorOpen(compartmentNumber),
      isQuiet: () => this.#faults.isNone && !this.#visitors.isSomebodyThere && this.#power.hasPower,
      officeLog: () => this.#office.log,
      kioskLog: () => this.#power.kiosk?.store.log.eventsAfter(0, Number.MAX_SAFE_INTEGER) ?? [],
    };
  }
}
