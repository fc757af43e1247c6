import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseJson } from "#core/base/parseJson.ts";
import { type ControlLine, ControlRequest } from "#core/contract/control.ts";
import type { Logger } from "../runner/parts.ts";

/** Sends one line of the answer; after the last one the connection ends. */
export type SendLine = (line: ControlLine) => void;

export interface ControlSocketOptions {
  readonly path: string;
  readonly logger: Logger;
  /** Carries a request out. `signal` ends what nobody listens to any more. Resolves after the last line. */
  readonly perform: (request: ControlRequest, send: SendLine, signal: AbortSignal) => Promise<void>;
}

/** Operators at once. */
const MOST_CONNECTIONS = 8;
const LONGEST_REQUEST_BYTES = 4_096;
/** A socket's path has room for 107 bytes on Linux. */
const LONGEST_PATH_BYTES = 100;

/** Where a kiosk listens: in its data folder, or, where that path is too long for a socket, in a private folder of its own. */
export function socketPathIn(dataDir: string): string {
  const path = join(dataDir, "control.sock");
  return Buffer.byteLength(path) <= LONGEST_PATH_BYTES
    ? path
    : join(mkdtempSync(join(tmpdir(), "dossier-kiosk-")), "control.sock");
}

/**
 * Listens for `kioskctl`. Only the kiosk's own user and root reach the socket (mode 0600). The caller holds the kiosk's
 * database, so a socket that lies there already belongs to nobody. Rejects where the socket cannot be made.
 */
export async function openControlSocket(options: ControlSocketOptions): Promise<{ close(): Promise<void> }> {
  const { path } = options;
  rmSync(path, { force: true });
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    if (sockets.size >= MOST_CONNECTIONS) return void socket.destroy();
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    serve(socket, options);
  });
  await listen(server, path);
  return {
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      rmSync(path, { force: true });
    },
  };
}

function listen(server: Server, path: string): Promise<void> {
  // The mode comes with the socket: between making it and a later chmod anybody could connect.
  const before = process.umask(0o177);
  return new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, resolve);
  }).finally(() => process.umask(before));
}

function serve(socket: Socket, { perform, logger }: ControlSocketOptions): void {
  const gone = new AbortController();
  let text = "";
  let isTaken = false;
  const send: SendLine = (line) => void (socket.writable && socket.write(`${JSON.stringify(line)}\n`));
  const take = async (line: string): Promise<void> => {
    const request = ControlRequest.safeParse(parseJson(line));
    if (!request.success) send({ kind: "refused", sentence: "The controller does not know this request." });
    else await perform(request.data, send, gone.signal);
    socket.end();
  };
  socket.on("error", () => socket.destroy());
  socket.on("close", () => gone.abort());
  socket.on("data", (bytes) => {
    if (isTaken) return;
    text += bytes.toString("utf8");
    if (text.length > LONGEST_REQUEST_BYTES) return void socket.destroy();
    const end = text.indexOf("\n");
    if (end < 0) return;
    isTaken = true;
    take(text.slice(0, end)).catch((error: unknown) => {
      logger.error({ err: error }, "A request over the control socket failed without an answer.");
      socket.destroy();
    });
  });
}
