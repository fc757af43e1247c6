import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { ShellChoice } from "./chooseShell.ts";

/** The cabinet page with the touch screen in it, on a desk monitor. */
const WINDOW_SIZE = "1440,900";

/** The pages to show. The cabinet page holds the touch screen, unless that has a window of its own. */
export type Windows = { readonly screenUrl: string; readonly cabinetUrl: string };

/**
 * Opens the windows that were chosen and returns the processes to end with the rest. A browser that refuses to start
 * is no failure of the kiosk: the addresses are printed anyway.
 * @param options.dataFolder where the browser keeps its profile
 */
export function openWindows(
  choice: ShellChoice,
  { screenUrl, cabinetUrl }: Windows,
  { root, dataFolder }: { root: string; dataFolder: string },
): readonly ChildProcess[] {
  if (choice.kind === "none") return [];
  // Neither browser runs its sandbox as root; a real kiosk runs the shell as an ordinary user, with the sandbox.
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  if (choice.kind === "electron") {
    const env = { KIOSK_LAUNCH_URL: screenUrl, KIOSK_WINDOWED: "1" };
    const shell = start(choice.binary, [...asRoot, join(root, "dist", "electron", "main.mjs")], env);
    // The kiosk has one screen, and it has a window of its own here.
    return [shell, start("xdg-open", [`${cabinetUrl}#screen-elsewhere`])];
  }
  const profile = `--user-data-dir=${join(dataFolder, "browser")}`;
  const flags = [profile, "--no-first-run", "--no-default-browser-check", "--disable-features=Translate"];
  return [start(choice.binary, [...asRoot, ...flags, `--app=${cabinetUrl}`, `--window-size=${WINDOW_SIZE}`])];
}

function start(binary: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  const child = spawn(binary, [...args], { stdio: "ignore", env: { ...process.env, ...env } });
  child.on("error", () => {});
  return child;
}
