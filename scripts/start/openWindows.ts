import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { ShellChoice } from "./chooseShell.ts";

/** Half of the kiosk's 1080×1920 screen, which fits a desk monitor. */
const WINDOW_SIZE = "540,960";

/** The pages to show: the touch screen in the shell, the cabinet beside it. */
export type Windows = { readonly screenUrl: string; readonly cabinetUrl: string };

/**
 * Opens the windows that were chosen and returns the processes to end with the rest. A browser that refuses to start
 * is no failure of the kiosk: the addresses are printed anyway.
 * @param options.dataFolder where the browser keeps its profile
 */
export function openWindows(
  choice: ShellChoice,
  { screenUrl, cabinetUrl: deskUrl }: Windows,
  { root, dataFolder }: { root: string; dataFolder: string },
): readonly ChildProcess[] {
  if (choice.kind === "none") return [];
  // The kiosk has one screen, and it has a window of its own here.
  const cabinetUrl = `${deskUrl}#screen-elsewhere`;
  // Neither browser runs its sandbox as root; a real kiosk runs the shell as an ordinary user, with the sandbox.
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  if (choice.kind === "electron") {
    const env = { KIOSK_LAUNCH_URL: screenUrl, KIOSK_WINDOWED: "1" };
    const shell = start(choice.binary, [...asRoot, join(root, "dist", "electron", "main.mjs")], env);
    return [shell, start("xdg-open", [cabinetUrl])];
  }
  const profile = `--user-data-dir=${join(dataFolder, "browser")}`;
  const common = [...asRoot, profile, "--no-first-run", "--no-default-browser-check"];
  return [
    start(choice.binary, [...common, `--app=${screenUrl}`, `--window-size=${WINDOW_SIZE}`, "--window-position=0,0"]),
    start(choice.binary, [...common, `--app=${cabinetUrl}`, "--window-size=900,960", "--window-position=560,0"]),
  ];
}

function start(binary: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  const child = spawn(binary, [...args], { stdio: "ignore", env: { ...process.env, ...env } });
  child.on("error", () => {});
  return child;
}
