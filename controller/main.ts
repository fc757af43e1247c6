import { systemClock } from "#device/transport/systemClock.ts";
import type { Channel } from "./channel/createChannel.ts";
import { KioskProgram } from "./closed/kioskProgram.ts";
import { type LoadedConfig, loadConfig } from "./config/loadConfig.ts";
import { createLogger } from "./logger.ts";
import { type CommandLine, readCommandLine } from "./options.ts";
import { registryFolders } from "./registry/kioskRegistry.ts";
import { healWithoutLoss } from "./storeHealth/healWithoutLoss.ts";
import { serviceManager } from "./supervision/systemdNotify.ts";
import { systemSurroundings } from "./surroundings.ts";

/** Exit status of a wrong command line or configuration. */
const WRONG_USE = 2;

/** Longest time for a tidy end, milliseconds. */
const STOP_WITHIN_MS = 3_000;

const commandLine = readCommandLine(process.argv.slice(2));
if (!commandLine.ok) giveUp([commandLine.error]);
const loaded = loadConfig(commandLine.value.configPath, commandLine.value);
if (!loaded.ok) giveUp(loaded.error);
await run(withOverrides(loaded.value, commandLine.value));

async function run(config: LoadedConfig): Promise<void> {
  const [registryFolder] = registryFolders(process.env);
  const logger = createLogger();
  process.on("uncaughtException", (error) => {
    logger.fatal({ err: error }, "A defect stopped the controller; whoever supervises it starts it again.");
    process.exit(1);
  });
  const manager = serviceManager(process.env);
  const surroundings = systemSurroundings();
  const program: KioskProgram = new KioskProgram({
    loaded: config,
    surroundings,
    logger,
    heal: healWithoutLoss(config, surroundings, (fields, sentence) => logger.warn(fields, sentence)),
    manager,
    registryFolder,
    endProgram: () => end(),
    announce,
  });
  const end = (): void => {
    // Everything that matters is on the disk already: a device that does not let go must not keep the process.
    systemClock().after(STOP_WITHIN_MS, () => process.exit(0));
    void program.stop().finally(() => process.exit(0));
  };
  await program.start().catch((error: unknown) => giveUp([error instanceof Error ? error.message : String(error)]));
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, end);
  }
}

/** The supervisor's protocol on standard output. */
function announce({ channel, hasDesk }: { readonly channel: Channel; readonly hasDesk: boolean }): void {
  if (hasDesk) process.stdout.write(`address cabinet ${channel.launchUrl("/desk/")}\n`);
  process.stdout.write(`ready ${channel.launchUrl()}\n`);
}

/** The command line wins over the file. */
function withOverrides(found: LoadedConfig, { port, backOfficeUrl }: CommandLine): LoadedConfig {
  const { config } = found;
  return {
    ...found,
    config: {
      ...config,
      ...(port === undefined ? {} : { listen: { port } }),
      ...(backOfficeUrl === undefined ? {} : { backOffice: { ...config.backOffice, url: backOfficeUrl } }),
    },
  };
}

function giveUp(sentences: readonly string[]): never {
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
  process.exit(WRONG_USE);
}
