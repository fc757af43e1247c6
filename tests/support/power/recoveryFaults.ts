import { readEvent, type StoredEvent } from "#core/events/event.ts";
import { compartmentsOf } from "#core/register/register.ts";
import { verifyLog } from "#db/verifyLog.ts";
import { breachesOf, placeBreaches } from "../invariants.ts";
import { ManualClock } from "../manualClock.ts";
import type { Outside } from "./outside.ts";
import { PowerKiosk } from "./powerKiosk.ts";

/** How long the power was away, milliseconds. */
const AWAY_MS = 30_000;

/** Brings the kiosk up on a disk that lies in `dataDir`, before the doors as they stand, and says what is wrong then. */
export async function recoveryFaults(dataDir: string, outside: Outside): Promise<string[]> {
  const clock = new ManualClock(outside.committedAtMs === 0 ? undefined : outside.committedAtMs + AWAY_MS);
  let kiosk: PowerKiosk;
  try {
    kiosk = await PowerKiosk.start({ dataDir, clock, seed: 2, doors: outside.doors });
  } catch (error) {
    return [`The kiosk does not start: ${error instanceof Error ? error.message : String(error)}`];
  }
  try {
    return faultsOf(kiosk);
  } finally {
    await kiosk.stop();
  }
}

function faultsOf(kiosk: PowerKiosk): string[] {
  const { store, runner } = kiosk;
  const { register } = store.log;
  const faults = [...verifyLog(store.db).faults, ...breachesOf(eventsOf(store.log.eventsAfter(0, store.log.lastSeq)))];
  faults.push(...placeBreaches(register));
  if (runner.standingObstacle !== undefined) faults.push(`The kiosk is not open: ${runner.standingObstacle}.`);
  const doors = new Map(kiosk.doors().map((door) => [door.compartmentNumber, door]));
  for (const { compartmentNumber, request, contents } of compartmentsOf(register)) {
    const door = doors.get(compartmentNumber);
    if (request !== undefined && request.outcome === undefined)
      faults.push(`The request to open compartment ${compartmentNumber} was not settled.`);
    if (door !== undefined && door.pulses > 0)
      faults.push(`I9: compartment ${compartmentNumber} was pulsed by itself.`);
    if (contents.kind === "empty" && door?.hasBag === true && !door.isOpen)
      faults.push(`I4: a bag is in compartment ${compartmentNumber}, which counts as empty.`);
  }
  for (const { printJobId, outcome } of register.all("printJob"))
    if (outcome === undefined) faults.push(`Print job ${printJobId} was not settled.`);
  return faults;
}

function eventsOf(stored: readonly StoredEvent[]) {
  return stored.map((one) => {
    const event = readEvent(one);
    if (!event.ok) throw new Error(event.error);
    return event.value;
  });
}
