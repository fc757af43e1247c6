import type { CompartmentNumber } from "../domain/cabinet.ts";
import type { Place } from "./records.ts";
import { compartmentOf, compartmentsOf, type Register } from "./register.ts";

/**
 * Whether a dossier lies in a compartment, as far as the log knows.
 * - `holds`: the log says so
 * - `mayHold`: a visit ended before anybody knew, or the log lost its end
 * - `unchecked`: nobody has looked into it since it could last be opened
 * - `empty`: somebody saw it empty, or emptied it
 */
export type Holding = "holds" | "mayHold" | "unchecked" | "empty";

export function holdingOf(register: Register, compartmentNumber: CompartmentNumber): Holding {
  const contents = compartmentOf(register, compartmentNumber)?.contents.kind ?? "unchecked";
  if (contents === "deposit" || contents === "result") return "holds";
  if (compartmentOf(register, compartmentNumber)?.unseenSinceRestore !== undefined) return "mayHold";
  for (const { place } of register.all("dossier")) {
    if (place.kind === "uncertain" && place.compartmentNumber === compartmentNumber) return "mayHold";
    if (place.kind === "collected" && place.unconfirmedIn === compartmentNumber) return "mayHold";
  }
  return contents;
}

/** True where a dossier lies in the compartment, or may for all that is known. */
export function mayHoldDossier(register: Register, compartmentNumber: CompartmentNumber): boolean {
  const holding = holdingOf(register, compartmentNumber);
  return holding === "holds" || holding === "mayHold";
}

/** True where a dossier is surely out of the kiosk and with no clerk. */
export function hasLeft(place: Place): boolean {
  if (place.kind === "collected") return place.unconfirmedIn === undefined;
  return place.kind === "counter" || place.kind === "withCitizen" || place.kind === "missing";
}

/** True while any compartment holds a dossier, or may. */
export function holdsDossiers(register: Register): boolean {
  return compartmentsOf(register).some(({ compartmentNumber }) => mayHoldDossier(register, compartmentNumber));
}
