import type { Snapshot } from "#core/contract/channel.ts";
import type { Intent } from "#core/contract/intent.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Id } from "#core/domain/ids.ts";
import type { Chance } from "./plan.ts";

/** A bag with a dossier, or an envelope with a result: a thing of which there is one. */
export interface Bag {
  /** `bag-1`, `bag-2` … in the order in which they were packed. */
  readonly bagId: string;
  readonly content: "deposit" | "result";
  /** Whose papers are inside. */
  readonly owner: string;
  /** The dossier as the kiosk calls it, once somebody knows. */
  dossierId?: Id | undefined;
}

/** Where a bag physically is. */
export type BagPlace =
  | { readonly kind: "person"; readonly person: string }
  | { readonly kind: "compartment"; readonly compartmentNumber: CompartmentNumber }
  | { readonly kind: "counter" };

/**
 * The street corner: what a person can see and do there. Doors obey the simulated locks; a bag goes in or out only
 * through an open door. Everything that is done here is told to the checkers as an observation.
 */
export interface Corner {
  /** What the screen shows; undefined while the machine is without power or starting. */
  screen(): Snapshot | undefined;
  /** Resolves with the next snapshot that fits, or undefined when `withinMs` of virtual time passed without one. */
  until(fits: (snapshot: Snapshot) => boolean, withinMs: number): Promise<Snapshot | undefined>;
  /** Touches the screen as the page would, with the revision of the snapshot on it. Lost while there is none. */
  touch(intent: Intent): void;
  /** Holds a code before the scanner. */
  show(code: string): void;
  isDoorOpen(compartmentNumber: CompartmentNumber): boolean;
  /** Every door that stands open. */
  openDoors(): readonly CompartmentNumber[];
  /** Bags in a compartment, seen by whoever looks through the open door; empty while it is shut. */
  look(compartmentNumber: CompartmentNumber): readonly Bag[];
  shut(compartmentNumber: CompartmentNumber, person: string): void;
  /** Opens a shut door by force. */
  force(compartmentNumber: CompartmentNumber, person: string): void;
  /** A fresh bag in the person's hands. */
  pack(person: string, content: Bag["content"]): Bag;
  /** False where the door is shut or the person does not hold the bag. */
  put(compartmentNumber: CompartmentNumber, bag: Bag, person: string): boolean;
  /** The bag in the person's hands, or undefined where the door is shut or it is not there. */
  take(compartmentNumber: CompartmentNumber, bag: Bag, person: string): boolean;
  /** Bags that a person holds. */
  held(person: string): readonly Bag[];
  /** From a person's hands to the counter, or from the counter into them. */
  handOver(bag: Bag, from: BagPlace, to: BagPlace): void;
  /** Papers that came out of the printer and that nobody has taken: the text of their QR, oldest first. */
  papers(): readonly PaperInTray[];
  /** Takes all papers from the tray. */
  takePapers(person: string): readonly PaperInTray[];
}

export interface PaperInTray {
  /** Texts of the QR codes on it. */
  readonly codes: readonly string[];
  readonly atMs: number;
}

/** What one visit gets: the corner, chance of its own, and waiting. */
export interface Visiting {
  readonly corner: Corner;
  readonly chance: Chance;
  /** Name of the person, unique in the run. */
  readonly person: string;
  /** Virtual milliseconds since the start of the run. */
  nowMs(): number;
  wait(ms: number): Promise<void>;
  /** What the whole run knows: accounts, credentials in people's pockets, the counter. */
  readonly town: Town;
  /** A line for the story, in plain English. */
  tell(line: string): void;
  /** Says who stands at the machine from now on, where it is not the person after whom the visit is named. */
  arrive(person: string): void;
}

/** Credentials and appointments that outlive a visit. */
export interface Town {
  /** Staff cards as QR texts with their PINs, by staff id. */
  readonly staff: ReadonlyMap<
    string,
    { readonly card: string; readonly pin: string; readonly role: "clerk" | "technician" }
  >;
  /** Procedures for which dossiers are handed in at the machine. */
  readonly procedureIds: readonly string[];
  /** Dossiers that people know of: what lies in their pocket and what they were told. */
  readonly dossiers: KnownDossier[];
  /** What lies at the counter: bags that clerks brought, results that wait to be loaded. */
  readonly counter: Bag[];
  /** Pickup codes that the back office has sent to people: it opens `messageQueued` with the office key. Newest first. */
  pickupCodes(): Promise<readonly { readonly dossierId: Id; readonly phone: string; readonly pickupCode: string }[]>;
  /** The counter's work: gives a received dossier its official code through the back office's own order. */
  assignOfficialCode(dossierId: Id): Promise<string | undefined>;
}

export interface KnownDossier {
  readonly owner: string;
  /** Empty where the owner chose four digits instead. */
  readonly phone: string;
  readonly secondValue: string;
  readonly bag: Bag;
  /** What the code on the bag says: its own label, or that of a printed slip; empty for a dossier from the counter. */
  readonly label: string;
  /** As the screen showed it with the receipt. */
  ticket?: string | undefined;
  /** The result, once the office made it. */
  result?: Bag | undefined;
  /** When the office will have made it, virtual milliseconds since the start of the run. */
  resultDueMs?: number | undefined;
  /** QR text of the receipt, when it came out and was taken. */
  receipt?: string | undefined;
  officialCode?: string | undefined;
  pickupCode?: string | undefined;
  /** The owner holds the result in their hands. */
  isDone: boolean;
}

/** One kind of visit. It ends by itself; it never throws for what the machine does, only for defects of its own. */
export type Visit = (visiting: Visiting) => Promise<void>;
