import { existsSync } from "node:fs";
import { join } from "node:path";
import cookie from "@fastify/cookie";
import rateLimit from "@fastify/rate-limit";
import fastifyStatic from "@fastify/static";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import type { CatalogueView } from "#core/contract/staffApi.ts";
import type { OfficeStore } from "../store/officeStore.ts";
import type { AppContext } from "./appContext.ts";
import { deskRoutes } from "./desk.ts";
import { kioskAdminRoutes } from "./kioskAdminRoutes.ts";
import { kioskRoutes } from "./kioskRoutes.ts";
import { createLiveChannel } from "./live.ts";
import type { OfficeKeyPair } from "./officeKeyFile.ts";
import { protectPages } from "./pageSecurity.ts";
import { registerRoutes } from "./registerRoutes.ts";
import { sessionRoutes } from "./sessions.ts";

export interface AppOptions {
  readonly store: OfficeStore;
  readonly officeKey: OfficeKeyPair;
  readonly nowMs: () => number;
  readonly isDesk: boolean;
  readonly isBehindTls: boolean;
  readonly catalogue: CatalogueView;
  /** Folder of the built staff page. */
  readonly webDir: string;
  readonly logger: FastifyBaseLogger;
  /** Requests of one address in a minute. Default 1,200: a kiosk that catches up sends a few a second. */
  readonly requestsPerMinute?: number;
}

/** Builds the back office's server without listening. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 64 * 1024,
  });
  const live = createLiveChannel();
  const context: AppContext = { ...options, live };
  protectPages(app);
  await app.register(cookie);
  await app.register(rateLimit, { max: options.requestsPerMinute ?? 1200, timeWindow: 60_000 });
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const statusCode = error.statusCode ?? 500;
    if (statusCode >= 500) request.log.error({ fault: error.name, message: error.message }, "Request failed.");
    const message = statusCode >= 500 ? "Máy chủ gặp lỗi. Xin thử lại; chưa có gì bị thay đổi." : error.message;
    return reply.code(statusCode).send({ message });
  });
  app.addHook("preClose", async () => live.close());
  await app.register((scope) => kioskRoutes(scope, context));
  await app.register((scope) => sessionRoutes(scope, context));
  await app.register((scope) => registerRoutes(scope, context));
  await app.register((scope) => kioskAdminRoutes(scope, context));
  if (options.isDesk) await app.register((scope) => deskRoutes(scope, context));
  await servePage(app, options.webDir);
  return app;
}

/** The page is one document: its own addresses (`/ho-so/…`) all get it. */
async function servePage(app: FastifyInstance, webDir: string): Promise<void> {
  const isBuilt = existsSync(join(webDir, "index.html"));
  if (isBuilt) await app.register(fastifyStatic, { root: webDir, index: "index.html", maxAge: "1h" });
  app.setNotFoundHandler(async (request, reply) => {
    const wantsPage = request.method === "GET" && request.headers.accept?.includes("text/html");
    if (wantsPage && isBuilt) return reply.sendFile("index.html");
    const message = isBuilt ? "Không có địa chỉ này." : "The staff page is not built. Build it, then start again.";
    return reply.code(404).send({ message });
  });
}
