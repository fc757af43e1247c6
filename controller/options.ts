import { parseArgs } from "node:util";
import { failed, ok, type Result } from "#core/base/result.ts";

/** What the command line says; flags override the configuration file. */
export interface CommandLine {
  readonly configPath: string;
  readonly dataDir?: string | undefined;
  readonly port?: number | undefined;
  readonly backOfficeUrl?: string | undefined;
}

const USAGE = "Usage: npm run kiosk -- --config FILE [--data FOLDER] [--port NUMBER] [--back-office URL]";

/** Reads the command line; fails with a sentence that says how it is used. */
export function readCommandLine(args: readonly string[]): Result<CommandLine, string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        config: { type: "string" },
        data: { type: "string" },
        port: { type: "string" },
        "back-office": { type: "string" },
      },
    });
    const { config, data, port: portText, "back-office": backOfficeUrl } = values;
    if (config === undefined) return failed(`The configuration file is missing. ${USAGE}`);
    const port = portText === undefined ? undefined : Number(portText);
    if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
      return failed(`--port must be a number from 0 to 65535, not "${portText}". ${USAGE}`);
    }
    return ok({ configPath: config, dataDir: data, port, backOfficeUrl });
  } catch (error) {
    return failed(`${error instanceof Error ? error.message : String(error)} ${USAGE}`);
  }
}
