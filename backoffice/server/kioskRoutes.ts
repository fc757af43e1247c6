import type { FastifyInstance } from "fastify";
import type { AppContext } from "./appContext.ts";
import { createKioskApi } from "./kioskApi.ts";
import { type Refused, refusal } from "./kioskRequest.ts";

/** A full batch of ordinary events is far below; one event of the largest size fits several times over. */
const SYNC_BODY_BYTES = 4 * 1024 * 1024;

/** A request that only asks. */
const SMALL_BODY_BYTES = 64 * 1024;

const STATUS_OF: Record<Refused["reason"], number> = {
  gap: 409,
  fork: 409,
  badChain: 409,
  unknownKiosk: 401,
  revoked: 403,
  badRequest: 400,
};

/** What kiosks talk to, over HTTP. */
export async function kioskRoutes(app: FastifyInstance, context: AppContext): Promise<void> {
  const api = createKioskApi({ ...context, onChanged: (lastReceivedId) => context.live.changed(lastReceivedId) });
  app.addContentTypeParser("application/jose", { parseAs: "string", bodyLimit: SYNC_BODY_BYTES }, (_, body, done) =>
    done(null, body),
  );
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const statusCode = error.statusCode ?? 500;
    if (statusCode >= 500) request.log.error({ fault: error.name, message: error.message }, "Kiosk request failed.");
    const answer = refusal("badRequest", statusCode >= 500 ? "The back office failed; send again." : error.message);
    return reply.code(statusCode).send(answer);
  });
  app.post("/kiosk/v1/enrol", { bodyLimit: 4096, config: { rateLimit: { max: 20 } } }, async (request, reply) => {
    const { status, body } = await api.enrol(request.body);
    return reply.code(status).send(body);
  });
  app.post("/kiosk/v1/sync", { bodyLimit: SYNC_BODY_BYTES }, async (request, reply) => {
    const answer = await api.sync(request.body);
    if (answer.result === "refused") {
      request.log.warn({ reason: answer.reason, acknowledgedUpTo: answer.acknowledgedUpTo }, "Sync refused.");
      return reply.code(STATUS_OF[answer.reason]).send(answer);
    }
    return answer;
  });
  app.post("/kiosk/v1/keys", { bodyLimit: SMALL_BODY_BYTES }, async (request, reply) => {
    const answer = await api.keys(request.body);
    if (answer.result === "keys") return answer;
    request.log.warn({ reason: answer.reason }, "Keys refused.");
    return reply.code(STATUS_OF[answer.reason]).send(answer);
  });
  app.post("/kiosk/v1/history", { bodyLimit: SMALL_BODY_BYTES }, async (request, reply) => {
    const answer = await api.history(request.body);
    if (answer.result === "history") return answer;
    request.log.warn({ reason: answer.reason }, "History refused.");
    return reply.code(STATUS_OF[answer.reason]).send(answer);
  });
}
