import type { Place } from "#core/register/records.ts";
import type { Register } from "#core/register/register.ts";
import type { Evidence, RunChecker } from "../contract/observation.ts";

/** What the back office says of one kiosk, as its own store gives it. */
export interface OfficeRows {
  readonly dossiers: readonly {
    readonly dossierId: string;
    readonly place: string;
    readonly compartmentNumber: number | null;
    readonly ticket: string | null;
    readonly officialCode: string | null;
  }[];
  readonly compartments: readonly {
    readonly compartmentNumber: number;
    readonly contents: string;
    readonly isInService: boolean;
  }[];
  readonly cases: readonly { readonly caseNumber: number; readonly kind: string; readonly closedAtMs: number | null }[];
}

/** I7: when everything has been sent, the register of the back office says what the kiosk's says. */
export class OfficeRegister implements RunChecker {
  readonly name = "I7";
  readonly #rows: () => Promise<OfficeRows>;

  constructor(rows: () => Promise<OfficeRows>) {
    this.#rows = rows;
  }

  take(): undefined {}

  async atEnd(evidence: Evidence): Promise<string | undefined> {
    const register = evidence.register();
    return register === undefined ? "The kiosk is down at the end." : differenceOf(register, await this.#rows());
  }
}

/** The first thing that the two say differently; undefined where they agree. */
export function differenceOf(register: Register, rows: OfficeRows): string | undefined {
  return (
    firstDifference(dossiersOf(register), officeDossiers(rows)) ??
    firstDifference(compartmentsSaid(register), officeCompartments(rows)) ??
    firstDifference(casesOf(register), officeCases(rows))
  );
}

type Sayings = ReadonlyMap<string, string>;

function firstDifference(kiosk: Sayings, office: Sayings): string | undefined {
  for (const key of new Set([...kiosk.keys(), ...office.keys()])) {
    const [here, there] = [kiosk.get(key) ?? "nothing", office.get(key) ?? "nothing"];
    if (here !== there) return `Of ${key} the kiosk says "${here}", the back office "${there}".`;
  }
  return undefined;
}

function dossiersOf(register: Register): Sayings {
  return new Map(
    [...register.all("dossier")].map(({ dossierId, place, ticket, officialCode }) => [
      `dossier ${dossierId}`,
      `${placeWords(place)}, ticket ${ticket ?? "none"}, code ${officialCode ?? "none"}`,
    ]),
  );
}

function placeWords(place: Place): string {
  switch (place.kind) {
    case "compartment":
      return `compartment ${place.compartmentNumber}`;
    case "uncertain":
      return `unfinished ${place.compartmentNumber}`;
    case "withClerk":
      return "clerk";
    case "missing":
      return "notFound";
    default:
      return place.kind;
  }
}

function officeDossiers({ dossiers }: OfficeRows): Sayings {
  return new Map(
    dossiers.map(({ dossierId, place, compartmentNumber, ticket, officialCode }) => {
      // The back office also keeps whether a collection was seen, which the kiosk has in a case.
      const where = place === "collectedUnverified" ? "collected" : place;
      const isInside = where === "compartment" || where === "unfinished";
      const words = isInside ? `${where} ${compartmentNumber}` : where;
      return [`dossier ${dossierId}`, `${words}, ticket ${ticket ?? "none"}, code ${officialCode ?? "none"}`];
    }),
  );
}

const CONTENTS = { unchecked: "unknown", empty: "empty", deposit: "dossier", result: "result" } as const;

function compartmentsSaid(register: Register): Sayings {
  return new Map(
    [...register.all("compartment")].map(({ compartmentNumber, contents, outOfService }) => [
      `compartment ${compartmentNumber}`,
      `${CONTENTS[contents.kind]}, ${outOfService === undefined ? "in" : "out of"} service`,
    ]),
  );
}

function officeCompartments({ compartments }: OfficeRows): Sayings {
  return new Map(
    compartments.map(({ compartmentNumber, contents, isInService }) => [
      `compartment ${compartmentNumber}`,
      `${contents}, ${isInService ? "in" : "out of"} service`,
    ]),
  );
}

function casesOf(register: Register): Sayings {
  return new Map(
    [...register.all("case")].map(({ caseNumber, kind, isOpen }) => [
      `case ${caseNumber}`,
      `${kind}, ${isOpen ? "open" : "closed"}`,
    ]),
  );
}

function officeCases({ cases }: OfficeRows): Sayings {
  return new Map(
    cases.map(({ caseNumber, kind, closedAtMs }) => [
      `case ${caseNumber}`,
      `${kind}, ${closedAtMs === null ? "open" : "closed"}`,
    ]),
  );
}
