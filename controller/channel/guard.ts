import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Sessions } from "./sessions.ts";

export interface GuardOptions {
  readonly sessions: Sessions;
  /** Known once the server listens. */
  readonly port: () => number;
}

const HEADERS = {
  // Scripts and workers from here only, nothing inline; WebAssembly for the QR decoder. Style elements are allowed
  // inline, because the accessibility library adds one; a style cannot reach the channel.
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "frame-src 'self'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; "),
  "permissions-policy": "camera=(self), microphone=(), geolocation=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

const REFUSAL =
  "Trang này chỉ mở được từ chương trình của kiosk. Xin khởi động lại màn hình của kiosk.\n" +
  "This page opens from the kiosk's own program only. Please start the kiosk's screen again.\n";

/**
 * Lets nothing pass that does not come from a page of ours: right host (against DNS rebinding), right origin, and the
 * session cookie, which a launch code in any page's address is exchanged for.
 */
export function installGuard(app: FastifyInstance, { sessions, port }: GuardOptions): void {
  const cookieName = (): string => `kiosk-session-${port()}`;
  app.addHook("onRequest", async (request, reply) => {
    reply.headers(HEADERS);
    if (!isOurs(request, port())) return refuse(request, reply);
    const hasSession = sessions.isGenuine(request.cookies[cookieName()]);
    const launchCode = launchCodeOf(request);
    if (launchCode !== undefined) {
      const cookie = sessions.redeem(launchCode);
      if (cookie === undefined && !hasSession) return refuse(request, reply);
      if (cookie !== undefined)
        reply.setCookie(cookieName(), cookie, { path: "/", httpOnly: true, sameSite: "strict" });
      // Without the code in it, the address can be loaded again.
      return reply.redirect(request.url.split("?")[0] ?? "/", 302);
    }
    if (!hasSession) return refuse(request, reply);
  });
}

function isOurs(request: FastifyRequest, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host = "", origin } = request.headers;
  if (!hosts.includes(host)) return false;
  // Browsers always name the origin of a WebSocket; a page of ours is the only one that may open it.
  const needsOrigin = request.headers.upgrade !== undefined;
  return origin === undefined ? !needsOrigin : origin === `http://${host}`;
}

function launchCodeOf(request: FastifyRequest): string | undefined {
  if (request.method !== "GET" || request.headers.upgrade !== undefined) return undefined;
  const { launch } = request.query as { readonly launch?: unknown };
  return typeof launch === "string" ? launch : undefined;
}

function refuse(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.log.warn({ path: request.url.split("?")[0] }, "A request that is not from the kiosk's own page was refused.");
  return reply.code(403).type("text/plain; charset=utf-8").send(REFUSAL);
}
