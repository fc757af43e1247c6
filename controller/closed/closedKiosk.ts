import { fileURLToPath } from "node:url";
import type { Snapshot } from "#core/contract/channel.ts";
import type { Intent } from "#core/contract/intent.ts";
import { defaultPreferences } from "#flow/state.ts";
import { type Channel, createChannel } from "../channel/createChannel.ts";
import { openKeys } from "../keys/openKeys.ts";
import type { KioskOptions } from "../kiosk.ts";
import { counterOpensAtMs, makeSetup } from "../setup.ts";
import type { StoreTrouble } from "../storeHealth/storeTrouble.ts";
import { Watchdog } from "../supervision/watchdog.ts";
import { startClosedControl } from "./closedControl.ts";
import { faultCode } from "./faultCode.ts";

/** A kiosk that cannot open its store: it serves one screen, answers `kioskctl`, and moves nothing. */
export interface ClosedKiosk {
  readonly channel: Channel;
  /** What is wrong now. */
  show(trouble: StoreTrouble): void;
  close(): Promise<void>;
}

/** How long a language that somebody chose stays, milliseconds. */
const PREFERENCES_MS = 60_000;

/** Serves the screen of a closed kiosk. Rejects with a sentence where the port is taken. */
export async function openClosedKiosk(options: KioskOptions, trouble: StoreTrouble): Promise<ClosedKiosk> {
  const { loaded, surroundings, logger, manager } = options;
  const { clock } = surroundings;
  const screen = new ClosedScreen(options, trouble);
  const channel = await createChannel({
    port: loaded.config.listen.port,
    session: sessionOf(options),
    pagesFolder: fileURLToPath(new URL("../../dist/renderer", import.meta.url)),
    setup: makeSetup(loaded),
    clock,
    logger,
    listener: { onIntent: (_, intent) => screen.take(intent), onScan: () => {}, onCamera: () => {} },
    pictureFor: () => undefined,
  });
  screen.onSnapshot((snapshot) => channel.publish(snapshot));
  const control = await startClosedControl(options, () => screen.trouble);
  const status = () => `Closed: ${screen.trouble.message}`;
  // The disk and the wires are let alone: being closed is no reason to be started again.
  const idle = { wires: { idle: () => [] }, disk: { write: async () => {}, unwrittenMs: 0, fault: undefined } };
  const watchdog = manager && new Watchdog({ manager, clock, logger, ...idle, status });
  watchdog?.start();
  return {
    channel,
    show: (next) => screen.show(next),
    close: async () => {
      watchdog?.rest();
      screen.stop();
      await Promise.all([channel.close(), control.close()]);
    },
  };
}

/** Pages that were let in before stay; where the keys cannot be read, every page of this machine sees that it is closed. */
function sessionOf({ loaded, surroundings }: KioskOptions) {
  const { randomBytes } = surroundings;
  const common = { randomBytes, isLaunchReusable: loaded.config.desk !== undefined, isOpenToAll: true };
  try {
    return { ...common, key: openKeys(loaded.config.keysDir, { mayCreate: false, randomBytes }).channelKey };
  } catch {
    return { ...common, key: randomBytes(32) };
  }
}

/** What the page draws. */
class ClosedScreen {
  readonly #options: KioskOptions;
  #trouble: StoreTrouble;
  #preferences = defaultPreferences;
  #revision = 0;
  #listener: (snapshot: Snapshot) => void = () => {};
  #cancel: () => void = () => {};

  constructor(options: KioskOptions, trouble: StoreTrouble) {
    this.#options = options;
    this.#trouble = trouble;
  }

  get trouble(): StoreTrouble {
    return this.#trouble;
  }

  onSnapshot(listener: (snapshot: Snapshot) => void): void {
    this.#listener = listener;
    this.#publish();
  }

  show(trouble: StoreTrouble): void {
    this.#trouble = trouble;
    this.#publish();
  }

  /** Nothing can be asked of a closed kiosk but another language or size. */
  take(intent: Intent): void {
    if (intent.kind !== "setPreferences") return;
    this.#preferences = intent.preferences;
    this.#publish();
    this.#cancel();
    this.#cancel = this.#options.surroundings.clock.after(PREFERENCES_MS, () => {
      this.#preferences = defaultPreferences;
      this.#publish();
    });
  }

  stop(): void {
    this.#cancel();
  }

  #publish(): void {
    const { loaded, surroundings } = this.#options;
    const nowMs = surroundings.clock.wallMs();
    const { reason } = this.#trouble;
    this.#revision += 1;
    this.#listener({
      revision: this.#revision,
      nowMs,
      screen: { name: "closed", reason, code: faultCode(loaded.config.kioskNumber, reason) },
      visitId: "0".repeat(32),
      preferences: this.#preferences,
      doors: [],
      counterOpensAtMs: counterOpensAtMs(loaded.calendar, nowMs),
      wantsScan: false,
      network: "offline",
    });
  }
}
