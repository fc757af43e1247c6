import type { DoorReading } from "#core/interfaces/lockBoard.ts";
import { compartmentOf } from "#core/register/register.ts";
import type { World } from "#flow/world.ts";
import type { RunnerParts } from "./parts.ts";

/** Ids that one step may use at the most: each opening, case, dossier and print takes one. */
const ENTROPY_PER_STEP = 8;

const unknownReading: DoorReading = { door: "unknown", occupancy: "unknown" };

/** What the flow may look at, as of now. */
export function makeWorld(parts: RunnerParts, standingObstacle: World["standingObstacle"]): World {
  const { setup, log, boards, locks, credentials } = parts;
  const doorOf = (compartmentNumber: number): DoorReading => {
    const lock = locks.get(compartmentNumber);
    return lock === undefined ? unknownReading : boards.latest(lock);
  };
  return {
    kioskNumber: setup.kioskNumber,
    nowMs: parts.clock.wallMs(),
    isTimeTrusted: parts.isWallTimeTrusted(),
    register: log.register,
    catalogue: setup.catalogue,
    timing: parts.timing,
    consentVersion: setup.consentVersion,
    entropy: Array.from({ length: ENTROPY_PER_STEP }, () => parts.randomId()),
    printer: parts.printer.latest(),
    standingObstacle,
    clients: parts.technician.clients,
    commissioning: parts.technician.commissioning(),
    doorOf,
    // A board that does not answer has no readings: its doors are unknown until it does.
    isBoardOnline: (compartmentNumber) =>
      compartmentOf(log.register, compartmentNumber) !== undefined && doorOf(compartmentNumber).door !== "unknown",
    timesOf: parts.timesOf,
    tokenHashOf: credentials.tokenHashOf,
    mintToken: credentials.mintToken,
    staffByCard: credentials.staffByCard,
    staffById: credentials.staffById,
    personOf: credentials.personOf,
    isSecondValue: credentials.isSecondValue,
  };
}
