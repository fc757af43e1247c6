import { boardFamilies, type LockAddress } from "#core/interfaces/lockBoard.ts";
import { boardDriver } from "#device/protocol/families.ts";
import type { SimulatedBoard } from "#device/simulator/simulatedCabinet.ts";
import { createSimulatedDevices, type SimulatedDeskDevices } from "#device/simulator/simulatedDevices.ts";
import type { TransportFactory } from "#device/transport/transport.ts";
import { ManualClock } from "#tests/support/manualClock.ts";

export const allDrivers = boardFamilies.map(boardDriver);

/** A simulated board with everything usual. */
export function board(over: Partial<SimulatedBoard>): SimulatedBoard {
  return {
    name: "A",
    family: "kerong-cu16",
    address: 0,
    channels: 16,
    feedback: "closing",
    byteOrder: "lastByteFirst",
    hasOccupancy: false,
    ...over,
  };
}

export interface CommissioningWire {
  readonly clock: ManualClock;
  readonly devices: SimulatedDeskDevices;
  /** The wire at a speed: nothing is heard at any other than its boards'. */
  transportAt(baudRate: number): TransportFactory;
  /** Frames that were written, in order. */
  readonly written: Uint8Array[];
  pulses(lock: LockAddress): number;
}

/** Simulated boards on a wire in memory that notes what is sent. */
export function commissioningWire(boards: readonly SimulatedBoard[], wireBaud = 9_600): CommissioningWire {
  const clock = new ManualClock();
  const devices = createSimulatedDevices({ boards, clock });
  const written: Uint8Array[] = [];
  return {
    clock,
    devices,
    written,
    pulses: (lock) => devices.cabinet.compartment(lock).pulses,
    transportAt: (baudRate) => () => {
      const transport = devices.lockTransport();
      const write = transport.write.bind(transport);
      transport.write = (bytes) => {
        written.push(bytes);
        return baudRate === wireBaud ? write(bytes) : Promise.resolve("sent");
      };
      return transport;
    },
  };
}
