import type { RunnerParts } from "#controller/runner/parts.ts";
import { Runner } from "#controller/runner/runner.ts";
import { startRunner } from "#controller/runner/start.ts";
import type { Setup, Snapshot } from "#core/contract/channel.ts";
import type { Intent } from "#core/contract/intent.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Raster } from "#core/interfaces/printer.ts";
import type { Bag, BagPlace, Corner, PaperInTray, Town, Visit } from "#simulation/contract/place.ts";
import type { Chance } from "#simulation/contract/plan.ts";
import { createTown } from "#simulation/people/town.ts";
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
} from "../flowWorld.ts";
import { ManualClock } from "../manualClock.ts";
import { MemoryLog } from "../memoryLog.ts";
import { FakeBoards, FakePrinter, idleWorks } from "../runnerKiosk.ts";

const MEMBERS = [
  { card: CLERK_CARD, member: clerk },
  { card: TECHNICIAN_CARD, member: technician },
];

/** A healthy kiosk at a corner: the real runner over a log in memory, doors that obey at once, papers that come out. */
export class CornerKiosk implements Corner {
  readonly clock = new ManualClock(Date.UTC(2026, 10, 16, 17));
  readonly log = new MemoryLog();
  readonly story: string[] = [];
  readonly runner: Runner;
  readonly town: Town;
  readonly #boards = new FakeBoards();
  readonly #parts: RunnerParts;
  readonly #places = new Map<Bag, BagPlace>();
  readonly #waiters = new Set<(snapshot: Snapshot) => void>();
  readonly #codes: { readonly dossierId: string; readonly phone: string; readonly pickupCode: string }[] = [];
  #snapshot: Snapshot | undefined;
  #tray: PaperInTray[] = [];
  #ids = 0;
  #people = 0;

  constructor({ compartments = 8 } = {}) {
    this.#boards.onCommand = ({ lock }) => {
      this.clock.after(300, () => {
        this.#boards.endUnlock("opened");
        this.#boards.moveDoor(lock.channel, "open");
      });
    };
    this.#parts = this.#makeParts(Array.from({ length: compartments }, (_, index) => index + 1));
    this.runner = new Runner(this.#parts);
    this.runner.onSnapshot((snapshot) => {
      this.#snapshot = snapshot;
      for (const waiter of [...this.#waiters]) waiter(snapshot);
    });
    this.runner.onEvents((events) => {
      for (const event of events) {
        if (event.type !== "messageQueued" || event.sealed === undefined) continue;
        const { phone, pickupCode } = JSON.parse(this.log.openPersonal({ sealed: event.sealed }) ?? "{}");
        this.#codes.unshift({ dossierId: event.payload.dossierId, phone, pickupCode });
      }
    });
    this.town = this.#foundTown();
  }

  static async started(options?: { compartments?: number }): Promise<CornerKiosk> {
    const kiosk = new CornerKiosk(options);
    await kiosk.clock.until(startRunner(kiosk.runner, kiosk.#parts));
    return kiosk;
  }

  /** Lets somebody visit, until the visit is over. Returns the name of the newcomer. */
  async visit(visit: Visit, chance: Chance): Promise<string> {
    this.#people += 1;
    const person = `Lan ${this.#people}`;
    const wait = (ms: number): Promise<void> => new Promise((resolve) => void this.clock.after(ms, resolve));
    const done = visit({
      corner: this,
      chance,
      person,
      nowMs: () => this.clock.monotonicMs(),
      wait,
      town: this.town,
      tell: (line) => void this.story.push(`${person}: ${line}`),
      arrive: () => {},
    });
    await this.#untilDone(done);
    return person;
  }

  /** Lets time jump from timer to timer until the visit is over. */
  async #untilDone(done: Promise<void>): Promise<void> {
    let isDone = false;
    const ended = done.finally(() => {
      isDone = true;
    });
    await this.clock.advance(0);
    while (!isDone) await this.clock.advance(this.clock.nextMs() ?? 1);
    return ended;
  }

  screen(): Snapshot | undefined {
    return this.#snapshot;
  }

  until(fits: (snapshot: Snapshot) => boolean, withinMs: number): Promise<Snapshot | undefined> {
    return new Promise((resolve) => {
      const end = (snapshot: Snapshot | undefined): void => {
        cancel();
        this.#waiters.delete(waiter);
        resolve(snapshot);
      };
      const waiter = (snapshot: Snapshot): void => {
        if (fits(snapshot)) end(snapshot);
      };
      const cancel = this.clock.after(withinMs, () => end(undefined));
      this.#waiters.add(waiter);
    });
  }

  touch(intent: Intent): void {
    if (this.#snapshot !== undefined) this.runner.submitIntent(this.#snapshot.revision, intent);
  }

  show(code: string): void {
    this.runner.submit({ kind: "scan", text: code });
  }

  isDoorOpen(channel: CompartmentNumber): boolean {
    return this.#boards.latest({ board: "A", channel }).door === "open";
  }

  openDoors(): readonly CompartmentNumber[] {
    return [...this.#boards.readings.keys()].filter((channel) => this.isDoorOpen(channel));
  }

  look(compartmentNumber: CompartmentNumber): readonly Bag[] {
    return this.isDoorOpen(compartmentNumber) ? this.bagsIn(compartmentNumber) : [];
  }

  bagsIn(compartmentNumber: CompartmentNumber): readonly Bag[] {
    return this.#bagsAt((place) => place.kind === "compartment" && place.compartmentNumber === compartmentNumber);
  }

  shut(compartmentNumber: CompartmentNumber): void {
    this.#boards.moveDoor(compartmentNumber, "closed");
  }

  force(compartmentNumber: CompartmentNumber): void {
    this.#boards.moveDoor(compartmentNumber, "open");
  }

  pack(person: string, content: Bag["content"]): Bag {
    const bag: Bag = { bagId: `bag-${this.#places.size + 1}`, content, owner: person };
    this.#places.set(bag, { kind: "person", person });
    return bag;
  }

  put(compartmentNumber: CompartmentNumber, bag: Bag, person: string): boolean {
    if (!this.isDoorOpen(compartmentNumber) || !this.held(person).includes(bag)) return false;
    this.#places.set(bag, { kind: "compartment", compartmentNumber });
    return true;
  }

  take(compartmentNumber: CompartmentNumber, bag: Bag, person: string): boolean {
    if (!this.look(compartmentNumber).includes(bag)) return false;
    this.#places.set(bag, { kind: "person", person });
    return true;
  }

  held(person: string): readonly Bag[] {
    return this.#bagsAt((place) => place.kind === "person" && place.person === person);
  }

  handOver(bag: Bag, _from: BagPlace, to: BagPlace): void {
    this.#places.set(bag, to);
  }

  placeOf(bag: Bag): BagPlace | undefined {
    return this.#places.get(bag);
  }

  papers(): readonly PaperInTray[] {
    return this.#tray;
  }

  takePapers(): readonly PaperInTray[] {
    const taken = this.#tray;
    this.#tray = [];
    return taken;
  }

  #bagsAt(fits: (place: BagPlace) => boolean): Bag[] {
    return [...this.#places].filter(([, place]) => fits(place)).map(([bag]) => bag);
  }

  #id(): string {
    this.#ids += 1;
    return idOf(`corner ${this.#ids}`);
  }

  #foundTown(): Town {
    const staff = new Map(
      MEMBERS.map(({ card, member }) => [member.staffId, { card, pin: "2468", role: member.role }] as const),
    );
    return createTown({
      staff,
      procedureIds: ["birth", "business"],
      office: {
        pickupCodes: async () => this.#codes,
        assignOfficialCode: async (dossierId, officialCode) => {
          if (this.log.register.get("dossier", dossierId) === undefined) return undefined;
          this.runner.append([{ type: "officialCodeAssigned", payload: { dossierId, officialCode } }]);
          return officialCode;
        },
      },
    });
  }

  #makeParts(numbers: readonly number[]): RunnerParts {
    const { log, clock } = this;
    const raster: Raster = { widthDots: 8, heightDots: 1, data: new Uint8Array(1) };
    // The runner reads the number, the catalogue and the consent's version only; the rest is the page's.
    const setup = { kioskNumber: 427, catalogue, consentVersion: "2026-01" } as unknown as Setup;
    return {
      log,
      boards: this.#boards,
      printer: new FakePrinter(),
      clock,
      papers: {
        draw: (_, paper, register) => {
          const codes =
            paper.document === "bagSlip"
              ? [paper.label]
              : paper.document === "receipt"
                ? [this.#receiptOf(register.get("dossier", paper.dossierId)?.personal)]
                : [];
          this.#tray.push({ codes, atMs: clock.monotonicMs() });
          return raster;
        },
      },
      technician: idleWorks,
      logger: { info: () => {}, warn: () => {}, error: (_, message) => void this.story.push(`LOG: ${message}`) },
      setup,
      timing,
      softwareVersion: "0.1.0",
      locks: new Map(numbers.map((channel) => [channel, { board: "A", channel }])),
      compartments: numbers.map((channel) => {
        return { compartmentNumber: channel, board: "A", channel, heightMm: 200, isWithinSeatedReach: channel <= 3 };
      }),
      seenEmptyBy: clerk.staffId,
      timesOf: sampleTimes,
      counterOpensAtMs: () => undefined,
      randomId: () => this.#id(),
      isWallTimeTrusted: () => true,
      takeClockNews: () => undefined,
      credentials: this.#credentials(),
    };
  }

  #receiptOf(personal: { readonly sealed: string } | undefined): string {
    return readPerson(personal && this.log.openPersonal(personal))?.receiptToken ?? "";
  }

  #credentials(): RunnerParts["credentials"] {
    const tokens = new Map<string, string>();
    const personOf: RunnerParts["credentials"]["personOf"] = ({ personal }) =>
      readPerson(personal && this.log.openPersonal(personal));
    let codes = 0;
    return {
      tokenHashOf: (token) => tokens.get(token),
      mintToken: (entropy) => {
        const token = sampleToken(entropy);
        tokens.set(token.text, token.hash);
        return token;
      },
      staffByCard: (card) => MEMBERS.find((one) => one.card === card)?.member,
      staffById: (staffId) => MEMBERS.find((one) => one.member.staffId === staffId)?.member,
      isSecondValue: (dossier, digits) => personOf(dossier)?.secondValue === digits,
      personOf,
      isPickupCode: async (code, credential) => credential?.salt === Buffer.from(code).toString("base64"),
      isPin: async (_, pin) => pin === "2468",
      makePickupCode: async () => {
        codes += 1;
        const selector = String(codes % 1000).padStart(3, "0");
        const code = `${selector}${String(codes).padStart(5, "0")}`;
        return { code, credential: { selector, salt: Buffer.from(code).toString("base64"), hash: "AAAA" } };
      },
    };
  }
}
