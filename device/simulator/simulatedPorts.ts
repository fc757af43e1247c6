import type { Clock } from "#core/interfaces/clock.ts";
import { createMemoryWire } from "../transport/memoryTransport.ts";
import type { TransportFactory } from "../transport/transport.ts";
import { attachBoardSimulators } from "./boardSimulators.ts";
import type { SimulatedBoard, SimulatedCabinet } from "./simulatedCabinet.ts";

/** A serial port that exists in this process only, with the boards on its wire. */
export interface SimulatedPort {
  /** Such as `simulator:left`. */
  readonly path: string;
  /** The one speed at which its boards hear. */
  readonly baudRate: number;
  readonly boards: readonly SimulatedBoard[];
}

/** The simulated ports of a desk, opened by path and speed like real ones. */
export interface SimulatedPorts {
  readonly paths: readonly string[];
  /** The port at a speed; undefined where there is no such port. */
  transportAt(path: string, baudRate: number): TransportFactory | undefined;
}

/** Ports with the cabinet's boards behind them. Pulling the cabinet's wire pulls all of them. */
export function createSimulatedPorts(
  cabinet: SimulatedCabinet,
  options: { readonly ports: readonly SimulatedPort[]; readonly clock: Clock; readonly turnaroundMs: number },
): SimulatedPorts {
  const { ports, clock, turnaroundMs } = options;
  const wires = new Map(
    ports.map(({ path, baudRate, boards }) => {
      const heard = createMemoryWire(path);
      attachBoardSimulators({ cabinet, boards, peer: heard.peer, clock, turnaroundMs });
      // Boards take bytes of another speed for noise, and stay silent.
      return [path, { baudRate, heard, unheard: createMemoryWire(path) }];
    }),
  );
  cabinet.onChange(() => {
    for (const wire of [...wires.values()].flatMap(({ heard, unheard }) => [heard, unheard])) {
      if (cabinet.isWirePlugged && !wire.isPlugged) wire.replug();
      else if (!cabinet.isWirePlugged && wire.isPlugged) wire.unplug();
    }
  });
  return {
    paths: [...wires.keys()],
    transportAt: (path, baudRate) => {
      const wire = wires.get(path);
      if (wire === undefined) return undefined;
      return (baudRate === wire.baudRate ? wire.heard : wire.unheard).transport;
    },
  };
}
