import type { Snapshot } from "#core/contract/channel.ts";
import type { Intent } from "#core/contract/intent.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import type { Bag, BagPlace, Corner, PaperInTray } from "../contract/place.ts";
import type { Machine } from "./machine.ts";

/** What the street tells of; the world adds the time. */
export type StreetNews =
  | {
      readonly kind: "door";
      readonly compartmentNumber: CompartmentNumber;
      readonly isOpen: boolean;
      readonly by: string;
    }
  | { readonly kind: "bag"; readonly bag: Bag; readonly from: BagPlace; readonly to: BagPlace }
  | { readonly kind: "screen"; readonly snapshot: Snapshot }
  | { readonly kind: "paper"; readonly codes: readonly string[] };

export interface StreetOptions {
  readonly machine: Machine;
  readonly clock: Clock;
  readonly tell: (news: StreetNews) => void;
  /** Where touches go: to the program that runs, if one does. */
  readonly submit: (revision: number, intent: Intent) => void;
  /** A code is held before the scanner. */
  readonly onShown: (code: string) => void;
}

interface Waiter {
  readonly fits: (snapshot: Snapshot) => boolean;
  readonly end: (snapshot: Snapshot | undefined) => void;
}

/** The machine as people meet it, and the bags that they carry to it and from it. */
export class Street implements Corner {
  readonly #options: StreetOptions;
  readonly #places = new Map<Bag, BagPlace>();
  readonly #open = new Set<CompartmentNumber>();
  readonly #waiters = new Set<Waiter>();
  #snapshot: Snapshot | undefined;
  #tray: PaperInTray[] = [];
  /** Who moves a door right now; a lock where nobody does. */
  #mover = "lock";
  #packed = 0;

  constructor(options: StreetOptions) {
    this.#options = options;
    options.machine.cabinet.onChange(() => this.#lookAtDoors());
  }

  screen(): Snapshot | undefined {
    return this.#snapshot;
  }

  until(fits: (snapshot: Snapshot) => boolean, withinMs: number): Promise<Snapshot | undefined> {
    if (this.#snapshot !== undefined && fits(this.#snapshot)) return Promise.resolve(this.#snapshot);
    return new Promise((resolve) => {
      const end = (snapshot: Snapshot | undefined): void => {
        cancel();
        this.#waiters.delete(waiter);
        resolve(snapshot);
      };
      const waiter: Waiter = { fits, end };
      const cancel = this.#options.clock.after(withinMs, () => end(undefined));
      this.#waiters.add(waiter);
    });
  }

  touch(intent: Intent): void {
    if (this.#snapshot !== undefined) this.#options.submit(this.#snapshot.revision, intent);
  }

  show(code: string): void {
    this.#options.onShown(code);
    this.#options.machine.scan(new TextEncoder().encode(`${code}\r`));
  }

  isDoorOpen(compartmentNumber: CompartmentNumber): boolean {
    return this.#options.machine.isOpen(compartmentNumber);
  }

  openDoors(): readonly CompartmentNumber[] {
    return [...this.#open].sort((a, b) => a - b);
  }

  look(compartmentNumber: CompartmentNumber): readonly Bag[] {
    return this.isDoorOpen(compartmentNumber) ? this.bagsIn(compartmentNumber) : [];
  }

  shut(compartmentNumber: CompartmentNumber, person: string): void {
    const { machine } = this.#options;
    this.#move(person, () => machine.cabinet.shutDoor(machine.lockOf(compartmentNumber)));
  }

  force(compartmentNumber: CompartmentNumber, person: string): void {
    const { machine } = this.#options;
    this.#move(person, () => machine.cabinet.forceDoor(machine.lockOf(compartmentNumber)));
  }

  pack(person: string, content: Bag["content"]): Bag {
    this.#packed += 1;
    const bag: Bag = { bagId: `bag-${this.#packed}`, content, owner: person };
    this.#places.set(bag, { kind: "person", person });
    return bag;
  }

  put(compartmentNumber: CompartmentNumber, bag: Bag, person: string): boolean {
    const { machine } = this.#options;
    if (!this.#isHeldBy(bag, person) || !this.isDoorOpen(compartmentNumber)) return false;
    machine.cabinet.putBag(machine.lockOf(compartmentNumber));
    this.#carry(bag, { kind: "compartment", compartmentNumber });
    return true;
  }

  take(compartmentNumber: CompartmentNumber, bag: Bag, person: string): boolean {
    const { machine } = this.#options;
    if (!this.look(compartmentNumber).includes(bag)) return false;
    this.#carry(bag, { kind: "person", person });
    if (this.bagsIn(compartmentNumber).length === 0) machine.cabinet.takeBag(machine.lockOf(compartmentNumber));
    return true;
  }

  held(person: string): readonly Bag[] {
    return [...this.#places.keys()].filter((bag) => this.#isHeldBy(bag, person));
  }

  handOver(bag: Bag, from: BagPlace, to: BagPlace): void {
    if (!isSamePlace(this.placeOf(bag), from))
      throw new RangeError(`${bag.bagId} is not where it is handed over from.`);
    if (from.kind === "compartment" || to.kind === "compartment")
      throw new RangeError("A bag goes into a compartment or out of it by put and take.");
    this.#carry(bag, to);
  }

  papers(): readonly PaperInTray[] {
    return this.#tray;
  }

  takePapers(_person: string): readonly PaperInTray[] {
    const taken = this.#tray;
    this.#tray = [];
    return taken;
  }

  placeOf(bag: Bag): BagPlace {
    const place = this.#places.get(bag);
    if (place === undefined) throw new RangeError(`${bag.bagId} was not packed here.`);
    return place;
  }

  bagsIn(compartmentNumber: CompartmentNumber): readonly Bag[] {
    const inside: Bag[] = [];
    for (const [bag, place] of this.#places)
      if (place.kind === "compartment" && place.compartmentNumber === compartmentNumber) inside.push(bag);
    return inside;
  }

  /** The program drew its screen anew; undefined: it is gone, and the screen is dark. */
  display(snapshot: Snapshot | undefined): void {
    this.#snapshot = snapshot;
    if (snapshot === undefined) return;
    this.#options.tell({ kind: "screen", snapshot });
    for (const waiter of [...this.#waiters]) if (waiter.fits(snapshot)) waiter.end(snapshot);
  }

  /** A paper fell into the tray. */
  paperCame(codes: readonly string[]): void {
    this.#tray = [...this.#tray, { codes, atMs: this.#options.clock.monotonicMs() }];
    this.#options.tell({ kind: "paper", codes });
  }

  #isHeldBy(bag: Bag, person: string): boolean {
    const place = this.#places.get(bag);
    return place?.kind === "person" && place.person === person;
  }

  #carry(bag: Bag, to: BagPlace): void {
    const from = this.placeOf(bag);
    this.#places.set(bag, to);
    this.#options.tell({ kind: "bag", bag, from, to });
  }

  #move(person: string, act: () => void): void {
    this.#mover = person;
    act();
    this.#mover = "lock";
  }

  #lookAtDoors(): void {
    const { machine, tell } = this.#options;
    for (const compartmentNumber of machine.locks.keys()) {
      const isOpen = machine.isOpen(compartmentNumber);
      if (isOpen === this.#open.has(compartmentNumber)) continue;
      if (isOpen) this.#open.add(compartmentNumber);
      else this.#open.delete(compartmentNumber);
      tell({ kind: "door", compartmentNumber, isOpen, by: this.#mover });
    }
  }
}

function isSamePlace(one: BagPlace, other: BagPlace): boolean {
  if (one.kind === "person") return other.kind === "person" && one.person === other.person;
  if (one.kind === "counter") return other.kind === "counter";
  return other.kind === "compartment" && one.compartmentNumber === other.compartmentNumber;
}
