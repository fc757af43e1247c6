import type { Raster } from "#core/interfaces/printer.ts";
import { createEscPosPrinter, type ReportingPrinter } from "#device/printer/escPosPrinter.ts";
import type { PrinterProfile } from "#device/printer/printerProfile.ts";
import { createSimulatedDevices } from "#device/simulator/simulatedDevices.ts";
import type { SimulatedPrinter } from "#device/simulator/simulatedPrinter.ts";
import type { Transport } from "#device/transport/transport.ts";
import { ManualClock } from "#tests/support/manualClock.ts";
import { tappedTransport } from "#tests/support/tappedTransport.ts";

export const ROW_BYTES = 72;

export interface PrinterUnderTest {
  readonly clock: ManualClock;
  readonly printer: ReportingPrinter;
  readonly paper: SimulatedPrinter;
  /** The n-th strip from now never leaves while the transport lives. */
  readonly stall: (afterStrips: number) => void;
  /** Called with each write of the driver, before the printer gets it. */
  onWrite: (bytes: Uint8Array) => void;
  /** Ends the connection, as a pulled plug does; the next one may open. */
  readonly drop: () => void;
}

/** A driver that has read the simulated printer behind it once. */
export async function printerUnderTest(profile: Partial<PrinterProfile> = {}): Promise<PrinterUnderTest> {
  const clock = new ManualClock();
  const devices = createSimulatedDevices({ boards: [], clock });
  let stripsLeft = Number.POSITIVE_INFINITY;
  let current: Transport | undefined;
  const transport = (): Transport => {
    const real = devices.printerTransport();
    current = real;
    const write: Transport["write"] = (bytes) => {
      under.onWrite(bytes);
      if (bytes.length > 100) stripsLeft -= 1;
      if (stripsLeft > 0) return real.write(bytes);
      stripsLeft = Number.POSITIVE_INFINITY;
      return new Promise((resolve) => real.onClosed(() => resolve("failed")));
    };
    return tappedTransport(real, write);
  };
  const printer = createEscPosPrinter({ transport, clock, profile });
  const under: PrinterUnderTest = {
    clock,
    printer,
    paper: devices.printer,
    stall: (afterStrips) => {
      stripsLeft = afterStrips;
    },
    onWrite: () => {},
    drop: () => void current?.close("the cable was pulled out"),
  };
  printer.start();
  await clock.advance(1_000);
  return under;
}

/** A picture 576 dots wide with something in every row. */
export function picture(heightDots: number): Raster {
  const data = Uint8Array.from({ length: ROW_BYTES * heightDots }, (_, index) => (index * 7) % 256);
  return { widthDots: 576, heightDots, data };
}

/** True for a status question of any group. */
export function isQuestion(bytes: Uint8Array): boolean {
  return bytes.length === 3 && bytes[0] === 0x10 && bytes[1] === 0x04;
}
