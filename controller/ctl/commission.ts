import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { boardFamilies } from "#core/interfaces/lockBoard.ts";
import { holdsDossiers } from "#core/register/holding.ts";
import { CommissioningSession } from "#device/commissioning/commissioningSession.ts";
import { listSerialDevices } from "#device/commissioning/serialPorts.ts";
import { boardDriver } from "#device/protocol/families.ts";
import { serialTransport } from "#device/transport/serialTransport.ts";
import { saveHardware } from "../config/hardware.ts";
import type { LoadedConfig } from "../config/loadConfig.ts";
import { createRandomPool } from "../keys/randomPool.ts";
import { openStore, type Store } from "../store.ts";
import { StoreTrouble } from "../storeHealth/storeTrouble.ts";
import { baudFlag, familyFlag } from "./boardFlags.ts";
import { type Answer, type Command, type CommandWorld, numberFlag, readFlags, refused, WrongUse } from "./command.ts";
import { kioskConfigOf } from "./kioskConfigOf.ts";
import { portOwner } from "./portOwner.ts";
import { staffFlag } from "./staffFlag.ts";
import { TerminalWizard, WizardEnded } from "./terminalWizard.ts";
import { PROBLEM_SENTENCES } from "./wizardWords.ts";

const flags = {
  port: { type: "string", multiple: true },
  config: { type: "string" },
  out: { type: "string" },
  staff: { type: "string" },
  family: { type: "string" },
  address: { type: "string" },
  baud: { type: "string" },
  channels: { type: "string" },
} as const;

export const commissionCommand: Command = {
  name: "commission",
  summary: "learns how boards are wired, names the doors, and saves the hardware profile",
  usage: `npm run -s kioskctl -- commission --port PORT [--port PORT …] [--config FILE | --out FILE] [--staff ID]
  --port PORT     serial device of a wire; once for each wire
  --config FILE   kiosk.json; the profile goes where that looks for it
  --out FILE      the profile goes here
  --staff ID      who commissions
  --family FAMILY --address A --channels N [--baud B]
                  names the one board of the port instead of searching
Questions come on standard error, one answer a line is read from standard input; q leaves without saving.`,
  run: async (args, world): Promise<Answer> => {
    const { values } = readFlags(args, flags);
    const ports = values.port ?? [];
    if (ports.length === 0) throw new WrongUse("--port is missing.");
    for (const port of ports) {
      const owner = await portOwner(port, undefined, world);
      if (!owner.ok) return refused(owner.error);
      if (owner.value.kind === "running") return refused("A running kiosk owns this port; stop its controller first.");
    }
    const loaded = values.out === undefined ? kioskConfigOf(values.config, world) : undefined;
    if (loaded?.config.hardwareSource === "config")
      throw new WrongUse("kiosk.json has wires and doors of its own: take both out, so that the profile counts.");
    const file = values.out === undefined ? loaded?.config.hardwareFile : resolve(values.out);
    if (file === undefined) throw new WrongUse("Say --config FILE or --out FILE.");
    try {
      const store = await storeOf(loaded);
      try {
        return await wizard({ values, ports, file, loaded, store }, world);
      } finally {
        store?.close();
      }
    } catch (error) {
      if (error instanceof StoreTrouble || error instanceof WizardEnded) return refused(error.message);
      throw error;
    }
  },
};

/** Held meanwhile, so that no controller serves anybody; undefined for a kiosk that never ran. */
async function storeOf(loaded: LoadedConfig | undefined): Promise<Store | undefined> {
  if (loaded === undefined || !existsSync(join(loaded.config.dataDir, "kiosk.db"))) return undefined;
  return openStore(loaded.config, createRandomPool());
}

interface Commissioning {
  readonly values: { readonly [Name in keyof typeof flags]?: string | string[] | undefined };
  readonly ports: readonly string[];
  readonly file: string;
  readonly loaded: LoadedConfig | undefined;
  readonly store: Store | undefined;
}

/** Where no kiosk.json says how large the screen is. */
const USUAL_SCREEN = { widthMm: 268, heightMm: 476 };

async function wizard(commissioning: Commissioning, world: CommandWorld): Promise<Answer> {
  const { values, ports, file, loaded, store } = commissioning;
  const { clock, tell } = world;
  const session = new CommissioningSession({
    drivers: boardFamilies.map(boardDriver),
    clock,
    transportAt: (path, baudRate) => serialTransport({ path, baudRate, clock }),
    listPorts: () => listSerialDevices(),
    hasDossiers: () => store !== undefined && holdsDossiers(store.log.register),
    by: staffFlag(typeof values.staff === "string" ? values.staff : undefined),
    screen: loaded?.config.screen ?? USUAL_SCREEN,
    save: (profile) => saveHardware(file, profile),
    onView: () => {},
  });
  const answers = createInterface({ input: world.stdin })[Symbol.asyncIterator]();
  try {
    await session.take({ kind: "begin" });
    if (session.view.problem !== undefined) return refused(PROBLEM_SENTENCES[session.view.problem]);
    tell("Looking for lock boards …");
    await findBoards(session, values, ports);
    const { boards, problem } = session.view;
    if (boards.length === 0) return refused(PROBLEM_SENTENCES[problem ?? "nothingFound"]);
    if (problem !== undefined) tell(PROBLEM_SENTENCES[problem]);
    const answer = async (): Promise<string | undefined> => {
      const next = await answers.next();
      return next.done === true ? undefined : next.value;
    };
    await new TerminalWizard({ session, clock, tell, answer }).run();
    const doors = session.view.boards.flatMap(({ doors }) => doors).filter(({ named }) => typeof named === "object");
    const json = { saved: file, boards: session.view.boards.length, doors: doors.length };
    return { status: 0, json, text: `${doors.length} doors on ${json.boards} boards. Saved in ${file}.` };
  } finally {
    await session.stop();
    await answers.return?.();
  }
}

async function findBoards(
  session: CommissioningSession,
  values: Commissioning["values"],
  ports: readonly string[],
): Promise<void> {
  const [port = ""] = ports;
  const { family: familyName, address: addressText, channels: channelsText, baud } = values;
  if (typeof familyName !== "string") return session.take({ kind: "search", ports: [...ports] });
  const family = familyFlag(familyName);
  const { limits } = boardDriver(family);
  const text = (value: string | string[] | undefined): string | undefined =>
    typeof value === "string" ? value : undefined;
  const { lowestAddress: least, highestAddress: most } = limits;
  const address = numberFlag("address", text(addressText), { least, most }) ?? least;
  const channels = numberFlag("channels", text(channelsText), { least: 1, most: limits.channels }) ?? limits.channels;
  const baudRate = baudFlag(text(baud)) ?? limits.baudRates[0] ?? 9_600;
  await session.take({ kind: "addBoard", port, family, baudRate, address, channels });
}
