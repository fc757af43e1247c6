import type { DraftEvent } from "#core/events/event.ts";
import type { DoorReading } from "#core/interfaces/lockBoard.ts";
import { compartmentOf } from "#core/register/register.ts";
import { recoveredOutcomes } from "#flow/recovery.ts";
import type { RunnerParts } from "./parts.ts";
import type { Runner } from "./runner.ts";
import { StandingDoors } from "./standingDoors.ts";

/** How long the boards have for their first answer before the kiosk opens without them, milliseconds. */
const FIRST_READING_MS = 4000;

/** How often the wall clock is held against the monotonic one, milliseconds. */
const CLOCK_EVERY_MS = 10_000;

/**
 * Brings the kiosk up: commissions new compartments, starts the devices, settles what was open when the program ended,
 * and only then opens for business. Nothing is guessed and nothing is sent again by itself.
 */
export async function startRunner(runner: Runner, parts: RunnerParts): Promise<void> {
  runner.append(startEvents(parts));
  parts.printer.onStatusChanged(() => runner.publish());
  const read = firstReadings(parts);
  parts.boards.start();
  parts.printer.start();
  await read;
  settleRequests(runner, parts);
  runner.submit({ kind: "restarted", isStale: runner.isVisitStale });
  const standing = new StandingDoors(parts.clock, (input) => runner.submit(input));
  settleDoors(runner, parts, standing);
  startSafety(runner, parts);
  watchClock(runner, parts.clock);
  runner.onStop(() => standing.stop());
  parts.boards.onDoorChanged(({ lock, reading }) => {
    for (const [compartmentNumber, at] of parts.locks) {
      if (at.board !== lock.board || at.channel !== lock.channel) continue;
      standing.note(compartmentNumber, reading.door);
      runner.submit({ kind: "doorChanged", compartmentNumber, reading });
    }
    runner.publish();
  });
  parts.boards.onBoardChanged((status) => {
    parts.logger.warn({ ...status }, "A lock board changed its status.");
    runner.publish();
  });
  runner.declareSettled();
}

function startEvents(parts: RunnerParts): DraftEvent[] {
  const { setup, softwareVersion, compartments, log, seenEmptyBy } = parts;
  const drafts: DraftEvent[] = [{ type: "kioskStarted", payload: { kioskNumber: setup.kioskNumber, softwareVersion } }];
  for (const configured of compartments) {
    const known = compartmentOf(log.register, configured.compartmentNumber);
    const isSame =
      known?.board === configured.board &&
      known.channel === configured.channel &&
      known.heightMm === configured.heightMm &&
      known.isWithinSeatedReach === configured.isWithinSeatedReach;
    if (!isSame) drafts.push({ type: "compartmentCommissioned", payload: { ...configured } });
    if (known === undefined && seenEmptyBy !== undefined) {
      const { compartmentNumber } = configured;
      drafts.push({ type: "compartmentSeenEmpty", payload: { compartmentNumber, staffId: seenEmptyBy } });
    }
  }
  return drafts;
}

/** Resolves once every door was read, or when the boards had their time: a wire takes a moment to open. */
function firstReadings({ boards, locks, clock }: RunnerParts): Promise<void> {
  const isRead = (): boolean => [...locks.values()].every((lock) => boards.latest(lock).door !== "unknown");
  return new Promise((resolve) => {
    const cancel = clock.after(FIRST_READING_MS, resolve);
    const look = (): void => {
      if (!isRead()) return;
      cancel();
      resolve();
    };
    boards.onDoorChanged(look);
    look();
  });
}

/** Looks at the clock while nobody is there too: a step is written down when it happens. */
function watchClock(runner: Runner, clock: RunnerParts["clock"]): void {
  const look = (): (() => void) => {
    runner.lookAtClock();
    return clock.after(CLOCK_EVERY_MS, () => {
      cancel = look();
    });
  };
  let cancel = look();
  runner.onStop(() => cancel());
}

/** Contacts and power: what they say now, and whenever it changes. */
function startSafety(runner: Runner, { safety, power }: RunnerParts): void {
  safety?.onChanged((contacts) => runner.submit({ kind: "safetyChanged", ...contacts }));
  power?.onChanged((status) => runner.submit({ kind: "powerChanged", status }));
  safety?.start();
  power?.start();
  if (safety !== undefined) runner.submit({ kind: "safetyChanged", ...safety.latest() });
  if (power !== undefined) runner.submit({ kind: "powerChanged", status: power.latest() });
}

/** A request without an outcome is settled by what the boards say now; a printer hears of the job that it may still hold. */
function settleRequests(runner: Runner, { log, boards, locks, printer }: RunnerParts): void {
  // A second restart must not forget what the first one found; one empty slip too many does no harm.
  for (const { outcome } of log.register.all("printJob"))
    if (outcome === undefined || outcome === "unresolved") printer.noteInterruptedJob();
  const doorOf = (compartmentNumber: number): DoorReading => {
    const lock = locks.get(compartmentNumber);
    return lock === undefined ? { door: "unknown", occupancy: "unknown" } : boards.latest(lock);
  };
  for (const outcome of recoveredOutcomes({ register: log.register, doorOf })) runner.submit(outcome);
}

/** Doors that were shut or opened while nobody looked. */
function settleDoors(runner: Runner, { boards, locks }: RunnerParts, standing: StandingDoors): void {
  for (const [compartmentNumber, lock] of locks) {
    const reading = boards.latest(lock);
    standing.note(compartmentNumber, reading.door);
    if (reading.door !== "unknown") runner.submit({ kind: "doorChanged", compartmentNumber, reading });
  }
}
