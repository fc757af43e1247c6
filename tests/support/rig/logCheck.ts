import { expect } from "vitest";
import { openDatabase } from "#backoffice/store/sqlite/openDatabase.ts";
import { eventsOfLog } from "#backoffice/store/sqlite/queries/events.ts";
import type { StoredEvent } from "#core/events/event.ts";
import type { Register } from "#core/register/register.ts";
import type { ReadableDb } from "#db/connection.ts";
import { replayLog } from "#db/eventLog/projections.ts";
import { readLog } from "#db/eventLog/storedEvents.ts";
import { openForReading } from "#db/open.ts";
import { unsentEvents } from "#db/syncQueue.ts";
import { verifyLog } from "#db/verifyLog.ts";
import { until } from "../until.ts";
import type { KioskRig } from "./kioskRig.ts";

/** Reads the kiosk's database as of one moment, also while the kiosk writes to it. */
export function readKiosk<Found>({ logPath }: Pick<KioskRig, "logPath">, read: (db: ReadableDb) => Found): Found {
  const db = openForReading(logPath);
  try {
    return db.transaction(() => read(db))();
  } finally {
    db.close();
  }
}

/** Every event of the kiosk's log, in order. */
export function kioskEvents(rig: Pick<KioskRig, "logPath">): StoredEvent[] {
  return readKiosk(rig, (db) => [...readLog(db)]);
}

/** What the log says of compartments, dossiers and cases. */
export function kioskRegister(rig: Pick<KioskRig, "logPath">): Register {
  return readKiosk(rig, replayLog);
}

/** The whole file is sound: its chain, its numbers and its projections. */
export function expectSoundLog(rig: Pick<KioskRig, "logPath">): void {
  expect(readKiosk(rig, verifyLog)).toMatchObject({ isSound: true, faults: [] });
}

/** Payloads of all events of one type. */
export function payloadsOf(events: readonly StoredEvent[], type: StoredEvent["type"]): Record<string, unknown>[] {
  return events.filter((event) => event.type === type).map((event) => JSON.parse(event.payload));
}

/** Waits until the back office has acknowledged the whole log. */
export async function waitForDrainedQueue(rig: Pick<KioskRig, "logPath">): Promise<void> {
  await until(() => readKiosk(rig, unsentEvents) === 0, {
    what: "the back office has the whole log",
    timeoutMs: 90_000,
    everyMs: 200,
  });
}

/** The back office's register holds exactly the kiosk's log: the same events, once, in the same order, none parked. */
export function expectSameRegisters(rig: Pick<KioskRig, "logPath" | "officePath" | "config">): void {
  const ours = kioskEvents(rig);
  const logId = ours[0]?.logId ?? "";
  const office = openDatabase(rig.officePath);
  try {
    const theirs = eventsOfLog(office, rig.config.kioskNumber, logId);
    expect(theirs.map(({ receivedId: _id, kioskNumber: _number, parkedReason: _reason, ...event }) => event)).toEqual(
      ours,
    );
    expect(theirs.filter(({ parkedReason }) => parkedReason !== null)).toEqual([]);
    const order = theirs.map(({ receivedId }) => receivedId);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  } finally {
    office.close();
  }
}

/**
 * No request was carried out twice: each lock got at most one pulse for each request in the log, whatever happened to
 * the program in between (invariant I9).
 */
export async function expectNoSecondPulse(rig: KioskRig): Promise<void> {
  const requests = payloadsOf(kioskEvents(rig), "compartmentOpenRequested");
  for (const number of new Set(requests.map(({ compartmentNumber }) => Number(compartmentNumber)))) {
    const requested = requests.filter(({ compartmentNumber }) => compartmentNumber === number).length;
    const { pulses } = await rig.hands.look(number);
    expect(pulses, `pulses of lock ${number}, requested ${requested} times`).toBeLessThanOrEqual(requested);
  }
}
