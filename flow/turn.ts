import { assert } from "#core/base/assert.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { CaseNumber, Id } from "#core/domain/ids.ts";
import type { DraftEvent } from "#core/events/event.ts";
import type { CaseKind } from "#core/events/eventParts.ts";
import { machineOf } from "#core/register/register.ts";
import type { Effect, PrintedPaper } from "./effect.ts";
import { type At, defaultPreferences, type Paper, type Visit } from "./state.ts";
import type { World } from "./world.ts";

/** What one input came to. */
export interface Step {
  readonly visit: Visit;
  readonly events: readonly DraftEvent[];
  readonly effects: readonly Effect[];
}

/** Collects what one step decides; it acts on nothing. */
export class Turn {
  readonly world: World;
  /** Compartments whose sensor this step declares faulty: the register does not know it yet. */
  readonly declaredFaulty = new Set<CompartmentNumber>();
  readonly #events: DraftEvent[] = [];
  readonly #effects: Effect[] = [];
  #visit: Visit;
  #idsUsed = 0;
  #casesOpened = 0;

  constructor(visit: Visit, world: World) {
    this.#visit = visit;
    this.world = world;
  }

  get visit(): Visit {
    return this.#visit;
  }

  get at(): At {
    return this.#visit.at;
  }

  /** A fresh id. */
  id(): Id {
    const id = this.world.entropy[this.#idsUsed];
    assert(id !== undefined, "A step used more random ids than the runner drew.");
    this.#idsUsed += 1;
    return id;
  }

  emit(...events: readonly DraftEvent[]): void {
    this.#events.push(...events);
  }

  do(effect: Effect): void {
    this.#effects.push(effect);
  }

  /** Goes on. A warning was about the step that is left: it does not follow into another one. */
  go(at: At): void {
    const isSameStep = at.step === this.#visit.at.step;
    this.#visit = isSameStep ? { ...this.#visit, at } : { ...this.#visit, at, endsAtMs: undefined };
  }

  change(fields: Partial<Pick<Visit, "preferences" | "endsAtMs">>): void {
    this.#visit = { ...this.#visit, ...fields };
  }

  /** Ends the visit: a new visit id, and nothing of the person is left. */
  goHome(): void {
    this.#visit = { visitId: this.id(), preferences: defaultPreferences, at: { step: "home" } };
  }

  /** Opens a case for staff and returns its number. */
  openCase(
    kind: CaseKind,
    about: { readonly compartmentNumber?: CompartmentNumber; readonly dossierId?: Id } = {},
  ): CaseNumber {
    this.#casesOpened += 1;
    const caseNumber = machineOf(this.world.register).lastCaseNumber + this.#casesOpened;
    this.emit({ type: "caseOpened", payload: { caseNumber, kind, visitId: this.#visit.visitId, ...about } });
    return caseNumber;
  }

  /** Requests a print and returns the paper in its first state. */
  print(paper: PrintedPaper): Paper {
    const printJobId = this.id();
    const { document } = paper;
    const about = {
      ...(paper.document === "receipt" ? { dossierId: paper.dossierId, copy: paper.copy } : { copy: 1 }),
      ...(paper.document === "caseSlip" ? { caseNumber: paper.caseNumber } : {}),
    };
    this.emit({ type: "printRequested", payload: { printJobId, document, ...about } });
    this.do({ kind: "print", printJobId, paper });
    return { printJobId, state: "printing" };
  }

  step(): Step {
    return { visit: this.#visit, events: this.#events, effects: this.#effects };
  }
}
