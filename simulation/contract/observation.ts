import type { Snapshot } from "#core/contract/channel.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { KioskEvent, StoredEvent } from "#core/events/event.ts";
import type { Register } from "#core/register/register.ts";
import type { Bag, BagPlace } from "./place.ts";

/** Everything that checkers see, in the order in which it happened. `atMs`: virtual milliseconds since the start. */
export type Observation = { readonly atMs: number } & (
  | { readonly kind: "event"; readonly event: KioskEvent; readonly stored: StoredEvent }
  /** An unlock frame left for a lock; seen on the wire, byte by byte, apart from the driver's own words. */
  | { readonly kind: "pulse"; readonly compartmentNumber: CompartmentNumber }
  /** A lock moved its door, a person shut it, or somebody forced it. */
  | {
      readonly kind: "door";
      readonly compartmentNumber: CompartmentNumber;
      readonly isOpen: boolean;
      readonly by: string;
    }
  | { readonly kind: "bag"; readonly bag: Bag; readonly from: BagPlace; readonly to: BagPlace }
  /** A paper came out of the printer whole. */
  | { readonly kind: "paper"; readonly codes: readonly string[] }
  | { readonly kind: "screen"; readonly snapshot: Snapshot }
  /** Who stands at the machine from now on; without a name: nobody. */
  | { readonly kind: "present"; readonly person?: string | undefined }
  /** A line of the kiosk's structured log, as it is written. */
  | { readonly kind: "logLine"; readonly text: string }
  | { readonly kind: "story"; readonly person: string; readonly line: string }
  | { readonly kind: "fault"; readonly name: string; readonly phase: "begins" | "heals" }
  /** The machine lost its power and memory; what was not committed is gone. */
  | { readonly kind: "powerCut" }
  /** The kiosk is up again, all old requests settled. */
  | { readonly kind: "started" }
  /** The back office stored these for good; after its own crash and restore an older state may come back. */
  | { readonly kind: "officeStored"; readonly events: readonly StoredEvent[] }
  | { readonly kind: "officeRewound"; readonly logId: string; readonly toSeq: number }
);

/** What a checker may look at besides the observations. */
export interface Evidence {
  /** The kiosk's own projections; undefined while it is down. */
  register(): Register | undefined;
  /** Where each bag physically is. */
  placeOf(bag: Bag): BagPlace;
  bagsIn(compartmentNumber: CompartmentNumber): readonly Bag[];
  isDoorOpen(compartmentNumber: CompartmentNumber): boolean;
  /** All faults have healed and nobody is at the machine. */
  isQuiet(): boolean;
  /** The back office's copy of the log, in order. */
  officeLog(): readonly StoredEvent[];
  kioskLog(): readonly StoredEvent[];
}

/** Watches a run for one promise. A sentence returned is a violation and ends the run. */
export interface RunChecker {
  /** Such as `I3`, `model`, `liveness`. */
  readonly name: string;
  take(observation: Observation, evidence: Evidence): string | undefined;
  /** After the last day, with all faults healed and a quiet hour passed. */
  atEnd?(evidence: Evidence): string | undefined | Promise<string | undefined>;
}
