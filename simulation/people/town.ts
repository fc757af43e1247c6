import type { Id } from "#core/domain/ids.ts";
import type { Town } from "../contract/place.ts";

/** What the town has from its back office. */
export interface TownOffice {
  /** Newest first. */
  pickupCodes(): ReturnType<Town["pickupCodes"]>;
  /** Orders the code for the dossier; undefined where the register does not know it yet. */
  assignOfficialCode(dossierId: Id, officialCode: string): Promise<string | undefined>;
}

export interface TownOptions {
  readonly staff: Town["staff"];
  /** Procedures that the kiosk offers. */
  readonly procedureIds: readonly string[];
  readonly office: TownOffice;
}

/** The town around one kiosk. Nobody has handed in anything yet. */
export function createTown({ staff, procedureIds, office }: TownOptions): Town {
  let lastCode = 0;
  return {
    staff,
    procedureIds,
    dossiers: [],
    counter: [],
    pickupCodes: () => office.pickupCodes(),
    assignOfficialCode: (dossierId) => {
      lastCode += 1;
      return office.assignOfficialCode(dossierId, `H29.1-261120-${String(lastCode).padStart(5, "0")}`);
    },
  };
}
