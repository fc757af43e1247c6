import type { Id } from "#core/domain/ids.ts";
import type { KioskEvent } from "#core/events/event.ts";
import type { Observation, RunChecker } from "../contract/observation.ts";
import { Presence } from "./presence.ts";

/** After so long off nobody is taken to be waiting any more, milliseconds; the kiosk's own limit lies below it. */
const WAITING_MS = 5 * 60_000;

/** Events of a visit after which a person has something in the machine, or may. */
const DURABLE: ReadonlySet<KioskEvent["type"]> = new Set([
  "compartmentOpenRequested",
  "dossierDeposited",
  "resultCollected",
  "exchangeOpened",
  "technicianModeEntered",
]);

/**
 * Whoever stood at the machine when the power went, with something durable begun, sees what became of it: the first
 * screen after the restart is of their visit, never the idle screen as if nothing had happened.
 */
export class MatterIsShown implements RunChecker {
  readonly name = "recovery";
  readonly #presence = new Presence();
  /** The visit on the screen, and whether something of it is durable. */
  #visit: { readonly visitId: Id; isDurable: boolean; isOver: boolean } | undefined;
  #cut: { readonly visitId: Id; readonly person: string; readonly atMs: number } | undefined;
  /** The visit on the screen since the power came back; undefined for none. */
  #shown: Id | undefined;
  #isUp = false;

  take(observation: Observation): string | undefined {
    this.#presence.note(observation);
    switch (observation.kind) {
      case "event":
        return void this.#event(observation.event);
      case "powerCut":
        return void this.#powerCut(observation.atMs);
      case "started":
        this.#isUp = true;
        // It stood there all the while the kiosk settled: what the person does next is their own.
        if (this.#shown === this.#cut?.visitId) this.#cut = undefined;
        return undefined;
      case "screen":
        return this.#screen(observation);
      default:
        return undefined;
    }
  }

  #event({ type, payload }: KioskEvent): void {
    // The bench is shut on purpose: after a restart nobody is taken for a technician who has not signed in again.
    if (type === "technicianModeLeft" && payload.visitId === this.#cut?.visitId) this.#cut = undefined;
    if (!("visitId" in payload) || payload.visitId === undefined || !DURABLE.has(type)) return;
    const isKnown = this.#visit?.visitId === payload.visitId;
    this.#visit = { visitId: payload.visitId, isDurable: true, isOver: isKnown && (this.#visit?.isOver ?? false) };
  }

  #powerCut(atMs: number): void {
    this.#isUp = false;
    this.#shown = undefined;
    const { person } = this.#presence;
    // A second cut before anything was shown is about the same matter.
    if (this.#cut !== undefined) return;
    if (this.#visit?.isDurable && !this.#visit.isOver && person !== undefined)
      this.#cut = { visitId: this.#visit.visitId, person, atMs };
  }

  #screen({ snapshot: { screen, visitId }, atMs }: Extract<Observation, { kind: "screen" }>): string | undefined {
    const cut = this.#cut;
    const isHome = screen.name === "home";
    this.#shown = isHome ? undefined : visitId;
    if (this.#visit?.visitId !== visitId)
      this.#visit = isHome ? undefined : { visitId, isDurable: false, isOver: false };
    else if (isHome) this.#visit.isOver = true;
    // What a kiosk shows while it still settles is no answer yet.
    if (cut === undefined || !this.#isUp) return undefined;
    this.#cut = undefined;
    const isWaiting = this.#presence.person === cut.person && atMs - cut.atMs < WAITING_MS;
    if (!isWaiting || !isHome) return undefined;
    return `${cut.person} stood in the middle of visit ${cut.visitId} when the power went, and now sees the idle screen.`;
  }
}
