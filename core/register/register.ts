import type { CompartmentNumber } from "../domain/cabinet.ts";
import { StoreDamage } from "../events/eventParts.ts";
import {
  type CaseRecord,
  type CompartmentRecord,
  type DossierRecord,
  type Entity,
  emptyMachine,
  type MachineRecord,
  type RegisterTables,
} from "./records.ts";

/** Read access to what the log says: the projections. */
export interface Register {
  get<E extends Entity>(entity: E, key: string): RegisterTables[E] | undefined;
  all<E extends Entity>(entity: E): Iterable<RegisterTables[E]>;
}

/** One changed record. */
export interface RegisterChange {
  readonly entity: Entity;
  readonly key: string;
  readonly record: RegisterTables[Entity];
}

/**
 * A layer over a register: takes changes without touching what lies below, so that a transaction that fails leaves
 * nothing behind. The bottom layer has no base.
 */
export class RegisterLayer implements Register {
  readonly #base: Register | undefined;
  readonly #records = new Map<Entity, Map<string, RegisterTables[Entity]>>();

  constructor(base?: Register) {
    this.#base = base;
  }

  get<E extends Entity>(entity: E, key: string): RegisterTables[E] | undefined {
    // Records are stored under their entity only by `set`, whose types tie the two together.
    const own = this.#records.get(entity)?.get(key) as RegisterTables[E] | undefined;
    return own ?? this.#base?.get(entity, key);
  }

  *all<E extends Entity>(entity: E): Iterable<RegisterTables[E]> {
    const own = (this.#records.get(entity) ?? new Map()) as Map<string, RegisterTables[E]>;
    yield* own.values();
    if (this.#base === undefined) return;
    for (const record of this.#base.all(entity)) if (!own.has(recordKey(entity, record))) yield record;
  }

  set<E extends Entity>(entity: E, record: RegisterTables[E]): void {
    const table = this.#records.get(entity) ?? new Map<string, RegisterTables[Entity]>();
    this.#records.set(entity, table);
    table.set(recordKey(entity, record), record);
  }

  /** Every record of this layer itself. */
  changes(): RegisterChange[] {
    const changes: RegisterChange[] = [];
    for (const [entity, table] of this.#records)
      for (const [key, record] of table) changes.push({ entity, key, record });
    return changes;
  }

  /** Takes over the changes of a layer that was committed. */
  absorb(changes: readonly RegisterChange[]): void {
    for (const { entity, record } of changes) this.set(entity, record);
  }
}

/** The key under which a record is stored. */
export function recordKey<E extends Entity>(entity: E, record: RegisterTables[E]): string {
  const fields = record as unknown as Record<string, unknown>;
  return entity === "machine" ? "machine" : String(fields[keyField[entity]]);
}

const keyField: Record<Entity, string> = {
  compartment: "compartmentNumber",
  dossier: "dossierId",
  case: "caseNumber",
  printJob: "printJobId",
  machine: "",
  staff: "staffId",
};

export function machineOf(register: Register): MachineRecord {
  return register.get("machine", "machine") ?? emptyMachine;
}

export function compartmentOf(register: Register, compartmentNumber: CompartmentNumber): CompartmentRecord | undefined {
  return register.get("compartment", String(compartmentNumber));
}

/** All compartments by number. */
export function compartmentsOf(register: Register): CompartmentRecord[] {
  return [...register.all("compartment")].sort((a, b) => a.compartmentNumber - b.compartmentNumber);
}

export function findDossier(
  register: Register,
  matches: (dossier: DossierRecord) => boolean,
): DossierRecord | undefined {
  for (const dossier of register.all("dossier")) if (matches(dossier)) return dossier;
  return undefined;
}

export function openCases(register: Register): CaseRecord[] {
  return [...register.all("case")].filter((c) => c.isOpen).sort((a, b) => a.caseNumber - b.caseNumber);
}

/** What is wrong with the store now. */
export function storeDamageIn(register: Register): StoreDamage[] {
  const { storeDamage } = machineOf(register);
  return StoreDamage.options.filter((damage) => storeDamage?.[damage] !== undefined);
}

/** True where the door's sensor is declared faulty. */
export function isSensorFaulty(register: Register, compartmentNumber: CompartmentNumber): boolean {
  return compartmentOf(register, compartmentNumber)?.faultySensor !== undefined;
}

/**
 * True where staff must look before anything is given out: the compartment was opened in an evacuation, or the log was
 * restored without its end, and nobody has looked inside since.
 */
export function awaitsLook(register: Register, place: { readonly compartmentNumber: CompartmentNumber }): boolean {
  const compartment = compartmentOf(register, place.compartmentNumber);
  return compartment?.outOfService?.reason === "evacuated" || compartment?.unseenSinceRestore !== undefined;
}

/** True where intake may put a dossier: known empty, in service, its sensor trusted, no door in motion. */
export function isFree(compartment: CompartmentRecord): boolean {
  const { contents, outOfService, faultySensor, request, unseenSinceRestore } = compartment;
  const isMoving =
    request !== undefined &&
    (request.outcome === undefined || (request.outcome === "opened" && !request.isClosedAgain));
  const isInUse = outOfService === undefined && faultySensor === undefined && unseenSinceRestore === undefined;
  return contents.kind === "empty" && isInUse && !isMoving;
}
