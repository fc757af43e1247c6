import type { PrintResult } from "#core/contract/control.ts";
import { createEscPosPrinter } from "#device/printer/escPosPrinter.ts";
import { deviceFileTransport } from "#device/transport/deviceFileTransport.ts";
import { serialTransport } from "#device/transport/serialTransport.ts";
import { tcpTransport } from "#device/transport/tcpTransport.ts";
import type { TransportFactory } from "#device/transport/transport.ts";
import { paperResult } from "../control/paperResult.ts";
import { testPicture } from "../papers/testPicture.ts";
import { baudFlag } from "./boardFlags.ts";
import { type Answer, type Command, type CommandWorld, needed, readFlags, refused } from "./command.ts";
import { portOwner } from "./portOwner.ts";

/** The clock of Vietnamese offices; a printer on a bench belongs to no office yet. */
const TIME_ZONE = "Asia/Ho_Chi_Minh";
/** Longest wait for a printer's first word. */
const READY_WITHIN_MS = 5_000;
const LOOK_EVERY_MS = 100;

export const printTestCommand: Command = {
  name: "print-test",
  summary: "prints a test page and says what became of it",
  usage: `npm run -s kioskctl -- print-test --port PORT [--baud B] [--narrow] [--no-status]
  --port PORT    serial device, /dev/usb/lp0, or HOST:9100
  --baud B       of a serial printer, 19200 by default
  --narrow       58 mm paper
  --no-status    for a printer that cannot answer`,
  run: async (args, world): Promise<Answer> => {
    const { values } = readFlags(args, {
      port: { type: "string" },
      baud: { type: "string" },
      narrow: { type: "boolean", default: false },
      "no-status": { type: "boolean", default: false },
    });
    const port = needed("port", values.port);
    const baudRate = baudFlag(values.baud) ?? 19_200;
    const owner = await portOwner(port, undefined, world);
    if (!owner.ok) return refused(owner.error);
    if (owner.value.kind === "running") {
      const answer = await owner.value.ask({ command: "printTest" });
      if (!answer.ok) return refused(answer.error);
      if (answer.value.kind === "printed") return shown(answer.value.result, answer.value.printer);
      return refused("The controller answered nothing.");
    }
    const widthDots = values.narrow ? 384 : 576;
    return printDirectly({ port, baudRate, widthDots, hasStatus: !values["no-status"] }, world);
  },
};

interface BenchPrinter {
  readonly port: string;
  readonly baudRate: number;
  readonly widthDots: 576 | 384;
  readonly hasStatus: boolean;
}

async function printDirectly(bench: BenchPrinter, { clock }: CommandWorld): Promise<Answer> {
  const { widthDots, hasStatus } = bench;
  const transport = printerTransport(bench, clock);
  const printer = createEscPosPrinter({ transport, clock, profile: { widthDots, hasStatus } });
  printer.start();
  const untilMs = clock.monotonicMs() + READY_WITHIN_MS;
  while (printer.latest().status === "unknown" && clock.monotonicMs() < untilMs)
    await new Promise<void>((resolve) => void clock.after(LOOK_EVERY_MS, resolve));
  const picture = testPicture({ widthDots, timeZone: TIME_ZONE, nowMs: clock.wallMs() });
  const outcome = await printer.print(picture);
  const { status } = printer.latest();
  await printer.stop();
  return shown(paperResult(outcome), outcome.kind === "printed" ? status : outcome.reason);
}

/** The transport behind a printer's port. */
function printerTransport({ port, baudRate }: BenchPrinter, clock: CommandWorld["clock"]): TransportFactory {
  const [, host, tcpPort] = /^([^/\s]+):(\d{1,5})$/.exec(port) ?? [];
  if (host !== undefined) return tcpTransport({ host, port: Number(tcpPort) });
  if (/\/lp\d+$/.test(port)) return deviceFileTransport({ path: port, clock });
  return serialTransport({ path: port, baudRate, clock });
}

const PROBLEMS: Readonly<Partial<Record<PrintResult, string>>> = {
  notPrinted: "Nothing was printed",
  unresolved: "A part may have been printed: look at the paper",
};

function shown(result: PrintResult, printer: string): Answer {
  const json = { result, printer };
  const problem = PROBLEMS[result];
  if (problem === undefined) return { status: 0, json, text: result };
  return { status: 1, json, text: result, problem: `${problem} (printer: ${printer}).` };
}
