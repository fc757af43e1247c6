import { systemClock } from "#device/transport/systemClock.ts";
import { registryFolders } from "../registry/kioskRegistry.ts";
import { type Answer, type CommandWorld, WrongUse } from "./command.ts";
import { commands } from "./commands.ts";

/** Exit status of a wrong command line or configuration. */
const WRONG_USE = 2;

const USAGE = `Usage: npm run -s kioskctl -- COMMAND [options] [--json] [--help]
${commands.map(({ name, summary }) => `  ${name.padEnd(12)}${summary}`).join("\n")}
Exit status: 0 done, 1 the device says no, 2 wrong use. With --json, one JSON document on standard output.`;

const args = process.argv.slice(2);
const isJson = args.includes("--json");
process.exitCode = await run(args.filter((arg) => arg !== "--json"));
// Whoever feeds standard input may leave it open: the program ends all the same.
process.stdin.destroy();

async function run([name, ...rest]: readonly string[]): Promise<number> {
  const command = commands.find((known) => known.name === name);
  if (command === undefined || rest.includes("--help")) {
    const isAsked = command !== undefined || name === "--help" || name === "help";
    return isAsked ? help(command?.usage ?? USAGE) : wrongUse(USAGE);
  }
  try {
    return print(await command.run(rest, worldOf()));
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    return wrongUse(`${error.message}\n\nUsage: ${command.usage}`, error.message);
  }
}

function worldOf(): CommandWorld {
  return {
    clock: systemClock(),
    registryFolders: registryFolders(process.env),
    isJson,
    show: (line) => void (isJson || process.stdout.write(`${line}\n`)),
    tell: (line) => void process.stderr.write(`${line}\n`),
    stdin: process.stdin,
  };
}

function print({ status, json, text, problem }: Answer): number {
  if (isJson) process.stdout.write(`${JSON.stringify(json)}\n`);
  else if (status === 0 && text !== "") process.stdout.write(`${text}\n`);
  else if (status !== 0 && text !== problem) process.stdout.write(`${text}\n`);
  if (problem !== undefined) process.stderr.write(`${problem}\n`);
  return status;
}

function help(usage: string): number {
  if (isJson) process.stdout.write(`${JSON.stringify({ usage })}\n`);
  else process.stdout.write(`${usage}\n`);
  return 0;
}

function wrongUse(words: string, sentence = "Wrong use: name a command."): number {
  if (isJson) process.stdout.write(`${JSON.stringify({ error: sentence })}\n`);
  process.stderr.write(`${words}\n`);
  return WRONG_USE;
}
