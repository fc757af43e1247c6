import type { Id } from "#core/domain/ids.ts";
import type { KioskEvent } from "#core/events/event.ts";
import type { Observation, RunChecker } from "../contract/observation.ts";

const DAY_MS = 86_400_000;
/** Confirmed wall time may be so far from the truth, milliseconds. */
const CLOCK_ERROR_MS = 3_600_000;

/** Where an event leaves a dossier: out of the kiosk, or in it or with a clerk of it. */
const LEAVES: Partial<Record<KioskEvent["type"], "out" | "in">> = {
  dossierDeposited: "in",
  dossierTakenOver: "in",
  resultLoaded: "in",
  unexpectedContentsFound: "in",
  depositAbandoned: "out",
  dossierHandedToCounter: "out",
  dossierNotFound: "out",
  resultCollected: "out",
};

/**
 * Personal data are kept for as long as they have a purpose, and nothing is destroyed on time that is not trusted: by
 * the true time, retention ends no earlier than so many days after the dossier left the kiosk, whatever the machine's
 * clock says, and never for a dossier that is in it.
 */
export class RetentionKeepsTime implements RunChecker {
  readonly name = "I8";
  readonly #retentionMs: number;
  readonly #moved = new Map<Id, { readonly where: "out" | "in"; readonly atMs: number }>();

  constructor(retentionDays: number) {
    this.#retentionMs = retentionDays * DAY_MS;
  }

  take(observation: Observation): string | undefined {
    if (observation.kind !== "event") return undefined;
    const { type, payload } = observation.event;
    const where = LEAVES[type];
    if (where !== undefined && "dossierId" in payload && payload.dossierId !== undefined)
      this.#moved.set(payload.dossierId, { where, atMs: observation.atMs });
    return type === "retentionEnded" ? this.#ended(payload.dossierId, observation.atMs) : undefined;
  }

  #ended(dossierId: Id, atMs: number): string | undefined {
    const moved = this.#moved.get(dossierId);
    if (moved === undefined) return undefined;
    const which = `The retention of dossier ${dossierId} ended`;
    if (moved.where === "in") return `${which} although it never left the kiosk.`;
    const keptMs = atMs - moved.atMs;
    const isLongEnough = keptMs >= this.#retentionMs - CLOCK_ERROR_MS;
    return isLongEnough ? undefined : `${which} ${(keptMs / DAY_MS).toFixed(1)} days after it left the kiosk.`;
  }
}
