import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import type { KioskRig } from "../rig/kioskRig.ts";
import { filmCamera } from "./cameraFile.ts";

/** Debian's browser. */
const CHROMIUM = "/usr/bin/chromium";

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--use-fake-ui-for-media-stream",
  "--use-fake-device-for-media-stream",
];

/** The kiosk's window: 21.5 inches upright. */
const PORTRAIT = { width: 1080, height: 1920 } as const;

type Remembered = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** Longest wait for anything on the screen, milliseconds. */
const SCREEN_TIMEOUT_MS = 30_000;

/** A real Chromium as the kiosk's screen, whose camera sees what the test holds before it. */
export class KioskBrowser {
  readonly #rig: Pick<KioskRig, "folder" | "launchUrl">;
  readonly #faults: string[] = [];
  #browser: Browser | undefined;
  #page: Page | undefined;
  #remembered: Remembered | undefined;
  #films = 0;

  constructor(rig: Pick<KioskRig, "folder" | "launchUrl">) {
    this.#rig = rig;
  }

  get page(): Page {
    if (this.#page === undefined) throw new Error("The browser was not opened.");
    return this.#page;
  }

  /** What lets this browser in, for another page of the same kiosk. */
  get cookie(): string {
    const [cookie] = this.#remembered?.cookies ?? [];
    if (cookie === undefined) throw new Error("The browser was not let in yet.");
    return `${cookie.name}=${cookie.value}`;
  }

  /** What went wrong inside the pages so far: uncaught errors and refused requests. */
  get faults(): readonly string[] {
    return this.#faults;
  }

  /**
   * Opens the screen, or opens it anew with another thing before the camera: the film is fixed for a browser's life, so
   * it starts again and comes back with its cookie to the step that the controller kept.
   */
  async open(code?: string): Promise<void> {
    await this.close();
    this.#films += 1;
    const film = await filmCamera(this.#rig.folder, `camera-${this.#films}`, code);
    this.#browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [...ARGS, `--use-file-for-fake-video-capture=${film}`],
    });
    const context = await this.#browser.newContext({
      viewport: PORTRAIT,
      locale: "vi-VN",
      permissions: ["camera"],
      ...(this.#remembered && { storageState: this.#remembered }),
    });
    context.setDefaultTimeout(SCREEN_TIMEOUT_MS);
    this.#page = await context.newPage();
    this.#page.on("pageerror", (error) => this.#faults.push(error.message));
    const { launchUrl } = this.#rig;
    await this.#page.goto(this.#remembered ? new URL(launchUrl).origin : launchUrl);
    this.#remembered = await context.storageState();
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    this.#browser = undefined;
  }
}
