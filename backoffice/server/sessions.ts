import { createHash, randomBytes } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { LoginRequest, type SessionView } from "#core/contract/staffApi.ts";
import type { StaffRow } from "../store/rows.ts";
import { ApiFault, readInput } from "./apiFault.ts";
import type { AppContext } from "./appContext.ts";
import { isPassword } from "./password.ts";

/** A working day; after it staff sign in again. */
const SESSION_MS = 10 * 60 * 60 * 1000;
const MOST_WRONG_TRIES = 5;
const LOCK_MS = 15 * 60 * 1000;

/** Name of the session cookie: the kiosk's own channel on the same machine uses another. */
export const SESSION_COOKIE = "office_session";

/** Signing in and out. */
export async function sessionRoutes(app: FastifyInstance, context: AppContext): Promise<void> {
  app.post("/api/v1/session", { config: { rateLimit: { max: 20 } } }, async (request, reply) => {
    const staff = await signIn(context, readInput(LoginRequest, request.body));
    await openSession(context, staff, reply);
    return sessionView(context, staff);
  });
  app.get("/api/v1/session", async (request) => sessionView(context, await requireStaff(context, request)));
  app.delete("/api/v1/session", async (request, reply) => {
    const token = request.cookies[SESSION_COOKIE];
    if (token !== undefined) await context.store.endSession(hashToken(token));
    reply.clearCookie(SESSION_COOKIE, { path: "/" });
    return {};
  });
}

/** The signed-in member of staff; a fault with status 401 without one. */
export async function requireStaff(context: AppContext, request: FastifyRequest): Promise<StaffRow> {
  const token = request.cookies[SESSION_COOKIE];
  const staff = token === undefined ? undefined : await context.store.staffOfSession(hashToken(token), context.nowMs());
  if (!staff) throw new ApiFault(401, "Phiên làm việc đã hết. Mời đăng nhập lại.");
  return staff;
}

/** As `requireStaff`, for what only a lead may do. */
export async function requireLead(context: AppContext, request: FastifyRequest): Promise<StaffRow> {
  const staff = await requireStaff(context, request);
  if (staff.role !== "lead") throw new ApiFault(403, "Việc này cần tổ trưởng một cửa.");
  return staff;
}

/** Counts wrong tries before it looks at the password, so that parallel guesses are counted as well. */
async function signIn(context: AppContext, given: { login: string; password: string }): Promise<StaffRow> {
  const { store } = context;
  const nowMs = context.nowMs();
  const staff = await store.staffByLogin(given.login.trim().toLowerCase());
  if (staff?.lockedUntilMs && staff.lockedUntilMs > nowMs)
    throw new ApiFault(429, "Tài khoản tạm khóa vì nhập sai nhiều lần. Xin thử lại sau 15 phút.");
  if (staff) {
    const failedTries = staff.failedTries + 1;
    const isLocked = failedTries >= MOST_WRONG_TRIES;
    await store.noteLogin(staff.staffId, {
      failedTries: isLocked ? 0 : failedTries,
      lockedUntilMs: isLocked ? nowMs + LOCK_MS : null,
    });
  }
  const isRight = await isPassword(given.password, staff?.passwordHash);
  if (!staff || !isRight) throw new ApiFault(401, "Tên đăng nhập hoặc mật khẩu chưa đúng.");
  await store.noteLogin(staff.staffId, { failedTries: 0, lockedUntilMs: null });
  return staff;
}

async function openSession(context: AppContext, staff: StaffRow, reply: FastifyReply): Promise<void> {
  const token = randomBytes(32).toString("base64url");
  const nowMs = context.nowMs();
  const expiresAtMs = nowMs + SESSION_MS;
  await context.store.addSession({ tokenHash: hashToken(token), staffId: staff.staffId, nowMs, expiresAtMs });
  await context.store.noteAct({ staffId: staff.staffId, act: "signedIn", kioskNumber: null, dossierId: null, nowMs });
  reply.setCookie(SESSION_COOKIE, token, {
    path: "/",
    httpOnly: true,
    sameSite: "strict",
    secure: context.isBehindTls,
    maxAge: SESSION_MS / 1000,
  });
}

function sessionView(context: AppContext, staff: StaffRow): SessionView {
  return { staffId: staff.staffId, name: staff.name, role: staff.role, isDesk: context.isDesk };
}

function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
