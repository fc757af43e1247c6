import { WebSocket } from "ws";
import { CHANNEL_PATH, type ControllerMessage, type PageMessage, type Snapshot } from "#core/contract/channel.ts";
import type { Intent } from "#core/contract/intent.ts";
import type { ScreenName, ScreenOf } from "#core/contract/screen.ts";
import type { TechnicianView } from "#core/contract/technician.ts";

/** Longest wait for a screen, milliseconds. */
const SCREEN_TIMEOUT_MS = 30_000;

/** A page without a picture: it speaks the local channel as the touch screen does. */
export class ScreenClient {
  readonly #socket: WebSocket;
  readonly #watchers = new Set<() => void>();
  /** Live views of technician mode, oldest first. */
  readonly views: TechnicianView[] = [];
  #snapshot: Snapshot | undefined;
  #isClosed = false;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on("message", (data) => {
      // The controller is the other end; its messages are the contract's.
      const message = JSON.parse(String(data)) as ControllerMessage;
      if (message.type === "snapshot") this.#snapshot = message.snapshot;
      if (message.type === "technician") this.views.push(message.view);
      this.#tell();
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      this.#isClosed = true;
      this.#tell();
    });
  }

  /** Enters with the address that the controller printed, as a browser does: launch code, cookie, WebSocket. */
  static async enter(launchUrl: string): Promise<ScreenClient> {
    return ScreenClient.comeBack(new URL(launchUrl).origin, await redeemLaunch(launchUrl));
  }

  /** Opens the channel as a page does that was let in before: with its cookie. */
  static async comeBack(origin: string, cookie: string): Promise<ScreenClient> {
    const socket = new WebSocket(`${origin.replace(/^http/, "ws")}${CHANNEL_PATH}`, { origin, headers: { cookie } });
    const client = new ScreenClient(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once("open", () => resolve());
      socket.once("error", reject);
    });
    return client;
  }

  /** The newest snapshot; throws before the first. */
  get snapshot(): Snapshot {
    if (this.#snapshot === undefined) throw new Error("The controller has published no snapshot yet.");
    return this.#snapshot;
  }

  /** Touches: the intent answers the snapshot that is on the screen now. */
  touch(intent: Intent): void {
    this.#send({ type: "intent", revision: this.snapshot.revision, intent });
  }

  /** The camera of the page read this code. */
  show(text: string): void {
    this.#send({ type: "scan", source: "camera", symbology: "qrCode", text });
  }

  /** Waits for a screen that is as `isRight` says; an error names the screen that was there instead. */
  async waitFor<Name extends ScreenName>(
    name: Name,
    isRight: (screen: ScreenOf<Name>) => boolean = () => true,
  ): Promise<ScreenOf<Name>> {
    const found = (): ScreenOf<Name> | undefined => {
      const screen = this.#snapshot?.screen;
      // The name was compared: the variant is this one.
      return screen?.name === name && isRight(screen as ScreenOf<Name>) ? (screen as ScreenOf<Name>) : undefined;
    };
    await this.waitUntil(() => found() !== undefined, `the screen "${name}"`);
    const screen = found();
    if (screen === undefined) throw new Error(`The screen "${name}" went away at once.`);
    return screen;
  }

  /** Waits until the newest snapshot is as wanted. */
  waitUntil(isRight: (snapshot: Snapshot) => boolean, what: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (error?: Error): void => {
        clearTimeout(timer);
        this.#watchers.delete(look);
        if (error) reject(error);
        else resolve();
      };
      const instead = (): string => JSON.stringify(this.#snapshot?.screen ?? "nothing");
      const look = (): void => {
        if (this.#snapshot !== undefined && isRight(this.#snapshot)) end();
        else if (this.#isClosed) end(new Error(`The channel closed before ${what} came; last was ${instead()}.`));
      };
      const timer = setTimeout(
        () => end(new Error(`Waited ${SCREEN_TIMEOUT_MS} ms in vain for ${what}; there is ${instead()}.`)),
        SCREEN_TIMEOUT_MS,
      );
      this.#watchers.add(look);
      look();
    });
  }

  close(): void {
    this.#socket.terminate();
  }

  #send(message: PageMessage): void {
    this.#socket.send(JSON.stringify(message));
  }

  #tell(): void {
    for (const look of this.#watchers) look();
  }
}

/** Exchanges the launch code in the address that the controller printed for a cookie; each code works once. */
export async function redeemLaunch(launchUrl: string): Promise<string> {
  const answer = await fetch(launchUrl, { redirect: "manual" });
  const [cookie = ""] = (answer.headers.get("set-cookie") ?? "").split(";");
  return cookie;
}
