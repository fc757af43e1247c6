import type { WebSocket } from "ws";
import { parseJson } from "#core/base/parseJson.ts";
import { type ControllerMessage, PageMessage, type Setup, type Snapshot } from "#core/contract/channel.ts";
import type { Intent } from "#core/contract/intent.ts";
import type { TechnicianView } from "#core/contract/technician.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import type { Scan } from "#core/interfaces/scanner.ts";
import type { Logger } from "../logger.ts";
import { createMessageRate } from "./messageRate.ts";

/** What the page tells the controller. Stale revisions are the runner's to judge. */
export interface PageListener {
  onIntent(revision: number, intent: Intent): void;
  /** A code that the page read with its camera or from a scanner that types like a keyboard. */
  onScan(scan: Scan): void;
  /** `off` also when the page goes away. */
  onCamera(state: "on" | "off" | "denied" | "missing"): void;
}

export interface ScreenLinkOptions {
  readonly setup: Setup;
  readonly listener: PageListener;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** RFC 6455 section 7.4.1: the message violates the policy of the endpoint. */
const POLICY_VIOLATION = 1008;
/** Bytes that may wait for a page that does not read; then it is cut off and comes back with the newest snapshot. */
const UNREAD_BYTES = 4_194_304;

const UNREAD_VIEW_BYTES = 262_144;

/** The one page that is the kiosk's screen: a newer one replaces it. */
export class ScreenLink {
  readonly #options: ScreenLinkOptions;
  #page: WebSocket | undefined;
  #latest: Snapshot | undefined;

  constructor(options: ScreenLinkOptions) {
    this.#options = options;
  }

  get hasPage(): boolean {
    return this.#page !== undefined;
  }

  attach(page: WebSocket): void {
    const older = this.#page;
    this.#page = page;
    if (older) {
      send(older, { type: "replaced" });
      older.close();
      this.#options.listener.onCamera("off");
    }
    const rate = createMessageRate();
    page.on("message", (data, isBinary) => {
      if (this.#page !== page) return;
      if (isBinary || !rate.take(this.#options.clock.monotonicMs())) return this.#refuse(page, "too many messages");
      this.#receive(page, String(data));
    });
    // `ws` closes the connection itself after an error, such as a message that is too long.
    page.on("error", () => this.#options.logger.warn("A page's connection failed."));
    page.on("close", () => {
      if (this.#page !== page) return;
      this.#page = undefined;
      this.#options.listener.onCamera("off");
    });
    send(page, { type: "setup", setup: this.#options.setup });
    if (this.#latest) send(page, { type: "snapshot", snapshot: this.#latest });
  }

  publish(snapshot: Snapshot): void {
    this.#latest = snapshot;
    if (this.#page === undefined) return;
    if (this.#page.bufferedAmount > UNREAD_BYTES) this.#page.terminate();
    else send(this.#page, { type: "snapshot", snapshot });
  }

  /** Live facts for the technician's screen; one that the page has no time for is left out, the next is newer. */
  sendView(view: TechnicianView): void {
    if (this.#page === undefined || this.#page.bufferedAmount > UNREAD_VIEW_BYTES) return;
    send(this.#page, { type: "technician", view });
  }

  #receive(page: WebSocket, text: string): void {
    const message = PageMessage.safeParse(parseJson(text));
    if (!message.success) return this.#refuse(page, "a message that the contract does not know");
    const { listener } = this.#options;
    switch (message.data.type) {
      case "intent":
        return listener.onIntent(message.data.revision, message.data.intent);
      case "scan": {
        const { source, symbology, text } = message.data;
        return listener.onScan({ source, symbology, text });
      }
      case "camera":
        return listener.onCamera(message.data.state);
    }
  }

  #refuse(page: WebSocket, why: string): void {
    this.#options.logger.warn({ why }, "A page was cut off.");
    page.close(POLICY_VIOLATION);
  }
}

function send(page: WebSocket, message: ControllerMessage): void {
  if (page.readyState === page.OPEN) page.send(JSON.stringify(message));
}
