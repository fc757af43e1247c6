import type { BrowserWindow } from "electron";
import type { Launch } from "./launch.ts";
import { keepPage } from "./pageKeeper.ts";

/** Chromium's code for a load that was given up because another one began. */
const ABORTED = -3;

/** Loads the page and loads it again when it cannot be reached, crashes or freezes. */
export function setupRecovery(window: BrowserWindow, launch: Launch): void {
  const { webContents } = window;
  // The promise of loadURL rejects where `did-fail-load` fires too; the event is the one that counts.
  const load = (url: string) => void window.loadURL(url).catch(() => {});
  const after = (pauseMs: number, run: () => void) => void setTimeout(() => !window.isDestroyed() && run(), pauseMs);
  const keeper = keepPage(launch, { load, after, nowMs: () => performance.now() });
  let hasFailed = false;
  webContents.on("did-start-navigation", ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) hasFailed = false;
  });
  webContents.on("did-finish-load", () => {
    if (!hasFailed) keeper.onLoaded();
  });
  webContents.on("did-fail-load", (_event, code, _description, _url, isMainFrame) => {
    if (!isMainFrame || code === ABORTED) return;
    hasFailed = true;
    keeper.onFailed();
  });
  webContents.on("render-process-gone", () => keeper.onFailed());
  window.on("unresponsive", () => {
    // A frozen page answers nothing; only ending its process makes room for a new one.
    webContents.forcefullyCrashRenderer();
    keeper.onFailed();
  });
}
