import type { Clock } from "#core/interfaces/clock.ts";
import { listSerialDevices, type SerialDevice } from "#device/commissioning/serialPorts.ts";
import type { SimulatedPorts } from "#device/simulator/simulatedPorts.ts";
import { serialTransport } from "#device/transport/serialTransport.ts";
import type { TransportFactory } from "#device/transport/transport.ts";

/** The serial ports to which lock boards are wired: this machine's, or on a desk those of its simulated machine. */
export interface LockPorts {
  at(path: string, baudRate: number): TransportFactory;
  /** Ports that are there now, by names that stay. Never rejects. */
  list(): Promise<readonly SerialDevice[]>;
}

export function createLockPorts(simulated: SimulatedPorts | undefined, clock: Clock): LockPorts {
  const simulatedPaths = simulated?.paths ?? [];
  return {
    at: (path, baudRate) =>
      simulated?.transportAt(path, baudRate) ?? serialTransport({ path, baudRate, clock, discardsUnsent: true }),
    // Nobody wants a desk to ask what else is plugged into the computer that it runs on.
    list: async () =>
      simulatedPaths.length === 0
        ? listSerialDevices()
        : simulatedPaths.map((path) => ({ path, label: path.slice(path.indexOf(":") + 1), isStable: true })),
  };
}
