import type { Clock } from "#core/interfaces/clock.ts";
import { Deframer } from "#device/protocol/deframer.ts";
import { requestRule } from "#device/protocol/kerongCu16/frames.ts";
import { decodeCu16Request } from "#device/protocol/kerongCu16/requests.ts";
import { attachBoardSimulators } from "#device/simulator/boardSimulators.ts";
import { attachEscPosSimulator } from "#device/simulator/escPosSimulator.ts";
import { type SimulatedBoard, SimulatedCabinet } from "#device/simulator/simulatedCabinet.ts";
import { SimulatedPrinter } from "#device/simulator/simulatedPrinter.ts";
import { createTransportPeer } from "#device/simulator/transportPeer.ts";
import { serialTransport } from "#device/transport/serialTransport.ts";

const BAUD_RATE = 19_200;

/**
 * What a real line adds between a request's last byte and its reply's: about 8 ms until the board answers, and 14 bytes
 * of 10 bits at 19,200 baud. A pseudo-terminal takes no time for either.
 */
export const TURNAROUND_MS = 15;

/** The far end of the wires, in the process that also touches the screen: one clock for both moments. */
export interface WireEnd {
  readonly cabinet: SimulatedCabinet;
  /** Resolves with the moment (of `performance.now`) at which the next unlock frame is there whole, and the lock that it names. */
  nextUnlock(): Promise<{ readonly atMs: number; readonly board: string; readonly channel: number }>;
  /** When the latest unlock frame came; negative infinity before the first. */
  readonly lastUnlockAtMs: number;
  close(): Promise<void>;
}

export function openWireEnd(
  paths: { readonly locks: string; readonly printer: string },
  boards: readonly SimulatedBoard[],
  clock: Clock,
): WireEnd {
  const cabinet = new SimulatedCabinet(boards);
  const links = Object.values(paths).map((path) =>
    createTransportPeer(serialTransport({ path, baudRate: BAUD_RATE, clock }), clock),
  );
  const [locks, printer] = links;
  if (locks === undefined || printer === undefined) throw new Error("There is no far end.");
  let take: (unlock: Awaited<ReturnType<WireEnd["nextUnlock"]>>) => void = () => {};
  let lastUnlockAtMs = Number.NEGATIVE_INFINITY;
  const deframer = new Deframer(requestRule);
  // Before the simulator: the moment is taken before anything is answered.
  locks.peer.onBytes((bytes) => {
    const atMs = performance.now();
    for (const frame of deframer.push(bytes).frames) {
      const request = decodeCu16Request(frame);
      const board = boards.find(({ address }) => address === request?.address);
      if (request?.kind !== "unlock" || board === undefined) continue;
      lastUnlockAtMs = atMs;
      take({ atMs, board: board.name, channel: request.channel });
    }
  });
  attachBoardSimulators({ cabinet, peer: locks.peer, clock, turnaroundMs: TURNAROUND_MS });
  attachEscPosSimulator({ printer: new SimulatedPrinter(), peer: printer.peer });
  for (const { link } of links) link.start();
  return {
    cabinet,
    nextUnlock: () =>
      new Promise((resolve) => {
        take = resolve;
      }),
    get lastUnlockAtMs() {
      return lastUnlockAtMs;
    },
    close: async () => {
      for (const { link } of links) await link.stop();
    },
  };
}
