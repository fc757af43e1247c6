// The desk: back office, controller with the simulated cabinet, and a window on the screen, until Ctrl-C.
import type { ChildProcess } from "node:child_process";
import { relative } from "node:path";
import { bundle } from "../build/bundle.ts";
import { buildStale, PAGES, projectRoot, SHELL } from "../build/targets.ts";
import { chooseShell } from "./chooseShell.ts";
import { fetchElectron, findChromium, findElectron } from "./findShell.ts";
import { openWindows } from "./openWindows.ts";
import { parseStartOptions, START_HELP, type StartOptions } from "./options.ts";
import { backOfficeProgram, controllerProgram } from "./programs.ts";
import { type StartedProgram, startProgram } from "./startProgram.ts";
import { end } from "./supervise.ts";

const say = (line: string) => console.log(line);

/** What runs and must end, in the order of starting. */
const running: { stop(): Promise<unknown> }[] = [];

try {
  const options = parseStartOptions(process.argv.slice(2), projectRoot);
  say(`Dossier kiosk on a desk; data in ${relative(projectRoot, options.dataFolder) || "."}. Ctrl-C ends it.`);
  stopOnSignals();
  await buildStale([...PAGES, SHELL], bundle, { root: projectRoot, say });
  await run(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  console.error(START_HELP);
  await stopAll();
  process.exit(1);
}

async function run(options: StartOptions): Promise<void> {
  let windows: readonly ChildProcess[] = [];
  const closeWindows = () => Promise.all(windows.map(end));
  running.push({ stop: closeWindows });

  const logFolder = `${options.dataFolder}/logs`;
  say("Starting the back office …");
  const onBack = () => say("The back office is back.");
  const backOffice = startProgram(backOfficeProgram(projectRoot, options), { logFolder, say, onBack });
  running.push(backOffice);
  const backOfficeUrl = await backOffice.ready;

  say("Starting the controller …");
  const controller: StartedProgram = startProgram(controllerProgram(projectRoot, options), {
    logFolder,
    say,
    // Pages that were let in come back by themselves; only new ones need the new launch code.
    onBack: (screenUrl) => printAddresses({ controller, screenUrl, backOfficeUrl }),
  });
  running.push(controller);
  windows = openShell({ controller, screenUrl: await controller.ready, backOfficeUrl }, options);
}

interface Addresses {
  readonly controller: StartedProgram;
  readonly screenUrl: string;
  readonly backOfficeUrl: string;
}

/** Prints where everything is and returns the cabinet's address. */
function printAddresses({ controller, screenUrl, backOfficeUrl }: Addresses): string {
  const cabinetUrl = controller.addresses.get("cabinet") ?? new URL("/desk/", screenUrl).href;
  say("");
  say(`  touch screen   ${screenUrl}`);
  say(`  cabinet        ${cabinetUrl}`);
  say(`  back office    ${backOfficeUrl}`);
  say("");
  return cabinetUrl;
}

function openShell(addresses: Addresses, options: StartOptions): readonly ChildProcess[] {
  const cabinetUrl = printAddresses(addresses);
  const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  const wantsElectron = options.mayOpen && hasDisplay;
  const choice = chooseShell({
    mayOpen: options.mayOpen,
    hasDisplay,
    electron: wantsElectron ? (findElectron(projectRoot) ?? tryElectron()) : undefined,
    chromium: findChromium(process.env.PATH ?? ""),
  });
  say(choice.reason);
  return openWindows(
    choice,
    { screenUrl: addresses.screenUrl, cabinetUrl },
    { root: projectRoot, dataFolder: options.dataFolder },
  );
}

function tryElectron(): string | undefined {
  say("Fetching Electron's program, for at most a minute …");
  return fetchElectron(projectRoot);
}

function stopOnSignals(): void {
  let isStopping = false;
  const onSignal = async () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    say("Ending …");
    await stopAll();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
}

async function stopAll(): Promise<void> {
  await Promise.all(running.map((program) => program.stop()));
}
