import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { attachBoardSimulators } from "#device/simulator/boardSimulators.ts";
import { pacedPeer } from "#device/simulator/pacedPeer.ts";
import type { SimulatedCabinet } from "#device/simulator/simulatedCabinet.ts";
import type { BytePeer } from "#device/transport/memoryTransport.ts";
import { serialTransport } from "#device/transport/serialTransport.ts";
import { systemClock } from "#device/transport/systemClock.ts";
import type { Transport } from "#device/transport/transport.ts";
import { type PtyPair, startPtyPair } from "./rig/ptyPair.ts";

/** A real line to simulated boards that can be pulled out at any moment; needs Debian's socat. */
export interface PulledWire {
  /** The kiosk's end; the same path after each return. */
  readonly path: string;
  /** Ends both pseudo-terminals at once, with whatever is on them. */
  pull(): Promise<void>;
  plug(): Promise<void>;
  close(): Promise<void>;
}

/** The cabinet's boards answer at the real speed of this rate. */
export async function startPulledWire(cabinet: SimulatedCabinet, baudRate: number): Promise<PulledWire> {
  const folder = mkdtempSync(join(tmpdir(), "pulled-wire-"));
  const clock = systemClock();
  const listeners: ((bytes: Uint8Array) => void)[] = [];
  let far: Transport | undefined;
  let pair: PtyPair | undefined;
  const line: BytePeer = {
    onBytes: (listener) => void listeners.push(listener),
    send: (bytes) => void far?.write(bytes),
  };
  attachBoardSimulators({ cabinet, peer: pacedPeer(line, clock, baudRate), clock });
  const pull = async (): Promise<void> => {
    await pair?.program.signal("SIGKILL");
    for (const name of ["line", "line.far"]) rmSync(join(folder, name), { force: true });
    await far?.close();
    pair = undefined;
    far = undefined;
  };
  const plug = async (): Promise<void> => {
    pair = await startPtyPair(folder, "line");
    const transport = serialTransport({ path: pair.devicePath, baudRate, clock })();
    transport.onBytes((bytes) => {
      for (const listener of listeners) listener(bytes);
    });
    const fault = await transport.open();
    if (fault !== undefined) throw new Error(`The far end cannot be opened: ${fault}`);
    far = transport;
  };
  await plug();
  return {
    path: join(folder, "line"),
    pull,
    plug,
    close: async () => {
      await pull();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
