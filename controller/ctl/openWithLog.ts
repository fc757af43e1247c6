import { randomBytes } from "node:crypto";
import type { OpenOutcome } from "#core/contract/control.ts";
import { placedDoors } from "#core/domain/cabinet.ts";
import type { DraftEvent } from "#core/events/event.ts";
import type { BoardFamily } from "#core/interfaces/lockBoard.ts";
import { holdingOf } from "#core/register/holding.ts";
import { compartmentOf, machineOf } from "#core/register/register.ts";
import { createLockBoards } from "#device/lockboard/lockBoards.ts";
import { serialTransport } from "#device/transport/serialTransport.ts";
import { MAINTENANCE_PULSES } from "#flow/maintenance.ts";
import { type LoadedConfig, loadConfig } from "../config/loadConfig.ts";
import { createRandomPool } from "../keys/randomPool.ts";
import { deviceOf } from "../registry/kioskRegistry.ts";
import { openStore, type Store } from "../store.ts";
import { StoreTrouble } from "../storeHealth/storeTrouble.ts";
import { timeHistoryOf } from "../time/timeHistory.ts";
import { createTimekeeper, systemTimeMark } from "../time/timekeeper.ts";
import { openDoor } from "./benchBoard.ts";
import { type Answer, type CommandWorld, refused, WrongUse } from "./command.ts";
import { openAnswer } from "./openAnswer.ts";

/** The door that is asked for. */
export interface WantedDoor {
  readonly port: string;
  readonly family: BoardFamily;
  readonly address: number;
  /** 1-based. */
  readonly channel: number;
  readonly staffId: string;
}

interface StoppedKiosk {
  readonly configPath: string;
  readonly dataDir: string;
}

/**
 * Opens a door of a kiosk whose controller does not run, as that would: the request is on the disk before a pulse leaves
 * (I1), and no door opens behind which a dossier is or may be (I3). Holds the kiosk's database, so that a controller that
 * starts meanwhile waits or fails.
 */
export async function openWithLog(kiosk: StoppedKiosk, door: WantedDoor, world: CommandWorld): Promise<Answer> {
  const loaded = loadConfig(kiosk.configPath, { dataDir: kiosk.dataDir });
  if (!loaded.ok) throw new WrongUse(loaded.error.join("\n"));
  const place = placeOf(loaded.value, door);
  if (typeof place === "string") return refused(place);
  let store: Store;
  try {
    store = await openStore(loaded.value.config, createRandomPool());
  } catch (error) {
    if (error instanceof StoreTrouble) return refused(error.message);
    throw error;
  }
  try {
    const obstacle = obstacleOf(store, place.compartmentNumber);
    return obstacle === undefined ? await open(store, { ...place, ...door }, world) : refused(obstacle);
  } finally {
    store.close();
  }
}

interface Place {
  readonly compartmentNumber: number;
  readonly wire: LoadedConfig["config"]["wires"][number];
  readonly board: LoadedConfig["config"]["wires"][number]["boards"][number];
}

function placeOf({ config }: LoadedConfig, { port, address, family, channel }: WantedDoor): Place | string {
  const device = deviceOf(port);
  const wire = config.wires.find(({ path }) => path !== undefined && deviceOf(path) === device);
  const board = wire?.boards.find((known) => known.address === address);
  if (wire === undefined || board === undefined)
    return `The kiosk's profile has no board with address ${address} on this port.`;
  if (board.family !== family) return `The kiosk's profile says that this board is a ${board.family}.`;
  if (board.calibration === undefined) return "The wiring of this board was never learned: commission it first.";
  const door = placedDoors(config.cabinet).find((known) => known.board === board.name && known.channel === channel);
  if (door === undefined) return `No compartment of the kiosk hangs on channel ${channel}.`;
  return { compartmentNumber: door.compartmentNumber, wire, board };
}

function obstacleOf({ log }: Store, compartmentNumber: number): string | undefined {
  const compartment = compartmentOf(log.register, compartmentNumber);
  if (compartment === undefined)
    return "The kiosk's log does not know this compartment yet: start the controller once. Nothing was opened.";
  if (holdingOf(log.register, compartmentNumber) !== "empty")
    return "A dossier is in this compartment, or nobody knows whether one is. Nothing was opened: start the controller, and open it with a second person at the machine.";
  if (log.readVisit() !== undefined)
    return "The controller ended while somebody was being served. Nothing was opened: start it, so that it settles the visit.";
  if (compartment.request !== undefined && compartment.request.outcome === undefined)
    return "The controller ended while this door was being opened. Nothing was opened: start it, so that it settles the door.";
  return undefined;
}

async function open(store: Store, place: Place & WantedDoor, { clock }: CommandWorld): Promise<Answer> {
  const { wire, board, channel, port, compartmentNumber, staffId } = place;
  const beganAtMs = clock.monotonicMs();
  const visitId = randomId();
  const time = createTimekeeper({ clock, history: timeHistoryOf(store), timeMark: systemTimeMark });
  const append = (drafts: readonly DraftEvent[]): void => {
    store.log.append({ drafts, atMs: clock.wallMs(), isTimeTrusted: time.isTrusted() });
  };
  const { name, baudRate } = wire;
  const transport = serialTransport({ path: port, baudRate, clock });
  const boards = createLockBoards({
    wires: [{ name, transport, baudRate, boards: [{ ...board, isCommissioned: true }] }],
    clock,
  });
  try {
    const outcome = await openDoor(boards, {
      clock,
      board: board.name,
      channel,
      beforePulse: (pulse) => {
        const requestId = randomId();
        const payload = { requestId, compartmentNumber, visitId, staffId, pulse, useByMs: USE_BY_MS };
        append([{ type: "compartmentOpenRequested", payload: { ...payload, reason: "maintenance" } }]);
        return requestId;
      },
      afterPulse: (requestId, came, pulse) =>
        append(outcomeEvents(store, { requestId, compartmentNumber, came, pulse, visitId })),
    });
    return openAnswer(outcome, Math.round(clock.monotonicMs() - beganAtMs));
  } finally {
    await boards.stop();
  }
}

const USE_BY_MS = 5_000;

interface Came {
  readonly requestId: string;
  readonly compartmentNumber: number;
  readonly came: OpenOutcome | "expired";
  readonly pulse: number;
  readonly visitId: string;
}

/** What the log says of one pulse; a door that did not open is left to staff, as in a visit. */
function outcomeEvents({ log }: Store, { requestId, compartmentNumber, came, pulse, visitId }: Came): DraftEvent[] {
  if (came === "opened" || came === "alreadyOpen") {
    const payload = { requestId, compartmentNumber, wasOpenAlready: came === "alreadyOpen" };
    return [{ type: "compartmentOpened", payload }];
  }
  const failed: DraftEvent = {
    type: "compartmentOpenFailed",
    payload: { requestId, compartmentNumber, outcome: came },
  };
  if (came === "jammed" && pulse < MAINTENANCE_PULSES) return [failed];
  const caseNumber = machineOf(log.register).lastCaseNumber + 1;
  const kind = "outcomeUnknown";
  return [
    failed,
    { type: "caseOpened", payload: { caseNumber, kind, compartmentNumber, visitId } },
    { type: "compartmentTakenOutOfService", payload: { compartmentNumber, reason: kind, caseNumber } },
  ];
}

function randomId(): string {
  return randomBytes(16).toString("hex");
}
