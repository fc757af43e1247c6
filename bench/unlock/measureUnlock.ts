import type { Intent } from "#core/contract/intent.ts";
import { startNodeProgram } from "#tests/support/rig/program.ts";
import { deskCode } from "#tests/support/rig/rigConfig.ts";
import { ScreenClient } from "#tests/support/rig/screenClient.ts";
import { startKioskWires } from "../kioskWires.ts";
import type { WireEnd } from "../wireEnd.ts";
import { type LoadedResult, loadResult } from "./loadedResult.ts";

/** How long each unlock frame took to stand on the wire, milliseconds. */
export interface UnlockTimes {
  /** From the touch on "open" of a deposit. */
  readonly afterTouch: readonly number[];
  /** From the last digit of a collection's second value. */
  readonly afterLastDigit: readonly number[];
}

/** Locks share a power supply: the driver keeps pulses 500 ms apart, and no person is faster. */
const BETWEEN_PULSES_MS = 550;
/** Rounds must not fall into step with the polling of the boards. */
const RANDOM_REST_MS = 60;
/** Rounds of each kiosk before the measured ones. */
const WARM_UP_ROUNDS = 2;
/** Measured rounds of one kiosk: a deposit that is given up leaves a compartment that staff must look into first. */
const ROUNDS_PER_KIOSK = 20;

/** `folderFor` makes an empty folder; `say` hears of the progress. */
export async function measureUnlock(
  folderFor: (name: string) => string,
  rounds: number,
  say: (line: string) => void,
): Promise<UnlockTimes> {
  const times = { afterTouch: [] as number[], afterLastDigit: [] as number[] };
  while (times.afterTouch.length < rounds) {
    const done = times.afterTouch.length;
    const found = await measureKiosk(folderFor(`unlock${done}`), Math.min(ROUNDS_PER_KIOSK, rounds - done));
    times.afterTouch.push(...found.afterTouch);
    times.afterLastDigit.push(...found.afterLastDigit);
    say(`  ${times.afterTouch.length} of ${rounds} rounds`);
  }
  return times;
}

async function measureKiosk(folder: string, rounds: number): Promise<UnlockTimes> {
  const wires = await startKioskWires(folder);
  try {
    const result = await loadResult(wires.configPath);
    const controller = await startNodeProgram("controller/main.ts", wires.controllerArgs);
    try {
      const launchUrl = controller.readyLine.slice("ready ".length);
      const screen = await ScreenClient.enter(launchUrl);
      return await runRounds({ screen, wires: wires.end }, result, rounds);
    } finally {
      await controller.signal("SIGKILL");
    }
  } finally {
    await wires.close();
  }
}

/** The screen and the far end of the wire: both in this process, on one clock. */
interface Rig {
  readonly screen: ScreenClient;
  readonly wires: WireEnd;
}

async function runRounds(rig: Rig, result: LoadedResult, rounds: number): Promise<UnlockTimes> {
  const times = { afterTouch: [] as number[], afterLastDigit: [] as number[] };
  for (let round = 1 - WARM_UP_ROUNDS; round <= rounds; round += 1) {
    const touchMs = await depositRound(rig);
    const digitMs = await collectionRound(rig, result);
    if (round < 1) continue;
    times.afterTouch.push(touchMs);
    times.afterLastDigit.push(digitMs);
  }
  rig.screen.close();
  return times;
}

/** A deposit up to the open door, given up there. Returns touch to frame. */
async function depositRound(rig: Rig): Promise<number> {
  const { screen } = rig;
  await screen.waitFor("home");
  const touches: [Intent, Parameters<typeof screen.waitFor>[0]][] = [
    [{ kind: "startIntake" }, "procedure"],
    [{ kind: "chooseProcedure", procedureId: "dang-ky-ho-kinh-doanh" }, "papers"],
    [{ kind: "confirmPapers" }, "consent"],
    [{ kind: "giveConsent" }, "card"],
  ];
  for (const [intent, next] of touches) {
    screen.touch(intent);
    await screen.waitFor(next);
  }
  screen.show(deskCode("citizen"));
  await screen.waitFor("phone");
  screen.touch({ kind: "enterPhone", phone: "0901234567" });
  await screen.waitFor("phoneReadBack");
  screen.touch({ kind: "confirmPhone" });
  await screen.waitFor("bag");
  screen.show(deskCode("bagLabel"));
  await screen.waitFor("depositReady");
  const { tookMs, lock } = await timeUnlock(rig, { kind: "openCompartment" });
  await screen.waitFor("depositOpen");
  screen.touch({ kind: "cancel" });
  await screen.waitFor("depositOpen", ({ ending }) => ending === "cancel");
  rig.wires.cabinet.shutDoor(lock);
  await screen.waitFor("depositStopped");
  screen.touch({ kind: "finish" });
  await screen.waitFor("home");
  return tookMs;
}

/** A collection at which nothing is taken, so that the next round finds the same result. Returns digit to frame. */
async function collectionRound(rig: Rig, { code, secondValue }: LoadedResult): Promise<number> {
  const { screen } = rig;
  screen.touch({ kind: "startCollection" });
  await screen.waitFor("credential");
  screen.touch({ kind: "enterPickupCode", code });
  await screen.waitFor("secondValue");
  const { tookMs, lock } = await timeUnlock(rig, { kind: "enterSecondValue", digits: secondValue });
  await screen.waitFor("collectionOpen");
  rig.wires.cabinet.shutDoor(lock);
  await screen.waitFor("collectionConfirm");
  screen.touch({ kind: "confirmNothingTaken" });
  await screen.waitFor("rating");
  screen.touch({ kind: "finish" });
  await screen.waitFor("home");
  return tookMs;
}

async function timeUnlock(
  { screen, wires }: Rig,
  intent: Intent,
): Promise<{ tookMs: number; lock: { board: string; channel: number } }> {
  const restMs =
    Math.max(0, wires.lastUnlockAtMs + BETWEEN_PULSES_MS - performance.now()) + Math.random() * RANDOM_REST_MS;
  await new Promise((resolve) => setTimeout(resolve, restMs));
  const frame = wires.nextUnlock();
  const touchedAtMs = performance.now();
  screen.touch(intent);
  const { atMs, board, channel } = await frame;
  return { tookMs: atMs - touchedAtMs, lock: { board, channel } };
}
