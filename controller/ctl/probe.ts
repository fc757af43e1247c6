import { boardFamilies } from "#core/interfaces/lockBoard.ts";
import { type ProbeFault, probe } from "#device/commissioning/probe.ts";
import { boardDriver } from "#device/protocol/families.ts";
import { serialTransport } from "#device/transport/serialTransport.ts";
import { portSentence } from "./benchBoard.ts";
import { baudFlag } from "./boardFlags.ts";
import { type Answer, type Command, needed, readFlags, refused } from "./command.ts";
import { portOwner } from "./portOwner.ts";

const FAULTS: Readonly<Record<ProbeFault["fault"], string>> = {
  echo: "The adapter hands back what it sends: switch its echo off, or mend the wiring.",
  twoAnswers: "Two boards answer at this address: give one of them another address.",
  damagedReplies: "Something answers, and nothing of it can be read: check A and B, the terminator, and other speeds.",
};

export const probeCommand: Command = {
  name: "probe",
  summary: "finds the lock boards on a port with read-only frames; moves no lock",
  usage: `npm run -s kioskctl -- probe --port PORT [--baud B] [--all]
  --port PORT   serial device
  --baud B      looks at this speed only
  --all         asks every address at every speed; takes minutes`,
  run: async (args, { clock, tell, isJson, registryFolders }): Promise<Answer> => {
    const { values } = readFlags(args, {
      port: { type: "string" },
      baud: { type: "string" },
      all: { type: "boolean", default: false },
    });
    const port = needed("port", values.port);
    const baudRate = baudFlag(values.baud);
    const owner = await portOwner(port, undefined, { registryFolders });
    if (!owner.ok) return refused(owner.error, { boards: [] });
    if (owner.value.kind === "running")
      return refused("A running kiosk owns this port; stop its controller before you look for boards.", { boards: [] });
    let toldTenths = 0;
    const result = await probe({
      transportAt: (rate) => serialTransport({ path: port, baudRate: rate, clock }),
      drivers: boardFamilies.map(boardDriver),
      clock,
      baudRate,
      isExhaustive: values.all,
      onProgress: (share) => {
        if (isJson || Math.floor(share * 10) <= toldTenths) return;
        toldTenths = Math.floor(share * 10);
        tell(`${toldTenths * 10} %`);
      },
    });
    const boards = result.boards.map(({ family, baudRate: baud, address, channels }) => {
      return { family, baud, address, channels };
    });
    const lines = boards.map((b) => `${b.family}  address ${b.address}  ${b.baud} baud  ${b.channels} channels`);
    const faults = result.faults.map(({ fault, address }) => {
      return `${address === undefined ? "" : `Address ${address}: `}${FAULTS[fault]}`;
    });
    if (result.portFault !== undefined && boards.length === 0)
      return refused(portSentence(port, result.portFault), { boards });
    const json = { boards, ...(faults.length === 0 ? {} : { faults }) };
    if (boards.length > 0) return { status: 0, json, text: [...lines, ...faults].join("\n") };
    const problem = ["No lock board answered.", ...faults].join("\n");
    return { status: 1, json, text: problem, problem };
  },
};
