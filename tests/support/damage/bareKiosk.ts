import { join } from "node:path";
import { onTestFinished } from "vitest";
import { freePort } from "../rig/cuttableLine.ts";
import { isReadyLine, type Program, startProgram } from "../rig/program.ts";
import { writeRigConfig } from "../rig/rigConfig.ts";
import { ScreenClient } from "../rig/screenClient.ts";
import { until } from "../until.ts";

/** The real controller without any device: what its store meets is all that happens to it. */
export interface BareKiosk {
  readonly program: Program;
  readonly configPath: string;
  readonly launchUrl: string;
}

/** Writes the configuration of a kiosk whose data lie in `folder`/kiosk. */
export async function bareConfig(folder: string): Promise<string> {
  const nowhere = (name: string): string => join(folder, `no-${name}`);
  return writeRigConfig({
    folder,
    lockPath: nowhere("locks"),
    printerPath: nowhere("printer"),
    scannerPath: nowhere("scanner"),
    port: await freePort(),
    backOfficeUrl: `http://127.0.0.1:${await freePort()}`,
  }).path;
}

/** `env`: lines such as NAME=VALUE, for the controller. Ends with the test. */
export async function startBareKiosk(configPath: string, env: readonly string[] = []): Promise<BareKiosk> {
  const program = await startProgram({
    command: "env",
    args: [...env, process.execPath, "controller/main.ts", "--config", configPath],
    isReady: isReadyLine,
  });
  onTestFinished(async () => {
    if (program.isRunning) await program.signal("SIGKILL");
  });
  return { program, configPath, launchUrl: program.readyLine.slice("ready ".length) };
}

/** A page that comes back as the real one does: when its channel closes, it connects again with its cookie. */
export async function comeBack(origin: string, cookie: string): Promise<ScreenClient> {
  const page = await until(() => ScreenClient.comeBack(origin, cookie).catch(() => undefined), {
    what: "the channel opens again",
  });
  onTestFinished(() => page.close());
  return page;
}
