import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./cuttableLine.ts";
import { DeskHands } from "./deskHands.ts";
import { type Program, startProgram } from "./program.ts";
import { redeemLaunch } from "./screenClient.ts";

const SCREEN_LINE = /^ {2}touch screen +(\S+)$/;

/** What `npm start -- --new-machine` starts: a kiosk that does not know its boards, supervised as on a desk. */
export class NewMachine {
  readonly folder: string;
  readonly hands: DeskHands;
  /** The address that lets a page in. */
  readonly launchUrl: string;
  readonly #desk: Program;

  private constructor(parts: Pick<NewMachine, "folder" | "hands" | "launchUrl"> & { readonly desk: Program }) {
    this.folder = parts.folder;
    this.hands = parts.hands;
    this.launchUrl = parts.launchUrl;
    this.#desk = parts.desk;
  }

  static async start(): Promise<NewMachine> {
    const folder = mkdtempSync(join(tmpdir(), "dossier-kiosk-new-"));
    const port = String(await freePort());
    const args = ["scripts/start/main.ts", "--new-machine", "--no-open", "--port-base", port, "--data", folder];
    const isReady = (line: string) => SCREEN_LINE.test(line);
    const desk = await startProgram({ command: process.execPath, args, isReady });
    const launchUrl = SCREEN_LINE.exec(desk.readyLine)?.[1] ?? "";
    const hands = new DeskHands(new URL(launchUrl).origin, await redeemLaunch(launchUrl));
    return new NewMachine({ folder, hands, launchUrl, desk });
  }

  /** The kiosk's database. */
  get logPath(): string {
    return join(this.folder, "kiosk", "kiosk.db");
  }

  /** Where the wizard writes. */
  get profilePath(): string {
    return join(this.folder, "kiosk", "hardware.json");
  }

  async close(): Promise<void> {
    this.hands.close();
    await this.#desk.signal("SIGTERM");
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
