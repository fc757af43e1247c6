import { resolve } from "node:path";
import { type ReadinessLine, type ReadinessReport, readinessReport } from "#core/domain/readiness.ts";
import type { LoadedConfig } from "../config/loadConfig.ts";
import { deviceLinesFrom, deviceLinesOf } from "../doctor/deviceChecks.ts";
import { clockLine, databaseLine, diskLine, hardwareLine, keysLine, officeLine } from "../doctor/machineChecks.ts";
import { writeReadinessPdf } from "../doctor/readinessPdf.ts";
import { type Answer, type Command, type CommandWorld, readFlags } from "./command.ts";
import { kioskConfigOf } from "./kioskConfigOf.ts";
import { runningController } from "./portOwner.ts";

export const doctorCommand: Command = {
  name: "doctor",
  summary: "the readiness report: everything that must work before citizens come",
  usage: `npm run -s kioskctl -- doctor [--config FILE] [--pdf FILE]
  --config FILE   kiosk.json; by default that of the kiosk on this machine
  --pdf FILE      writes the report as PDF too
Works with and without a running controller; moves no lock and prints nothing.`,
  run: async (args, world): Promise<Answer> => {
    const { values } = readFlags(args, { config: { type: "string" }, pdf: { type: "string" } });
    const loaded = kioskConfigOf(values.config, world);
    const { kioskNumber, office } = loaded.config;
    const atMs = world.clock.wallMs();
    const report = readinessReport({ kioskNumber, office: office.name.vi, atMs }, await linesOf(loaded, world));
    if (values.pdf !== undefined) await writeReadinessPdf(resolve(values.pdf), report);
    const text = textOf(report);
    if (report.isReady) return { status: 0, json: report, text };
    return { status: 1, json: report, text, problem: "The kiosk is not ready for service." };
  },
};

async function linesOf({ config, configPath }: LoadedConfig, world: CommandWorld): Promise<ReadinessLine[]> {
  return [
    { subject: "configuration", state: "ok", fact: configPath },
    hardwareLine(config),
    ...(await deviceLines(config, configPath, world)),
    diskLine(config),
    databaseLine(config),
    keysLine(config),
    clockLine(world.clock.wallMs()),
    await officeLine(config, fetch),
  ];
}

async function deviceLines(
  config: LoadedConfig["config"],
  configPath: string,
  world: CommandWorld,
): Promise<ReadinessLine[]> {
  const controller = await runningController(configPath, world);
  if (controller === undefined) return deviceLinesOf(config, world.clock);
  const answer = await controller.ask({ command: "facts" });
  if (answer.ok && answer.value.kind === "facts") return deviceLinesFrom(answer.value.facts);
  const fact = answer.ok ? "answers something else" : answer.error;
  return [{ subject: "controller", state: "notOk", fact, advice: "Restart the controller." }];
}

const MARKS: Readonly<Record<ReadinessLine["state"], string>> = {
  ok: "ok            ",
  notOk: "NOT OK        ",
  unknown: "unknown       ",
  notSupported: "not supported ",
};

function textOf({ kioskNumber, office, lines, isReady }: ReadinessReport): string {
  const shown = lines.map(({ subject, state, fact, advice }) => {
    return `${MARKS[state]}${subject}: ${fact}${advice === undefined ? "" : `\n${" ".repeat(14)}→ ${advice}`}`;
  });
  const verdict = isReady ? "Ready for service." : "Not ready for service.";
  return [`Kiosk ${kioskNumber}, ${office}`, ...shown, verdict].join("\n");
}
