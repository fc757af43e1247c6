import type { Bag, KnownDossier, Town, Visit, Visiting } from "../contract/place.ts";
import type { Person } from "./person.ts";

const DAY_MS = 86_400_000;
const COUNTER = { kind: "counter" } as const;

/** The office's own work, away from the machine: official codes for what came in, results when they are made. */
export const counterWork: Visit = async (visiting) => {
  const { town } = visiting;
  for (const known of town.dossiers) {
    const isHere = known.result === undefined && town.counter.includes(known.bag);
    if (isHere) await process(visiting, known);
  }
  await readMessages(town);
};

/** Gives it its official code; after some days its result lies at the counter. */
async function process(visiting: Visiting, known: KnownDossier): Promise<void> {
  const { town, corner, chance, tell } = visiting;
  const { bag } = known;
  if (known.officialCode === undefined && bag.dossierId !== undefined && known.ticket !== undefined) {
    known.officialCode = await town.assignOfficialCode(bag.dossierId);
    if (known.officialCode !== undefined) tell(`The counter gives ${bag.bagId} an official code`);
  }
  known.resultDueMs ??= visiting.nowMs() + chance.between(1, 4) * DAY_MS;
  if (visiting.nowMs() < known.resultDueMs) return;
  const result = corner.pack(known.owner, "result");
  result.dossierId = bag.dossierId;
  corner.handOver(result, { kind: "person", person: known.owner }, COUNTER);
  town.counter.push(result);
  known.result = result;
  tell(`The office has made the result of ${known.owner}: ${result.bagId}`);
}

/** Everybody reads the messages on their phone: the newest pickup code counts. */
export async function readMessages(town: Town): Promise<void> {
  const codes = await town.pickupCodes();
  for (const known of town.dossiers) {
    if (known.isDone || known.phone === "") continue;
    const mine = codes.find(({ phone }) => phone === known.phone);
    if (mine !== undefined) known.pickupCode = mine.pickupCode;
  }
}

/** Lays a bag from a person's hands on the counter. */
export function bringToCounter(me: Person, bag: Bag): void {
  me.corner.handOver(bag, { kind: "person", person: me.name }, COUNTER);
  if (!me.town.counter.includes(bag)) me.town.counter.push(bag);
}

/** Takes a bag from the counter into a person's hands. */
export function takeFromCounter(me: Person, bag: Bag): void {
  const at = me.town.counter.indexOf(bag);
  if (at < 0) return;
  me.town.counter.splice(at, 1);
  me.corner.handOver(bag, COUNTER, { kind: "person", person: me.name });
}
