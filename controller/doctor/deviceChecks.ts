import { existsSync } from "node:fs";
import type { ControllerFacts } from "#core/contract/control.ts";
import type { ReadinessLine } from "#core/domain/readiness.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import { createLockBoards, type WireProfile } from "#device/lockboard/lockBoards.ts";
import { serialTransport } from "#device/transport/serialTransport.ts";
import type { LoadedConfig } from "../config/loadConfig.ts";
import { createDevices } from "../devices.ts";

type Config = LoadedConfig["config"];

/** A board that does not answer in this time does not answer; a wire takes a moment to open. */
const LISTEN_MS = 2_500;

const BOARD_ADVICE = "Check its power, A and B, its address, and the speed of its wire.";
const FAULT_ADVICE: Readonly<Record<string, string>> = {
  echo: "Switch the adapter's echo off, or mend the wiring.",
  twoAnswers: "Give one of the two boards another address.",
  damagedReplies: "Check A and B, the terminator, and the speed of the wire.",
  refusesPulse: "Replace the board: it cannot pulse a lock by itself.",
};
const PRINTER_ADVICE: Readonly<Record<string, string>> = {
  paperOut: "Put paper in.",
  coverOpen: "Shut the cover.",
  error: "Switch the printer off and on.",
};

/** Devices as the running controller knows them. */
export function deviceLinesFrom({
  boards,
  printer,
  scanners,
  openCases,
  queueLength,
  ups,
}: ControllerFacts): ReadinessLine[] {
  return [
    { subject: "controller", state: "ok", fact: `runs; ${openCases} open cases, ${queueLength} events to send` },
    ...boards.map(boardLine),
    printerLine(printer),
    upsLine(ups),
    ...scanners.map(({ name, status }): ReadinessLine => {
      const subject = `scanner ${name}`;
      if (status === "online") return { subject, state: "ok", fact: status };
      return { subject, state: "notOk", fact: status, advice: "Check its cable and its port in kiosk.json." };
    }),
  ];
}

/** Devices asked directly, with read-only questions: no controller runs. */
export async function deviceLinesOf(config: Config, clock: Clock): Promise<ReadinessLine[]> {
  const boards = createLockBoards({ clock, wires: config.wires.flatMap((wire) => readOnly(wire, clock)) });
  const { printer, power } = createDevices(config, clock);
  boards.start();
  printer.start();
  power.start();
  await new Promise<void>((resolve) => void clock.after(LISTEN_MS, resolve));
  const health = boards.boards();
  const paper = printer.latest();
  const ups = power.latest();
  await Promise.all([boards.stop(), printer.stop(), power.stop()]);
  return [
    { subject: "controller", state: "unknown", fact: "does not run", advice: "Start it to put the kiosk in service." },
    ...health.map(({ board, sinceReplyMs, fault, channels }) => {
      const status = sinceReplyMs === undefined ? "noReply" : "online";
      return boardLine({ board, status, fault, doorsRead: channels, channels });
    }),
    printerLine(paper),
    upsLine(ups),
    ...config.scanners.map((settings): ReadinessLine => {
      const { name } = settings;
      const subject = `scanner ${name}`;
      if (settings.kind === "hid")
        return { subject, state: "unknown", fact: "a HID scanner is seen only while the controller runs" };
      const { path } = settings;
      if (existsSync(path)) return { subject, state: "ok", fact: "plugged in" };
      return { subject, state: "notOk", fact: "not plugged in", advice: "Check its cable and its port in kiosk.json." };
    }),
  ];
}

/** A wire whose boards get nothing but questions: what is not commissioned is never pulsed. */
function readOnly({ name, path, baudRate, boards }: Config["wires"][number], clock: Clock): WireProfile[] {
  if (path === undefined) return [];
  const transport = serialTransport({ path, baudRate, clock });
  return [{ name, transport, baudRate, boards: boards.map((board) => ({ ...board, isCommissioned: false })) }];
}

function boardLine({ board, status, fault, doorsRead, channels }: ControllerFacts["boards"][number]): ReadinessLine {
  const subject = `board ${board}`;
  if (fault !== undefined) return { subject, state: "notOk", fact: `${status}, ${fault}`, advice: FAULT_ADVICE[fault] };
  if (status === "online") {
    if (doorsRead === channels) return { subject, state: "ok", fact: `answers, ${channels} doors read` };
    const fact = `answers, ${doorsRead} of ${channels} doors read`;
    return { subject, state: "notOk", fact, advice: "Check family and channels in the profile." };
  }
  if (status === "notCommissioned")
    return { subject, state: "notOk", fact: "its wiring was never learned", advice: "Commission it." };
  return { subject, state: "notOk", fact: "does not answer", advice: BOARD_ADVICE };
}

function printerLine({ status, paper }: ControllerFacts["printer"]): ReadinessLine {
  const subject = "printer";
  const fact = paper === "notSupported" || paper === "unknown" ? status : `${status}, paper ${paper}`;
  if (status === "ready") {
    if (paper !== "nearEnd") return { subject, state: "ok", fact };
    return { subject, state: "ok", fact, advice: "Bring a new roll." };
  }
  if (status === "notSupported") return { subject, state: "notSupported", fact: "cannot tell its state" };
  const advice = PRINTER_ADVICE[status] ?? "Check its power and its cable. Without it the kiosk takes no dossier.";
  return { subject, state: status === "unknown" ? "unknown" : "notOk", fact, advice };
}

function upsLine({ source, battery }: ControllerFacts["ups"]): ReadinessLine {
  const subject = "ups";
  const fact = `on ${source}, battery ${battery}`;
  if (source === "notSupported") return { subject, state: "notSupported", fact: "none is configured" };
  if (source === "unknown")
    return { subject, state: "unknown", fact: "its service says nothing", advice: "Check upsd and the UPS's cable." };
  if (source === "battery") return { subject, state: "notOk", fact, advice: "Bring mains back before opening." };
  const isWeak = battery === "low" || battery === "critical";
  return isWeak ? { subject, state: "notOk", fact, advice: "Replace the battery." } : { subject, state: "ok", fact };
}
