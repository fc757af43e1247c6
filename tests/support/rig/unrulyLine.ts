import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/**
 * What a bad network does to one request.
 * - `pass`: nothing
 * - `loseRequest`: the back office never hears of it
 * - `loseAnswer`: the back office took it, and the kiosk never knows
 * - `double`: it arrives twice
 * - `late`: the kiosk gives it up; it arrives after later ones
 */
export type Fate = "pass" | "loseRequest" | "loseAnswer" | "double" | "late";

/** A line between kiosk and back office on which requests are lost, doubled and overtaken. */
export interface UnrulyLine {
  readonly url: string;
  /** Requests that the kiosk has sent so far. */
  readonly requests: number;
  /** While true nothing passes. */
  isCut: boolean;
  /** Lets everything arrive that is still on its way. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

interface Letter {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: Buffer<ArrayBuffer>;
}

/** `fateOf` is asked once for each request while the line is not cut; `target` is where the back office listens now. */
export async function openUnrulyLine(target: () => string, fateOf: () => Fate): Promise<UnrulyLine> {
  const late: Letter[] = [];
  const underWay = new Set<Promise<unknown>>();
  const line = { requests: 0, isCut: false };
  const deliver = (letter: Letter): Promise<Response | undefined> => {
    const { path, headers, body } = letter;
    const sent = fetch(`${target()}${path}`, { method: "POST", headers, body }).catch(() => undefined);
    underWay.add(sent);
    return sent.finally(() => underWay.delete(sent));
  };
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    line.requests += 1;
    const letter = await readLetter(request);
    const fate = line.isCut ? "loseRequest" : fateOf();
    if (fate === "late") late.push(letter);
    if (fate === "loseRequest" || fate === "late") return void request.socket.destroy();
    const answer = await deliver(letter);
    const overtaken = late.shift();
    if (overtaken !== undefined) await deliver(overtaken);
    if (fate === "double") await deliver(letter);
    if (fate === "loseAnswer" || answer === undefined) return void request.socket.destroy();
    response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
  };
  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return Object.assign(line, {
    url: `http://127.0.0.1:${port}`,
    settle: async () => {
      for (const letter of late.splice(0)) await deliver(letter);
      await Promise.all(underWay);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

async function readLetter(request: IncomingMessage): Promise<Letter> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const type = request.headers["content-type"] ?? "application/octet-stream";
  return { path: request.url ?? "/", headers: { "content-type": type }, body: Buffer.concat(chunks) };
}
