import type { Clock } from "#core/interfaces/clock.ts";
import { Deframer } from "../protocol/deframer.ts";
import { requestRule } from "../protocol/kerongCu16/frames.ts";
import { encodeCu16Status, encodeCu16UnlockNoted } from "../protocol/kerongCu16/replies.ts";
import { type Cu16Request, decodeCu16Request } from "../protocol/kerongCu16/requests.ts";
import type { BytePeer } from "../transport/memoryTransport.ts";
import type { SimulatedBoard, SimulatedCabinet } from "./simulatedCabinet.ts";

export interface Cu16SimulatorOptions {
  readonly cabinet: SimulatedCabinet;
  /** The boards' end of the wire. */
  readonly peer: BytePeer;
  readonly clock: Clock;
  /** Time that a board takes to answer, milliseconds. Default 0; a real one takes about 8. */
  readonly turnaroundMs?: number;
}

/** Lets the boards of a simulated cabinet answer on a wire, byte for byte as CU16 boards do. */
export function attachCu16Simulator(options: Cu16SimulatorOptions): void {
  const deframer = new Deframer(requestRule);
  options.peer.onBytes((bytes) => {
    if (!options.cabinet.isWirePlugged) return;
    for (const frame of deframer.push(bytes).frames) {
      const request = decodeCu16Request(frame);
      if (request !== undefined) answer(request, options);
    }
  });
}

function answer(request: Cu16Request, options: Cu16SimulatorOptions): void {
  const { cabinet } = options;
  const board = cabinet.boards.find(({ address }) => address === request.address);
  if (board === undefined) return;
  const faults = cabinet.faultsOf(board.name);
  if (faults.isDead) return;
  if (request.kind === "unlock") {
    if (request.channel > board.channels) return;
    cabinet.pulse({ board: board.name, channel: request.channel });
    if (!faults.hasNoUnlockReply)
      reply(board, encodeCu16UnlockNoted((board.address << 4) | (request.channel - 1)), options);
    return;
  }
  reply(board, encodeCu16Status({ address: board.address, ...bitsOf(board, cabinet) }), options);
}

function reply(
  board: SimulatedBoard,
  bytes: Uint8Array,
  { cabinet, clock, peer, turnaroundMs = 0 }: Cu16SimulatorOptions,
): void {
  const { corruptReplies, replyDelayMs } = cabinet.faultsOf(board.name);
  const last = bytes.length - 1;
  if (corruptReplies > 0) {
    bytes[last] = (bytes[last] ?? 0) ^ 0xff;
    cabinet.breakBoard(board.name, { corruptReplies: corruptReplies - 1 });
  }
  const send = (): void => {
    if (cabinet.isWirePlugged) peer.send(bytes);
  };
  if (replyDelayMs + turnaroundMs > 0) clock.after(replyDelayMs + turnaroundMs, send);
  else send();
}

function bitsOf(board: SimulatedBoard, cabinet: SimulatedCabinet): { hookBits: number; infraredBits: number } {
  let hookBits = 0;
  let infraredBits = 0;
  for (let channel = 1; channel <= 16; channel += 1) {
    const bit = 1 << (channel - 1);
    const lock = { board: board.name, channel };
    // Where no lock is connected, the hook reads as shut.
    const isClosed = channel > board.channels || cabinet.sensedDoor(lock) === "closed";
    if (isClosed === (board.closedBit === 1)) hookBits |= bit;
    if (board.hasInfrared && channel <= board.channels && cabinet.compartment(lock).hasBag) infraredBits |= bit;
  }
  return { hookBits, infraredBits };
}
