import type { CompartmentNumber } from "../domain/cabinet.ts";
import type { Place } from "./records.ts";
import { compartmentOf, compartmentsOf, openCases, type Register } from "./register.ts";

/**
 * Whether a dossier lies in a compartment, as far as the log knows.
 * - `holds`: the log says so
 * - `mayHold`: a visit ended before anybody knew, somebody may have left a bag in a door that was opened for them, or the
 *   log lost its end
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
  return contents === "unchecked" && isPerhapsFilled(register, compartmentNumber) ? "mayHold" : contents;
}

/** True where a door was opened for a bag and no deposit came of it, and where a person said that a bag was stuck. */
function isPerhapsFilled(register: Register, compartmentNumber: CompartmentNumber): boolean {
  const request = compartmentOf(register, compartmentNumber)?.request;
  const wasPerhapsOpen = request?.outcome === "opened" || request?.outcome === "unresolved";
  if (request?.reason === "deposit" && wasPerhapsOpen) return true;
  return openCases(register).some(
    ({ kind, compartmentNumber: about }) => kind === "trouble" && about === compartmentNumber,
  );
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
