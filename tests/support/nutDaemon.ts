import { chmodSync, existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { freePort } from "./rig/cuttableLine.ts";
import { type Program, startProgram } from "./rig/program.ts";
import { until } from "./until.ts";

/** The real `upsd` with the driver of a UPS that stands in a file. Needs Debian's nut-server. */
export interface NutDaemon {
  readonly port: number;
  /** Writes what the UPS says from now on, one `name: value` for each variable. */
  say(variables: Readonly<Record<string, string>>): void;
  readonly driver: Program;
  readonly daemon: Program;
  /** Starts the daemon again on the same port, after it was ended. */
  restartDaemon(): Promise<void>;
  stop(): Promise<void>;
}

/** Data older than this is stale, seconds; the driver looks at its file every second. */
const MAX_AGE_S = 3;
const FOLDERS = ["/lib/nut", "/usr/lib/nut"];

/** Starts both on a free port with their files in `folder`. The UPS is called `kiosk`. */
export async function startNutDaemon(
  folder: string,
  variables: Readonly<Record<string, string>>,
  users = "",
): Promise<NutDaemon> {
  const port = await freePort();
  const stateFolder = join(folder, "state");
  mkdirSync(stateFolder, { recursive: true });
  const devicePath = join(folder, "kiosk.dev");
  const say: NutDaemon["say"] = (said) => {
    const text = Object.entries(said).map(([name, value]) => `${name}: ${value}\n`);
    // Renamed into place: the driver never reads half of it.
    writeFileSync(`${devicePath}.new`, text.join(""));
    renameSync(`${devicePath}.new`, devicePath);
  };
  say(variables);
  writeConfig(
    folder,
    "ups.conf",
    `[kiosk]\ndriver = dummy-ups\nport = ${devicePath}\nmode = dummy-loop\npollinterval = 1\n`,
  );
  writeConfig(folder, "upsd.conf", `LISTEN 127.0.0.1 ${port}\nMAXAGE ${MAX_AGE_S}\n`);
  writeConfig(folder, "upsd.users", users);
  const env = `NUT_CONFPATH=${folder} NUT_STATEPATH=${stateFolder} NUT_ALTPIDPATH=${stateFolder}`.split(" ");
  const run = (program: string, args: readonly string[], ready: string): Promise<Program> =>
    startProgram({
      command: "env",
      args: [...env, nutProgram(program), "-D", ...args, "-u", userInfo().username],
      readyOn: "stderr",
      isReady: (line) => line.includes(ready),
    });
  const driver = await run("dummy-ups", ["-a", "kiosk"], "upsdrv_updateinfo");
  await until(() => existsSync(join(stateFolder, "dummy-ups-kiosk")), { what: "the driver's socket" });
  const startDaemon = (): Promise<Program> => run("upsd", [], "listening on");
  let daemon = await startDaemon();
  return {
    port,
    say,
    driver,
    get daemon() {
      return daemon;
    },
    restartDaemon: async () => {
      daemon = await startDaemon();
    },
    stop: async () => {
      await Promise.all([driver.signal("SIGKILL"), daemon.signal("SIGKILL")]);
    },
  };
}

function writeConfig(folder: string, name: string, text: string): void {
  writeFileSync(join(folder, name), text);
  chmodSync(join(folder, name), 0o640);
}

function nutProgram(name: string): string {
  const folder = FOLDERS.find((candidate) => existsSync(join(candidate, name)));
  if (folder === undefined) throw new Error(`There is no ${name}. Install it with: apt-get install nut-server`);
  return join(folder, name);
}
