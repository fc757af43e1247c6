import type { Clock } from "#core/interfaces/clock.ts";
import { createMemoryWire } from "../transport/memoryTransport.ts";
import type { TransportFactory } from "../transport/transport.ts";
import { attachBoardSimulators } from "./boardSimulators.ts";
import { attachEscPosSimulator } from "./escPosSimulator.ts";
import { pacedPeer } from "./pacedPeer.ts";
import { type SimulatedBoard, SimulatedCabinet } from "./simulatedCabinet.ts";
import { createSimulatedPorts, type SimulatedPort, type SimulatedPorts } from "./simulatedPorts.ts";
import { SimulatedPrinter } from "./simulatedPrinter.ts";

export interface SimulatedDevicesOptions {
  /** The boards of the one wire whose transport is `lockTransport`. */
  readonly boards: readonly SimulatedBoard[];
  /** Further boards, on ports that are opened by path. Names of boards are unique over all. Default none. */
  readonly ports?: readonly SimulatedPort[];
  readonly clock: Clock;
  /** Dots across the paper. Default 576. */
  readonly paperWidthDots?: number;
  /** Time that a board takes to answer, milliseconds. Default 0. */
  readonly turnaroundMs?: number;
  /** Bytes on the lock boards' wire take their time at this rate; without it none. */
  readonly pacedBaudRate?: number;
}

/** Simulated devices in this process; the drivers reach them over transports like real ones. */
export interface SimulatedDeskDevices {
  readonly cabinet: SimulatedCabinet;
  readonly printer: SimulatedPrinter;
  readonly lockTransport: TransportFactory;
  readonly lockPorts: SimulatedPorts;
  readonly printerTransport: TransportFactory;
  readonly scannerTransport: TransportFactory;
  /** Holds a code before the scanner. */
  scan(text: string): void;
}

/** A desk's worth of devices: a cabinet, a printer and a scanner behind in-memory cables. */
export function createSimulatedDevices(options: SimulatedDevicesOptions): SimulatedDeskDevices {
  const { boards, ports = [], clock, turnaroundMs = 0 } = options;
  const lockWire = createMemoryWire("simulated lock boards");
  const printerWire = createMemoryWire("simulated printer");
  const scannerWire = createMemoryWire("simulated scanner");
  const cabinet = new SimulatedCabinet([...boards, ...ports.flatMap((port) => port.boards)]);
  const printer = new SimulatedPrinter(options.paperWidthDots);
  attachBoardSimulators({
    cabinet,
    boards,
    peer: options.pacedBaudRate === undefined ? lockWire.peer : pacedPeer(lockWire.peer, clock, options.pacedBaudRate),
    clock,
    turnaroundMs,
  });
  attachEscPosSimulator({ printer, peer: printerWire.peer });
  cabinet.onChange(() => {
    if (cabinet.isWirePlugged && !lockWire.isPlugged) lockWire.replug();
    else if (!cabinet.isWirePlugged && lockWire.isPlugged) lockWire.unplug();
  });
  return {
    cabinet,
    printer,
    lockTransport: lockWire.transport,
    lockPorts: createSimulatedPorts(cabinet, { ports, clock, turnaroundMs }),
    printerTransport: printerWire.transport,
    scannerTransport: scannerWire.transport,
    scan: (text) => scannerWire.peer.send(new TextEncoder().encode(`${text}\r`)),
  };
}
