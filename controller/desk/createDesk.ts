import type { FastifyInstance } from "fastify";
import type { WebSocket } from "ws";
import { unreachable } from "#core/base/assert.ts";
import { parseJson } from "#core/base/parseJson.ts";
import {
  DESK_PATH,
  type DeskCard,
  DeskCommand,
  type DeskMessage,
  type DeskSetup,
  type DeskState,
} from "#core/contract/desk.ts";
import { type Cabinet, placedDoors } from "#core/domain/cabinet.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import type { LockAddress, LockBoards } from "#core/interfaces/lockBoard.ts";
import type { SimulatedDeskDevices } from "#device/simulator/simulatedDevices.ts";
import { rememberCabinet } from "./cabinetMemory.ts";
import type { DeskNetwork } from "./deskNetwork.ts";
import { createDeskPapers } from "./deskPapers.ts";
import { readPhoneMessages } from "./phoneMessages.ts";
import { createWireTrace } from "./wireTrace.ts";

export interface DeskOptions {
  readonly kioskNumber: number;
  readonly timeZone: string;
  readonly cabinet: Cabinet;
  readonly devices: SimulatedDeskDevices;
  readonly lockBoards: Pick<LockBoards, "onFrame">;
  readonly cards: readonly DeskCard[];
  readonly network: DeskNetwork;
  readonly clock: Clock;
  /** File in which the simulated cabinet outlives the controller. */
  readonly memoryPath: string;
  readonly backOfficeUrl?: string | undefined;
  /** Ends this process at once, as a power cut does. */
  readonly cutPower: () => void;
}

export interface Desk {
  /** Routes of the desk page; for `extend` of the channel, so that they stand behind its guard. */
  readonly register: (app: FastifyInstance) => void;
  readonly state: () => DeskState;
  /** Does what a person at the desk asks for. */
  readonly carryOut: (command: DeskCommand) => void;
  readonly stop: () => void;
}

const MESSAGES_EVERY_MS = 2_000;
/** Changes within this time are told together. */
const GATHER_MS = 50;
const COMMAND_BYTES = 8_192;

/** The simulated cabinet as a page: hands, cards and faults. */
export function createDesk(options: DeskOptions): Desk {
  return new DeskServer(options);
}

class DeskServer implements Desk {
  readonly #options: DeskOptions;
  readonly #setup: DeskSetup;
  readonly #locks: ReadonlyMap<number, LockAddress>;
  readonly #memory: ReturnType<typeof rememberCabinet>;
  readonly #papers: ReturnType<typeof createDeskPapers>;
  readonly #trace: ReturnType<typeof createWireTrace>;
  readonly #pages = new Set<WebSocket>();
  #messages: DeskState["messages"] = [];
  #isTelling = false;
  #isStopped = false;
  #cancelRound = (): void => {};

  constructor(options: DeskOptions) {
    const { cabinet, devices, lockBoards, clock } = options;
    this.#options = options;
    this.#setup = { kioskNumber: options.kioskNumber, timeZone: options.timeZone, cabinet };
    this.#locks = new Map(
      placedDoors(cabinet).map(({ compartmentNumber, board, channel }) => [compartmentNumber, { board, channel }]),
    );
    this.#memory = rememberCabinet(devices.cabinet, options.memoryPath);
    this.#trace = createWireTrace();
    this.#papers = createDeskPapers(devices.printer);
    devices.cabinet.onChange(() => this.#tellSoon());
    devices.printer.onChange(() => this.#tellSoon());
    lockBoards.onFrame((frame) => {
      if (this.#trace.add(frame, clock.wallMs())) this.#tellSoon();
    });
    this.#round();
  }

  readonly register = (app: FastifyInstance): void => {
    app.register(async (routes) => {
      routes.get(DESK_PATH, { websocket: true }, (page) => this.#attach(page));
    });
    app.get<{ Params: { file: string } }>("/desk/paper/:file", async (request, reply) => {
      const picture = this.#papers.picture(request.params.file.replace(/\.png$/, ""));
      if (picture === undefined) return reply.code(404).type("text/plain").send("There is no such paper.\n");
      return reply.type("image/png").header("cache-control", "no-store").send(Buffer.from(picture));
    });
  };

  readonly state = (): DeskState => {
    const { devices, network, cards, backOfficeUrl } = this.#options;
    return {
      doors: [...this.#locks].map(([compartmentNumber, lock]) => {
        const { isOpen, faults } = devices.cabinet.compartment(lock);
        return {
          compartmentNumber,
          door: isOpen ? "open" : "closed",
          inside: this.#memory.inside(lock),
          isJammed: faults.isJammed,
          sensorLies: faults.stuckSensor !== undefined,
        };
      }),
      papers: this.#papers.list(),
      faults: {
        paperOut: devices.printer.faults.isPaperOut,
        wireUnplugged: !devices.cabinet.isWirePlugged,
        networkCut: network.isCut,
      },
      trace: this.#trace.frames(),
      cards,
      messages: network.isCut ? [] : this.#messages,
      screenUrl: "/",
      ...(backOfficeUrl !== undefined && { backOfficeUrl }),
    };
  };

  readonly carryOut = (command: DeskCommand): void => {
    if ("compartmentNumber" in command) {
      const lock = this.#locks.get(command.compartmentNumber);
      if (lock) this.#reach(command, lock);
      return;
    }
    const { devices, network, cutPower } = this.#options;
    switch (command.kind) {
      case "hold":
        return devices.scan(command.text);
      case "paperOut":
        return devices.printer.break({ isPaperOut: command.isOn });
      case "wireUnplugged":
        return command.isOn ? devices.cabinet.unplugWire() : devices.cabinet.plugWire();
      case "networkCut":
        network.setCut(command.isOn);
        return this.#tellSoon();
      case "tearPaper":
        this.#papers.tear(command.paperId);
        return this.#tellSoon();
      case "powerCut":
        return cutPower();
      default:
        return unreachable(command);
    }
  };

  readonly stop = (): void => {
    this.#isStopped = true;
    this.#cancelRound();
    for (const page of this.#pages) page.close();
  };

  #reach(command: Extract<DeskCommand, { compartmentNumber: number }>, lock: LockAddress): void {
    const { cabinet } = this.#options.devices;
    switch (command.kind) {
      case "pushDoorShut":
        return cabinet.shutDoor(lock);
      case "forceDoorOpen":
        return cabinet.forceDoor(lock);
      case "put":
        return this.#memory.put(lock, command.thing);
      case "take":
        return void cabinet.takeBag(lock);
      case "jam":
        return cabinet.breakCompartment(lock, { isJammed: command.isOn });
      case "sensorLies": {
        const lie = cabinet.compartment(lock).isOpen ? "closed" : "open";
        return cabinet.breakCompartment(lock, { stuckSensor: command.isOn ? lie : undefined });
      }
      default:
        return unreachable(command);
    }
  }

  #attach(page: WebSocket): void {
    this.#pages.add(page);
    page.on("close", () => this.#pages.delete(page));
    page.on("error", () => page.terminate());
    page.on("message", (data, isBinary) => {
      const text = String(data);
      const command = DeskCommand.safeParse(isBinary || text.length > COMMAND_BYTES ? undefined : parseJson(text));
      if (command.success) this.carryOut(command.data);
      else page.close(1008);
    });
    tell(page, { type: "deskSetup", setup: this.#setup });
    tell(page, { type: "desk", state: this.state() });
  }

  #tellSoon(): void {
    if (this.#isTelling || this.#pages.size === 0) return;
    this.#isTelling = true;
    this.#options.clock.after(GATHER_MS, () => {
      this.#isTelling = false;
      const state = this.state();
      for (const page of this.#pages) tell(page, { type: "desk", state });
    });
  }

  /** Looks at the telephone now and then, while somebody looks at the desk. */
  #round(): void {
    if (this.#isStopped) return;
    this.#cancelRound = this.#options.clock.after(MESSAGES_EVERY_MS, async () => {
      const { network, backOfficeUrl } = this.#options;
      if (backOfficeUrl !== undefined && this.#pages.size > 0) {
        const messages = await readPhoneMessages(network.fetch, backOfficeUrl);
        const isNew = messages.length !== this.#messages.length;
        this.#messages = messages;
        if (isNew) this.#tellSoon();
      }
      this.#round();
    });
  }
}

function tell(page: WebSocket, message: DeskMessage): void {
  if (page.readyState === page.OPEN) page.send(JSON.stringify(message));
}
