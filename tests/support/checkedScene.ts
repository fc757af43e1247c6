import type { Snapshot } from "#core/contract/channel.ts";
import type { Screen } from "#core/contract/screen.ts";
import { hashEvent } from "#core/events/chain.ts";
import type { DraftEvent, KioskEvent, StoredEvent } from "#core/events/event.ts";
import { applyEvent } from "#core/register/apply.ts";
import { RegisterLayer } from "#core/register/register.ts";
import type { Evidence, Observation, RunChecker } from "#simulation/contract/observation.ts";
import type { Bag, BagPlace } from "#simulation/contract/place.ts";
import { idOf } from "./flowWorld.ts";

type News = Observation extends infer One ? (One extends Observation ? Omit<One, "atMs"> : never) : never;

/** What happens at a street corner, made by hand, before one checker. */
export class CheckedScene {
  nowMs = 0;
  readonly register = new RegisterLayer();
  readonly kioskLog: StoredEvent[] = [];
  readonly officeLog: StoredEvent[] = [];
  /** What the checker objected to, in order. */
  readonly violations: string[] = [];
  isKioskUp = true;
  readonly #checker: RunChecker;
  readonly #places = new Map<Bag, BagPlace>();
  readonly #open = new Set<number>();
  #revision = 0;

  constructor(checker: RunChecker, compartments: readonly number[] = [1, 2, 3]) {
    this.#checker = checker;
    this.see({ kind: "started" });
    for (const compartmentNumber of compartments) {
      const channel = compartmentNumber;
      this.log({
        type: "compartmentCommissioned",
        payload: { compartmentNumber, board: "A", channel, heightMm: 100, isWithinSeatedReach: true },
      });
      this.log({ type: "compartmentSeenEmpty", payload: { compartmentNumber, staffId: "KT-01" } });
    }
  }

  see(news: News): void {
    // The spread of a union member with its time is that member again, which the compiler cannot follow.
    const observation = { ...news, atMs: this.nowMs } as Observation;
    const problem = this.#checker.take(observation, this.evidence);
    if (problem !== undefined) this.violations.push(problem);
  }

  async end(): Promise<string | undefined> {
    return this.#checker.atEnd?.(this.evidence);
  }

  wait(ms: number): void {
    this.nowMs += ms;
  }

  /** An event becomes durable. */
  log(draft: DraftEvent): StoredEvent {
    const event = { ...draft, seq: this.kioskLog.length + 1, atMs: this.nowMs } as KioskEvent;
    applyEvent(this.register, event);
    const row = {
      logId: idOf("log"),
      seq: event.seq,
      type: event.type,
      version: 1,
      atMs: this.nowMs,
      isTimeTrusted: true,
      payload: JSON.stringify(event.payload),
      sealed: null,
      previousHash: this.kioskLog.at(-1)?.hash ?? "0".repeat(64),
    };
    const stored = { ...row, hash: hashEvent(row) };
    this.kioskLog.push(stored);
    this.see({ kind: "event", event, stored });
    return stored;
  }

  /** Asks for a door, and its pulse leaves; the door opens unless it is stuck. */
  ask(
    compartmentNumber: number,
    payload: Partial<Extract<DraftEvent, { type: "compartmentOpenRequested" }>["payload"]> = {},
  ): string {
    const requestId = payload.requestId ?? idOf(`request ${this.kioskLog.length}`);
    const rest = { visitId: idOf("visit"), reason: "deposit", pulse: 1, useByMs: 5000 } as const;
    this.log({ type: "compartmentOpenRequested", payload: { ...rest, ...payload, requestId, compartmentNumber } });
    return requestId;
  }

  /** Asks for a door and it opens. */
  open(compartmentNumber: number, payload: Parameters<CheckedScene["ask"]>[1] = {}): string {
    const requestId = this.ask(compartmentNumber, payload);
    this.see({ kind: "pulse", compartmentNumber });
    this.door(compartmentNumber, true);
    this.log({ type: "compartmentOpened", payload: { requestId, compartmentNumber, wasOpenAlready: false } });
    return requestId;
  }

  door(compartmentNumber: number, isOpen: boolean): void {
    if (isOpen) this.#open.add(compartmentNumber);
    else this.#open.delete(compartmentNumber);
    this.see({ kind: "door", compartmentNumber, isOpen, by: "somebody" });
  }

  present(person: string | undefined): void {
    this.see({ kind: "present", person });
  }

  bag(owner: string, content: Bag["content"] = "deposit"): Bag {
    const bag: Bag = { bagId: `bag-${this.#places.size + 1}`, content, owner };
    this.#places.set(bag, { kind: "person", person: owner });
    return bag;
  }

  move(bag: Bag, to: BagPlace | number): void {
    const place: BagPlace = typeof to === "number" ? { kind: "compartment", compartmentNumber: to } : to;
    const from = this.placeOf(bag);
    this.#places.set(bag, place);
    this.see({ kind: "bag", bag, from, to: place });
  }

  placeOf(bag: Bag): BagPlace {
    return this.#places.get(bag) ?? { kind: "counter" };
  }

  screen(screen: Screen, visit = "visit", network: Snapshot["network"] = "online"): void {
    this.#revision += 1;
    const { preferences } = home;
    const base = { revision: this.#revision, visitId: idOf(visit), preferences, doors: [], wantsScan: false, network };
    // The checkers read screen, visit and network of a snapshot and nothing else of it.
    this.see({ kind: "screen", snapshot: { ...base, screen } as unknown as Snapshot });
  }

  home(fields: Partial<Extract<Screen, { name: "home" }>> = {}): void {
    this.screen({ ...home.screen, ...fields }, `idle ${this.#revision}`);
  }

  get evidence(): Evidence {
    return {
      register: () => (this.isKioskUp ? this.register : undefined),
      placeOf: (bag) => this.placeOf(bag),
      bagsIn: (compartmentNumber) =>
        [...this.#places].flatMap(([bag, place]) =>
          place.kind === "compartment" && place.compartmentNumber === compartmentNumber ? [bag] : [],
        ),
      isDoorOpen: (compartmentNumber) => this.#open.has(compartmentNumber),
      isQuiet: () => true,
      officeLog: () => this.officeLog,
      kioskLog: () => this.kioskLog,
    };
  }
}

const home = {
  preferences: { language: "vi", contrast: "normal", textSize: "normal" },
  screen: { name: "home", freeCompartments: 3, isIntakePossible: true, isCollectionPossible: true },
} as const;

/** The payload of a deposit, good enough for every checker. */
export function depositOf(dossier: string, compartmentNumber: number, visit = "visit"): DraftEvent {
  return {
    type: "dossierDeposited",
    payload: {
      visitId: idOf(visit),
      dossierId: idOf(dossier),
      ticket: "0001000017",
      compartmentNumber,
      procedureId: "procedure",
      counts: [],
      dossierCount: 1,
      bagLabel: "TUI-000001",
      times: { droppedAtMs: 0 },
      tokenHash: "a".repeat(64),
      identitySource: "typed",
      consentVersion: "1",
    },
    personal: { name: "Nguyễn Văn Mẫu", idNumber: "079090000001", secondValue: "1234" },
  };
}
