import { existsSync } from "node:fs";
import cookie from "@fastify/cookie";
import statics from "@fastify/static";
import websocket from "@fastify/websocket";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import { CHANNEL_MESSAGE_BYTES, CHANNEL_PATH, type Snapshot } from "#core/contract/channel.ts";
import type { TechnicianView } from "#core/contract/technician.ts";
import { Id } from "#core/domain/ids.ts";
import { installGuard } from "./guard.ts";
import { ScreenLink, type ScreenLinkOptions } from "./screenLink.ts";
import { createSessions, type SessionOptions } from "./sessions.ts";

export interface ChannelOptions extends ScreenLinkOptions {
  /** On the loopback interface; 0 takes any free port. */
  readonly port: number;
  readonly session: SessionOptions;
  /** Folder of the built pages. */
  readonly pagesFolder: string;
  /** PNG of a paper that this visit shows, served as `/paper/ID.png`; undefined where there is none (any more). */
  readonly pictureFor: (paperId: Id) => Uint8Array | undefined | Promise<Uint8Array | undefined>;
  /** Adds further routes behind the same guard, such as the desk's. */
  readonly extend?: ((app: FastifyInstance) => void) | undefined;
}

/** The local channel while it listens. */
export interface Channel {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** An address that lets a page in; `path` begins with "/". */
  launchUrl(path?: string): string;
  readonly hasPage: boolean;
  /** Sends the snapshot to the page, and to each page that connects later. */
  publish(snapshot: Snapshot): void;
  /** Sends live facts to the page that shows technician mode now. */
  sendView(view: TechnicianView): void;
  close(): Promise<void>;
}

/** Serves the pages and the channel on the loopback interface. Rejects with a sentence where the port is taken. */
export async function createChannel(options: ChannelOptions): Promise<Channel> {
  const loggerInstance: FastifyBaseLogger = options.logger;
  const logController = new LogController({ disableRequestLogging: true });
  const app: FastifyInstance = Fastify({ loggerInstance, logController, bodyLimit: 1_024 });
  const sessions = createSessions(options.session);
  const link = new ScreenLink(options);
  let port = options.port;
  await app.register(cookie);
  await app.register(websocket, { options: { maxPayload: CHANNEL_MESSAGE_BYTES } });
  installGuard(app, { sessions, port: () => port });
  await app.register(async (routes) => {
    routes.get(CHANNEL_PATH, { websocket: true }, (page) => link.attach(page));
  });
  servePaper(app, options.pictureFor);
  await servePages(app, options.pagesFolder);
  options.extend?.(app);
  port = await listen(app, options.port);
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    launchUrl: (path = "/") => `${origin}${path}?launch=${sessions.mintLaunchCode()}`,
    get hasPage() {
      return link.hasPage;
    },
    publish: (snapshot) => link.publish(snapshot),
    sendView: (view) => link.sendView(view),
    close: () => app.close(),
  };
}

function servePaper(app: FastifyInstance, pictureFor: ChannelOptions["pictureFor"]): void {
  app.get<{ Params: { file: string } }>("/paper/:file", async (request, reply) => {
    const paperId = Id.safeParse(request.params.file.replace(/\.png$/, ""));
    const picture = paperId.success ? await pictureFor(paperId.data) : undefined;
    if (picture === undefined) return reply.code(404).type("text/plain").send("There is no such paper.\n");
    return reply.type("image/png").header("cache-control", "no-store").send(Buffer.from(picture));
  });
}

async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(folder)) {
    app.get("/", async (_request, reply) =>
      reply.code(503).type("text/plain; charset=utf-8").send("The pages are not built yet. Run: npm run build\n"),
    );
    return;
  }
  await app.register(statics, {
    root: folder,
    redirect: true,
    setHeaders: (reply, path) => {
      // Built files carry a hash in their names; pages do not.
      reply.header("cache-control", path.endsWith(".html") ? "no-store" : "private, max-age=86400");
    },
  });
}

async function listen(app: FastifyInstance, port: number): Promise<number> {
  try {
    await app.listen({ host: "127.0.0.1", port });
  } catch (error) {
    await app.close();
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE")
      throw new Error(
        `Port ${port} is in use by another program. End it, or set another "listen.port" in the configuration.`,
      );
    throw error;
  }
  const address = app.server.address();
  return typeof address === "object" && address !== null ? address.port : port;
}
