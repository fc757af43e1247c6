import { resolve } from "node:path";
import { type ReadinessLine, type ReadinessReport, readinessReport } from "#core/domain/readiness.ts";
import { sameWords } from "#core/readiness/bothWords.ts";
import { clockLine } from "#core/readiness/machineLines.ts";
import manifest from "../../package.json" with { type: "json" };
import type { LoadedConfig } from "../config/loadConfig.ts";
import { probedDeviceLines } from "../doctor/deviceChecks.ts";
import {
  configurationLine,
  dataDiskLine,
  hardwareLine,
  keysLine,
  lastBackupLine,
  logLine,
  officeLine,
} from "../doctor/machineChecks.ts";
import { writeDurably } from "../keys/durableFile.ts";
import { readinessPdf } from "../papers/readinessPdf.ts";
import { clockFactsOf } from "../time/clockFactsOf.ts";
import { type Answer, type Command, type CommandWorld, readFlags } from "./command.ts";
import { kioskConfigOf } from "./kioskConfigOf.ts";
import { runningController } from "./portOwner.ts";

export const doctorCommand: Command = {
  name: "doctor",
  summary: "the readiness report: everything that must work before citizens come",
  usage: `npm run -s kioskctl -- doctor [--config FILE] [--pdf FILE]
  --config FILE   kiosk.json; by default that of the kiosk on this machine
  --pdf FILE      writes the report as PDF too, in Vietnamese
Works with and without a running controller; moves no lock and prints nothing.`,
  run: async (args, world): Promise<Answer> => {
    const { values } = readFlags(args, { config: { type: "string" }, pdf: { type: "string" } });
    const loaded = kioskConfigOf(values.config, world);
    const { kioskNumber, office } = loaded.config;
    const about = {
      kioskNumber,
      officeName: office.name.vi,
      softwareVersion: manifest.version,
      timeZone: office.timeZone,
      atMs: world.clock.wallMs(),
    };
    const report = readinessReport(about, await linesOf(loaded, world));
    if (values.pdf !== undefined) writeDurably(resolve(values.pdf), await readinessPdf(report));
    const json = englishOf(report);
    const text = textOf(json);
    if (report.isReady) return { status: 0, json, text };
    return { status: 1, json, text, problem: "The kiosk is not ready for service." };
  },
};

async function linesOf({ config, configPath }: LoadedConfig, world: CommandWorld): Promise<readonly ReadinessLine[]> {
  const { clock } = world;
  const before = [configurationLine(configPath), hardwareLine(config)];
  const after = [keysLine(config), logLine(config)];
  const controller = await runningController(configPath, world);
  if (controller === undefined) {
    const probed = await probedDeviceLines(config, clock);
    const office = await officeLine(config, fetch);
    const machine = [
      dataDiskLine(config),
      clockLine(clockFactsOf(config, clock)),
      lastBackupLine(config, clock.wallMs()),
    ];
    return [...before, NOT_RUNNING, ...probed, office, ...machine, ...after];
  }
  const answer = await controller.ask({ command: "readiness" });
  if (answer.ok && answer.value.kind === "readiness") return [...before, RUNNING, ...answer.value.lines, ...after];
  const fact = sameWords(answer.ok ? "answers something else" : answer.error);
  return [...before, { subject: CONTROLLER, state: "notOk", fact, advice: RESTART }, ...after];
}

const CONTROLLER = { vi: "Bộ điều khiển", en: "Controller" };
const RESTART = { vi: "Khởi động lại bộ điều khiển.", en: "Restart the controller." };
const RUNNING: ReadinessLine = { subject: CONTROLLER, state: "ok", fact: { vi: "đang chạy", en: "runs" } };
const NOT_RUNNING: ReadinessLine = {
  subject: CONTROLLER,
  state: "unknown",
  fact: { vi: "không chạy", en: "does not run" },
  advice: { vi: "Chạy bộ điều khiển để phục vụ.", en: "Start it to put the kiosk in service." },
};

const MARKS: Readonly<Record<ReadinessLine["state"], string>> = {
  ok: "ok            ",
  notOk: "NOT OK        ",
  unknown: "unknown       ",
  notSupported: "not supported ",
};

/** The report as scripts read it: English alone, words as they are printed. */
function englishOf({ lines, officeName, ...report }: ReadinessReport) {
  return {
    ...report,
    office: officeName,
    lines: lines.map(({ subject, state, fact, advice }) => {
      return { subject: subject.en, state, fact: fact.en, ...(advice && { advice: advice.en }) };
    }),
  };
}

function textOf({ kioskNumber, office, lines, isReady }: ReturnType<typeof englishOf>): string {
  const shown = lines.map(({ subject, state, fact, advice }) => {
    return `${MARKS[state]}${subject}: ${fact}${advice === undefined ? "" : `\n${" ".repeat(14)}→ ${advice}`}`;
  });
  const verdict = isReady ? "Ready for service." : "Not ready for service.";
  return [`Kiosk ${kioskNumber}, ${office}`, ...shown, verdict].join("\n");
}
