import type { ControlLine, TracedLine } from "#core/contract/control.ts";
import { boardFamilies } from "#core/interfaces/lockBoard.ts";
import { LineEar } from "#device/commissioning/lineEar.ts";
import { boardDriver } from "#device/protocol/families.ts";
import { serialTransport } from "#device/transport/serialTransport.ts";
import { hexOf } from "../control/hexText.ts";
import { portSentence } from "./benchBoard.ts";
import { baudFlag, familyFlag } from "./boardFlags.ts";
import { type Answer, type Command, needed, readFlags, refused, WrongUse } from "./command.ts";
import { portOwner } from "./portOwner.ts";

/** Frames that one trace keeps for its JSON document. */
const MOST_FRAMES = 100_000;

export const traceCommand: Command = {
  name: "trace",
  summary: "listens to a wire and shows its frames; sends nothing",
  usage: `npm run -s kioskctl -- trace --port PORT --seconds S [--baud B] [--family FAMILY]
  --port PORT       serial device; of a running kiosk, the frames of its own traffic
  --seconds S       how long, up to 3600
  --baud B          19200 by default, or the factory's speed of the family
  --family FAMILY   reads frames as this family does; by default as whichever fits`,
  run: async (args, world): Promise<Answer> => {
    const { values } = readFlags(args, {
      port: { type: "string" },
      seconds: { type: "string" },
      baud: { type: "string" },
      family: { type: "string" },
    });
    const port = needed("port", values.port);
    const seconds = secondsFlag(values.seconds);
    const families = values.family === undefined ? boardFamilies : [familyFlag(values.family)];
    const drivers = families.map(boardDriver);
    const [factoryBaud = 19_200] = values.family === undefined ? [] : (drivers[0]?.limits.baudRates ?? []);
    const baudRate = baudFlag(values.baud) ?? factoryBaud;
    const owner = await portOwner(port, undefined, world);
    if (!owner.ok) return refused(owner.error, { frames: [] });
    const frames: TracedLine[] = [];
    const take = (frame: TracedLine): void => {
      if (frames.length < MOST_FRAMES) frames.push(frame);
      world.show(frameText(frame));
    };
    if (owner.value.kind === "running") {
      const { ask, device } = owner.value;
      const onLine = (line: ControlLine): void => void (line.kind === "frame" && take(line.frame));
      const withinMs = seconds * 1_000 + 10_000;
      const answer = await ask({ command: "trace", port: device, seconds }, { onLine, withinMs });
      return answer.ok ? heard(frames) : refused(answer.error, { frames });
    }
    const { clock } = world;
    const beganAtMs = clock.monotonicMs();
    const ear = new LineEar({
      transport: serialTransport({ path: port, baudRate, clock })(),
      clock,
      drivers,
      onFrame: ({ bytes, meaning, isFrame }) => {
        const atMs = Math.round(clock.monotonicMs() - beganAtMs);
        const direction = isFrame ? "received" : "dropped";
        take({ atMs, direction, hex: hexOf(bytes), ...(meaning === undefined ? {} : { meaning }) });
      },
    });
    const fault = await ear.listen(seconds * 1_000);
    return fault === undefined ? heard(frames) : refused(portSentence(port, fault), { frames });
  },
};

/** Lines were shown as they came. */
function heard(frames: readonly TracedLine[]): Answer {
  return { status: 0, json: { frames }, text: `${frames.length} frames` };
}

const MARKS: Readonly<Record<TracedLine["direction"], string>> = { sent: "→", received: "←", dropped: "×" };

function frameText({ atMs, direction, hex, meaning }: TracedLine): string {
  const time = (atMs / 1_000).toFixed(3).padStart(9);
  return `${time} ${MARKS[direction]} ${hex}${meaning === undefined ? "" : `   ${meaning}`}`;
}

/** How long to listen, seconds. Throws `WrongUse`. */
export function secondsFlag(text: string | undefined): number {
  const seconds = Number(needed("seconds", text));
  if (seconds >= 0.1 && seconds <= 3_600) return seconds;
  throw new WrongUse(`--seconds is a number from 0.1 to 3600, not "${text}".`);
}
