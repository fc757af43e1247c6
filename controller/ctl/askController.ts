import { connect } from "node:net";
import { createInterface } from "node:readline";
import { parseJson } from "#core/base/parseJson.ts";
import { failed, ok, type Result } from "#core/base/result.ts";
import { ControlLine, type ControlRequest } from "#core/contract/control.ts";

/** Longest silence of a controller that does not trace or scan, milliseconds: three pulses with their watches. */
const ANSWER_WITHIN_MS = 120_000;

export interface AskOptions {
  /** Lines before the last. */
  readonly onLine?: (line: ControlLine) => void;
  /** Longest wait, milliseconds. */
  readonly withinMs?: number;
}

/** Why nobody answered: `nobody`: no controller listens; `hung`: one does, and says nothing. */
export type AskFailure = "nobody" | "hung";

/** Asks a running controller; the last line of its answer. Never rejects. */
export function askController(
  socketPath: string,
  request: ControlRequest,
  { onLine = () => {}, withinMs = ANSWER_WITHIN_MS }: AskOptions = {},
): Promise<Result<ControlLine, AskFailure>> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    let isConnected = false;
    const end = (result: Result<ControlLine, AskFailure>): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(result);
    };
    const timer = setTimeout(() => end(failed(isConnected ? "hung" : "nobody")), withinMs);
    socket.on("error", () => end(failed(isConnected ? "hung" : "nobody")));
    socket.on("close", () => end(failed("hung")));
    socket.on("connect", () => {
      isConnected = true;
      socket.write(`${JSON.stringify(request)}\n`);
    });
    createInterface({ input: socket })
      .on("line", (text) => {
        const line = ControlLine.safeParse(parseJson(text));
        if (!line.success) return end(failed("hung"));
        if (line.data.kind === "frame" || line.data.kind === "code") onLine(line.data);
        else end(ok(line.data));
      })
      .on("error", () => {});
  });
}
