import { failed, ok, type Result } from "#core/base/result.ts";
import type { ControlLine, ControlRequest } from "#core/contract/control.ts";
import { loadConfig } from "../config/loadConfig.ts";
import { deviceOf, kioskWithPort, type RegisteredKiosk, registeredKiosks } from "../registry/kioskRegistry.ts";
import { type AskOptions, askController } from "./askController.ts";
import { type CommandWorld, WrongUse } from "./command.ts";

/** Whose a port is. */
export type PortOwner =
  | { readonly kind: "nobody" }
  /** A controller that runs: everything goes through it. `ask` fails with a sentence. */
  | {
      readonly kind: "running";
      readonly device: string;
      readonly ask: (request: ControlRequest, options?: AskOptions) => Promise<Result<ControlLine, string>>;
    }
  /** A kiosk whose controller does not run. */
  | { readonly kind: "stopped"; readonly configPath: string; readonly dataDir: string };

/** A controller that is there says so at once. */
const PING_WITHIN_MS = 3_000;

const HUNG = "The kiosk's controller runs and does not answer. The port was left alone; restart the controller.";

/** Finds out whose a port is. Throws `WrongUse` for a configuration that cannot be read. */
export async function portOwner(
  port: string,
  configPath: string | undefined,
  { registryFolders }: Pick<CommandWorld, "registryFolders">,
): Promise<Result<PortOwner, string>> {
  const device = deviceOf(port);
  const registered = kioskWithPort(registryFolders, port);
  if (registered !== undefined) return ownerOf(registered, device);
  if (configPath === undefined) return ok({ kind: "nobody" });
  const loaded = loadConfig(configPath);
  if (!loaded.ok) throw new WrongUse(loaded.error.join("\n"));
  const { dataDir, wires } = loaded.value.config;
  const isNamed = wires.some(({ path }) => path !== undefined && deviceOf(path) === device);
  return ok(isNamed ? { kind: "stopped", configPath: loaded.value.configPath, dataDir } : { kind: "nobody" });
}

/** The controllers of this machine that run, asked through `ask`. */
export async function runningController(
  configPath: string,
  { registryFolders }: Pick<CommandWorld, "registryFolders">,
): Promise<Extract<PortOwner, { kind: "running" }> | undefined> {
  for (const kiosk of registeredKiosks(registryFolders)) {
    if (kiosk.configPath !== configPath) continue;
    const owner = await ownerOf(kiosk, "");
    if (owner.ok && owner.value.kind === "running") return owner.value;
  }
  return undefined;
}

async function ownerOf(kiosk: RegisteredKiosk, device: string): Promise<Result<PortOwner, string>> {
  const { socketPath, configPath, dataDir, pid } = kiosk;
  const pong = await askController(socketPath, { command: "ping" }, { withinMs: PING_WITHIN_MS });
  if (pong.ok) {
    const ask = async (request: ControlRequest, options?: AskOptions): Promise<Result<ControlLine, string>> => {
      const answer = await askController(socketPath, request, options);
      if (!answer.ok) return failed("The kiosk's controller ended before it answered.");
      return answer.value.kind === "refused" ? failed(answer.value.sentence) : ok(answer.value);
    };
    return ok({ kind: "running", device, ask });
  }
  return pong.error === "hung" && isAlive(pid) ? failed(HUNG) : ok({ kind: "stopped", configPath, dataDir });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and belongs to another user.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
