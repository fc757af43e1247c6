import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

/** What `npm start -- …` was asked for. */
export type StartOptions = {
  /** The kiosk's configuration, within the project. */
  readonly configFile: string;
  /** Where controller and back office keep their data, absolute. */
  readonly dataFolder: string;
  /** Back office on this port, the controller on the next one. */
  readonly backOfficePort: number;
  readonly controllerPort: number;
  /** Whether to open windows where there is a display. */
  readonly mayOpen: boolean;
};

/** Default of `--port-base`. */
const PORT_BASE = 8400;

/** What the flags are, one line each. */
export const START_HELP = `npm start -- [options]
  --data DIR       where the data lies (default ./data/desk)
  --port-base N    back office on port N, kiosk on port N+1 (default ${PORT_BASE})
  --no-open        print the addresses only, open no window
  --new-machine    a machine whose lock boards nobody has connected yet (data in ./data/new-machine)`;

/** Reads the flags; throws a sentence about the first that is wrong. */
export function parseStartOptions(args: readonly string[], workingFolder: string): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: "string" },
      "port-base": { type: "string", default: String(PORT_BASE) },
      "no-open": { type: "boolean", default: false },
      "new-machine": { type: "boolean", default: false },
    },
  });
  // Each with data of its own: what was commissioned on one says nothing of the other.
  const desk = values["new-machine"] ? "new-machine" : "desk";
  const portBase = Number(values["port-base"]);
  if (!Number.isInteger(portBase) || portBase < 1024 || portBase > 65_000) {
    throw new Error(`--port-base must be a number from 1024 to 65000; it is "${values["port-base"]}".`);
  }
  return {
    configFile: join("config", `${desk}.json`),
    dataFolder: resolve(workingFolder, values.data ?? join("data", desk)),
    backOfficePort: portBase,
    controllerPort: portBase + 1,
    mayOpen: !values["no-open"],
  };
}
