import type { SimulatedBoard, SimulatedCabinet } from "./simulatedCabinet.ts";
import type { BoardInside } from "./simulatedFamily.ts";

/** What one board of the cabinet sees and does, its faults included. */
export function insideOf(board: SimulatedBoard, cabinet: SimulatedCabinet): BoardInside {
  const { name, address, channels, byteOrder, feedback, hasOccupancy } = board;
  const lock = (channel: number) => ({ board: name, channel });
  return {
    address,
    replyAddress: cabinet.faultsOf(name).hasWrongAddress ? address ^ 1 : address,
    channels,
    byteOrder,
    saysClosed: (channel) => (cabinet.sensedDoor(lock(channel)) === "closed") === (feedback === "closing"),
    saysOccupied: (channel) => hasOccupancy && cabinet.compartment(lock(channel)).hasBag,
    pulse: (channel) => cabinet.pulse(lock(channel)),
  };
}

/** Another board that was given the same address: its doors are shut and stay so. */
export function twinOf(board: SimulatedBoard, cabinet: SimulatedCabinet): BoardInside {
  return {
    ...insideOf(board, cabinet),
    saysClosed: () => board.feedback === "closing",
    saysOccupied: () => false,
    pulse: () => {},
  };
}
