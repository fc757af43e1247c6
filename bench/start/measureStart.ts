import { type Browser, chromium } from "playwright-core";
import { startNodeProgram } from "#tests/support/rig/program.ts";
import { ScreenClient } from "#tests/support/rig/screenClient.ts";
import { type KioskWires, startKioskWires } from "../kioskWires.ts";

/** How long a cold start took, milliseconds: a new process on an empty data folder, a browser with a new profile. */
export interface StartTimes {
  /** From the start of the controller's process to the idle screen's snapshot over the channel. */
  readonly firstSnapshot: readonly number[];
  /** From the start of the controller's process to the idle screen drawn in Chromium, which starts once it is ready. */
  readonly pageDrawn: readonly number[];
}

/** The idle screen's first button: a deposit can begin. */
const DEPOSIT_BUTTON = /Nộp hồ sơ/;

/** `folderFor` makes an empty folder. `chromiumPath`: the browser's program. */
export async function measureStart(
  folderFor: (name: string) => string,
  starts: number,
  chromiumPath: string,
): Promise<StartTimes> {
  const times = { firstSnapshot: [] as number[], pageDrawn: [] as number[] };
  for (let start = 0; start < starts; start += 1) {
    times.firstSnapshot.push(await timeStart(folderFor(`snapshot${start}`), showSnapshot));
    times.pageDrawn.push(await timeStart(folderFor(`page${start}`), (url) => showPage(url, chromiumPath)));
  }
  return times;
}

/** Shows the idle screen and returns how to end that. */
type Show = (launchUrl: string) => Promise<() => Promise<void>>;

async function timeStart(folder: string, show: Show): Promise<number> {
  const wires: KioskWires = await startKioskWires(folder);
  try {
    const startMs = performance.now();
    const controller = await startNodeProgram("controller/main.ts", wires.controllerArgs);
    try {
      const end = await show(controller.readyLine.slice("ready ".length));
      const tookMs = performance.now() - startMs;
      await end();
      return tookMs;
    } finally {
      await controller.signal("SIGKILL");
    }
  } finally {
    await wires.close();
  }
}

async function showSnapshot(launchUrl: string): Promise<() => Promise<void>> {
  const screen = await ScreenClient.enter(launchUrl);
  await screen.waitFor("home");
  return async () => screen.close();
}

async function showPage(launchUrl: string, executablePath: string): Promise<() => Promise<void>> {
  // Chromium's sandbox does not run as root.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser: Browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage({ viewport: { width: 1_080, height: 1_920 } });
    await page.goto(launchUrl, { waitUntil: "commit" });
    await page.getByRole("button", { name: DEPOSIT_BUTTON }).first().waitFor({ state: "visible", timeout: 30_000 });
    return () => browser.close();
  } catch (error) {
    await browser.close();
    throw error;
  }
}
