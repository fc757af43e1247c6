import type { LookupResult } from "#core/contract/screen.ts";
import type { DossierRecord } from "#core/register/records.ts";
import { awaitsLook } from "#core/register/register.ts";
import type { World } from "../world.ts";

/** Where a dossier is and what is due when: never whose it is. */
export function lookupResultOf(world: World, dossierId: string): LookupResult {
  const dossier = world.register.get("dossier", dossierId);
  if (dossier === undefined) return { place: "missing" };
  const { ticket, officialCode, procedureId, times } = dossier;
  return { ticket, officialCode, procedureId, times, place: placeOf(world, dossier) };
}

function placeOf({ register }: World, { place, takenOverAtMs }: DossierRecord): LookupResult["place"] {
  switch (place.kind) {
    case "compartment":
      if (awaitsLook(register, place)) return "withStaff";
      return place.content === "result" ? "resultReady" : "inKiosk";
    case "withClerk":
      return "withStaff";
    case "counter":
      return takenOverAtMs === undefined ? "announced" : "atCounter";
    case "collected":
      return "collected";
    default:
      return "missing";
  }
}
