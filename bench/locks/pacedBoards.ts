import type { SimulatedBoard } from "#device/simulator/simulatedCabinet.ts";
import { startNodeProgram } from "#tests/support/rig/program.ts";
import { startPtyPair } from "#tests/support/rig/ptyPair.ts";

/** Boards of a big kiosk: ten on a wire is what the makers allow, sixteen locks each. */
export const BOARDS = 10;
export const CHANNELS = 16;
/** A status request of a CU16 board, and its reply. */
export const POLL_BYTES = 5 + 9;
/** An unlock request of a CU16 board. */
export const UNLOCK_BYTES = 5;

const BITS_PER_BYTE = 10;

/** What so many bytes take on the wire, milliseconds. */
export function wireMs(bytes: number, baudRate: number): number {
  return (bytes * BITS_PER_BYTE * 1_000) / baudRate;
}

/** The ten boards, by name and address. */
export const benchBoards: readonly SimulatedBoard[] = Array.from({ length: BOARDS }, (_, address) => ({
  name: `B${address}`,
  family: "kerong-cu16",
  address,
  channels: CHANNELS,
  feedback: "closing",
  byteOrder: "lastByteFirst",
  hasOccupancy: false,
}));

/** Simulated boards in a process of their own, behind a line at its real speed. */
export interface PacedBoards {
  /** The kiosk's end of the line. */
  readonly path: string;
  /** Pushes a door shut. */
  shutDoor(board: string, channel: number): Promise<void>;
  close(): Promise<void>;
}

export async function startPacedBoards(folder: string, baudRate: number): Promise<PacedBoards> {
  const line = await startPtyPair(folder, `paced${baudRate}`);
  const list = benchBoards.map(({ name, address, channels }) => `${name}:${address}:${channels}`).join(",");
  const args = ["--lock", line.devicePath, "--boards", list, "--baud", String(baudRate), "--paced"];
  const simulator = await startNodeProgram("device/simulator/main.ts", args, (text) => text.startsWith("{"));
  const { control }: { control: string } = JSON.parse(simulator.readyLine);
  return {
    path: line.kioskPath,
    shutDoor: async (board, channel) => {
      const action = { action: "shutDoor", lock: { board, channel } };
      await fetch(`${control}/control`, { method: "POST", body: JSON.stringify(action) });
    },
    close: async () => {
      await simulator.signal("SIGTERM");
      await line.program.signal("SIGTERM");
    },
  };
}
