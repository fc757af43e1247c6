import type { ControlLine, ScannedLine } from "#core/contract/control.ts";
import { createSerialScanner } from "#device/scanner/serialScanner.ts";
import { serialTransport } from "#device/transport/serialTransport.ts";
import { portSentence } from "./benchBoard.ts";
import { baudFlag } from "./boardFlags.ts";
import { type Answer, type Command, type CommandWorld, needed, readFlags, refused } from "./command.ts";
import { portOwner } from "./portOwner.ts";
import { secondsFlag } from "./trace.ts";

const MOST_CODES = 1_000;
/** A port that does not open in this time is not there. */
const OPEN_WITHIN_MS = 1_500;

export const scanCommand: Command = {
  name: "scan",
  summary: "waits for codes that a serial scanner reads",
  usage: `npm run -s kioskctl -- scan --port PORT --seconds S [--baud B]
  --port PORT   serial device of the scanner
  --seconds S   how long, up to 3600
  --baud B      9600 by default`,
  run: async (args, world): Promise<Answer> => {
    const { values } = readFlags(args, {
      port: { type: "string" },
      seconds: { type: "string" },
      baud: { type: "string" },
    });
    const port = needed("port", values.port);
    const seconds = secondsFlag(values.seconds);
    const baudRate = baudFlag(values.baud) ?? 9_600;
    const owner = await portOwner(port, undefined, world);
    if (!owner.ok) return refused(owner.error, { codes: [] });
    const codes: ScannedLine[] = [];
    const take = (code: ScannedLine): void => {
      if (codes.length < MOST_CODES) codes.push(code);
      world.show(`${code.symbology}  ${code.text ?? "(no text)"}`);
    };
    if (owner.value.kind === "running") {
      const { ask, device } = owner.value;
      const onLine = (line: ControlLine): void => void (line.kind === "code" && take(line.code));
      const withinMs = seconds * 1_000 + 10_000;
      const answer = await ask({ command: "scan", port: device, seconds }, { onLine, withinMs });
      return answer.ok ? read(codes) : refused(answer.error, { codes });
    }
    const isOpened = await scanDirectly({ port, baudRate, seconds, take }, world);
    return isOpened ? read(codes) : refused(portSentence(port, "it did not open"), { codes });
  },
};

interface DirectScan {
  readonly port: string;
  readonly baudRate: number;
  readonly seconds: number;
  readonly take: (code: ScannedLine) => void;
}

/** False where the port did not open. */
async function scanDirectly({ port, baudRate, seconds, take }: DirectScan, { clock }: CommandWorld): Promise<boolean> {
  const scanner = createSerialScanner({ transport: serialTransport({ path: port, baudRate, clock }), clock });
  scanner.onScan(({ symbology, text }) => take({ symbology, ...(text === undefined ? {} : { text }) }));
  scanner.start();
  const pause = (forMs: number): Promise<void> => new Promise((resolve) => void clock.after(forMs, resolve));
  const forMs = seconds * 1_000;
  await pause(Math.min(OPEN_WITHIN_MS, forMs));
  const isOpened = scanner.status() === "online";
  if (isOpened) await pause(Math.max(0, forMs - OPEN_WITHIN_MS));
  await scanner.stop();
  return isOpened;
}

function read(codes: readonly ScannedLine[]): Answer {
  const json = { codes };
  if (codes.length > 0) return { status: 0, json, text: `${codes.length} codes` };
  const problem = "No code came. Check the scanner's light, its cable, and that it ends each code with CR or LF.";
  return { status: 1, json, text: problem, problem };
}
