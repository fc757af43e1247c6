import { WebSocket } from "ws";
import { DESK_PATH, type DeskCommand, type DeskMessage, type DeskState } from "#core/contract/desk.ts";
import { until } from "../until.ts";

/** Pause before the desk is tried again while its controller is away, milliseconds. */
const AGAIN_AFTER_MS = 200;

/** A person's hands at a desk's simulated cabinet, through the channel of the desk page; survives the controller. */
export class DeskHands {
  readonly #origin: string;
  readonly #cookie: string;
  /** Doors in the order in which they were seen to open. */
  readonly opened: number[] = [];
  #socket: WebSocket | undefined;
  #state: DeskState | undefined;
  #isOver = false;

  constructor(origin: string, cookie: string) {
    this.#origin = origin;
    this.#cookie = cookie;
    this.#connect();
  }

  /** Waits until the door stands open. */
  async waitOpen(compartmentNumber: number): Promise<void> {
    await until(() => this.#openDoors().includes(compartmentNumber), { what: `door ${compartmentNumber} opens` });
  }

  async pushShut(compartmentNumber: number): Promise<void> {
    this.send({ kind: "pushDoorShut", compartmentNumber });
    await until(() => !this.#openDoors().includes(compartmentNumber), { what: `door ${compartmentNumber} is shut` });
  }

  /** Opens a door with the emergency key. */
  async forceOpen(compartmentNumber: number): Promise<void> {
    this.send({ kind: "forceDoorOpen", compartmentNumber });
    await this.waitOpen(compartmentNumber);
  }

  async putBag(compartmentNumber: number): Promise<void> {
    this.send({ kind: "put", compartmentNumber, thing: "bag" });
    const isIn = () =>
      this.#state?.doors.find((door) => door.compartmentNumber === compartmentNumber)?.inside === "bag";
    await until(isIn, { what: `a bag lies in compartment ${compartmentNumber}` });
  }

  /** Holds a code before the scanner. */
  hold(text: string): void {
    this.send({ kind: "hold", text });
  }

  /** Numbers painted on the doors that stand there. */
  async doors(): Promise<readonly number[]> {
    const state = await until(() => this.#state, { what: "the desk says how its cabinet stands" });
    return state.doors.map(({ compartmentNumber }) => compartmentNumber);
  }

  send(command: DeskCommand): void {
    this.#socket?.send(JSON.stringify(command));
  }

  close(): void {
    this.#isOver = true;
    this.#socket?.close();
  }

  #openDoors(): readonly number[] {
    return (this.#state?.doors ?? []).flatMap(({ door, compartmentNumber }) =>
      door === "open" ? [compartmentNumber] : [],
    );
  }

  #connect(): void {
    const address = `${this.#origin.replace(/^http/, "ws")}${DESK_PATH}`;
    const socket = new WebSocket(address, { origin: this.#origin, headers: { cookie: this.#cookie } });
    this.#socket = socket;
    socket.on("message", (data) => {
      // The controller is the other end; its messages are the contract's.
      const message = JSON.parse(String(data)) as DeskMessage;
      if (message.type !== "desk") return;
      const before = this.#openDoors();
      this.#state = message.state;
      this.opened.push(...this.#openDoors().filter((door) => !before.includes(door)));
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      if (!this.#isOver) setTimeout(() => this.#connect(), AGAIN_AFTER_MS);
    });
  }
}
