import type { KioskEvent } from "#core/events/event.ts";
import type { Register } from "#core/register/register.ts";
import { logCheckers } from "#simulation/checkers/log/logCheckers.ts";

/** What a checker reads of an event: nothing that only a test has. */
export type LoggedEvent = Pick<KioskEvent, "type" | "payload">;

/** One rule that a log broke: the invariant, the place in the log (from 1) and what is wrong. */
export type Breach = string;

/** All breaches of a whole log. Written without the register's reducers: two ways to the same facts. */
export function breachesOf(events: readonly KioskEvent[]): Breach[] {
  const checkers = logCheckers();
  return events.flatMap((event, index) =>
    checkers.flatMap((checker) => {
      const problem = checker.take(event);
      return problem === undefined ? [] : [`${checker.name}, event ${index + 1} (${event.type}): ${problem}`];
    }),
  );
}

/** I4 in the projections: what compartments hold and where dossiers are agree, both ways. */
export function placeBreaches(register: Register): Breach[] {
  const breaches: Breach[] = [];
  for (const { compartmentNumber, contents } of register.all("compartment")) {
    if (contents.kind !== "deposit" && contents.kind !== "result") continue;
    const place = register.get("dossier", contents.dossierId)?.place;
    const isSame =
      place?.kind === "compartment" && place.compartmentNumber === compartmentNumber && place.content === contents.kind;
    if (!isSame) breaches.push(`I4: compartment ${compartmentNumber} holds a ${contents.kind} that is ${place?.kind}`);
  }
  for (const { dossierId, place } of register.all("dossier")) {
    if (place.kind !== "compartment") continue;
    const contents = register.get("compartment", String(place.compartmentNumber))?.contents;
    const isSame = contents?.kind === place.content && contents.dossierId === dossierId;
    if (!isSame)
      breaches.push(`I4: a dossier is in compartment ${place.compartmentNumber}, which says ${contents?.kind}`);
  }
  return breaches;
}

/** I8: none of these words is in the open part of any event. */
export function leakBreaches(events: readonly LoggedEvent[], secrets: readonly string[]): Breach[] {
  return events.flatMap(({ type, payload }, index) => {
    const text = JSON.stringify(payload);
    return secrets
      .filter((secret) => text.includes(secret))
      .map((secret) => `I8, event ${index + 1} (${type}): ${secret}`);
  });
}
