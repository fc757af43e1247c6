import type { FastifyInstance, FastifyRequest } from "fastify";
import { ApiFault } from "./apiFault.ts";

/** Everything comes from this server; styles and scripts from files only. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** Headers on every answer, and the check that a change comes from our own page. */
export function protectPages(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.header("content-security-policy", CONTENT_SECURITY_POLICY);
    reply.header("x-content-type-options", "nosniff");
    reply.header("referrer-policy", "no-referrer");
    reply.header("cross-origin-opener-policy", "same-origin");
    reply.header("cross-origin-resource-policy", "same-origin");
    if (!request.url.startsWith("/assets/")) reply.header("cache-control", "no-store");
    if (request.url.startsWith("/api/")) requireOwnOrigin(request);
  });
}

/** SameSite=Strict keeps the cookie from other sites; this also keeps out other ports of the same machine. */
function requireOwnOrigin(request: FastifyRequest): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const origin = request.headers.origin;
  if (origin === undefined || hostOf(origin) !== request.headers.host)
    throw new ApiFault(403, "Yêu cầu không đến từ trang của cơ quan. Mời mở lại trang và thử lại.");
  const { "content-length": length = "0", "transfer-encoding": encoding, "content-type": type } = request.headers;
  const hasBody = length !== "0" || encoding !== undefined;
  if (hasBody && !type?.startsWith("application/json")) throw new ApiFault(415, "Yêu cầu phải là JSON.");
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}
