import type { ControlAction } from "#device/simulator/controlServer.ts";
import { startNodeProgram } from "./rig/program.ts";

/** The simulated devices in a process of their own. */
export interface SimulatorProcess {
  readonly url: string;
  control(action: ControlAction): Promise<void>;
  /** The whole state, as `GET /state` gives it. */
  state(): Promise<SimulatorState>;
  /** The picture on a paper, rows padded to whole bytes. */
  paper(index: number): Promise<Uint8Array>;
  /** Stops it in its tracks: it reads and answers nothing, and what arrives waits in the system's buffers. */
  freeze(): Promise<void>;
  thaw(): Promise<void>;
  stop(): Promise<void>;
}

/** The part of the state that tests look at. */
export interface SimulatorState {
  readonly cabinet: {
    readonly compartments: readonly {
      readonly lock: { readonly board: string; readonly channel: number };
      readonly isOpen: boolean;
      readonly pulses: number;
    }[];
  };
  readonly printer: { readonly paperCount: number; readonly uncutRows: number };
}

/** Starts `device/simulator/main.ts` with these arguments and waits until it is ready. */
export async function startSimulator(args: readonly string[]): Promise<SimulatorProcess> {
  const isReady = (line: string): boolean => line.startsWith("{");
  const program = await startNodeProgram("device/simulator/main.ts", args, isReady);
  const { control: url }: { control: string } = JSON.parse(program.readyLine);
  return {
    url,
    control: async (action) => {
      const answer = await fetch(`${url}/control`, { method: "POST", body: JSON.stringify(action) });
      if (!answer.ok) throw new Error(await answer.text());
    },
    state: async () => (await fetch(`${url}/state`)).json(),
    paper: async (index) => {
      const { data }: { data: string } = await (await fetch(`${url}/papers/${index}`)).json();
      return Buffer.from(data, "base64");
    },
    freeze: () => program.signal("SIGSTOP"),
    thaw: () => program.signal("SIGCONT"),
    stop: () => program.signal("SIGTERM"),
  };
}
