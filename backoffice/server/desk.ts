import type { FastifyInstance } from "fastify";
import { formatDropTicketNumber } from "#core/domain/dropTicket.ts";
import { MessageData } from "#core/events/eventParts.ts";
import { eventLinks } from "../register/eventLinks.ts";
import type { AppContext } from "./appContext.ts";
import { hashEnrolmentCode } from "./enrolmentCode.ts";
import { hashPassword } from "./password.ts";
import { readPersonal } from "./personalReader.ts";

/** What exists on a desk only: sample account and code, so that a newcomer needs no set-up. */
export const DESK = {
  login: "hanh",
  password: "mot-cua-247",
  name: "Lê Thị Hạnh",
  staffId: "CB-01",
  kioskNumber: 1,
  enrolmentCode: "DESK-0001-KIOSK",
} as const;

/** A message as a citizen's phone shows it. */
export interface DeskMessage {
  readonly messageId: string;
  readonly queuedAtMs: number;
  readonly phone: string;
  readonly text: string;
}

/** Makes the sample account, and the sample code usable again: the kiosk's data may have been deleted meanwhile. */
export async function prepareDesk(context: Pick<AppContext, "store" | "nowMs">): Promise<void> {
  const { staffId, login, name, kioskNumber } = DESK;
  const { store } = context;
  if (!(await store.staffByLogin(login)))
    await store.putStaff({ staffId, login, name, role: "lead", passwordHash: await hashPassword(DESK.password) });
  await store.addEnrolmentCode({
    codeHash: hashEnrolmentCode(DESK.enrolmentCode),
    kioskNumber,
    createdBy: staffId,
    nowMs: context.nowMs(),
    expiresAtMs: null,
  });
}

/** Routes without a login, for this machine only; they are not registered anywhere but on a desk. */
export async function deskRoutes(app: FastifyInstance, context: AppContext): Promise<void> {
  app.addHook("onRequest", async (request, reply) => {
    // A name that merely resolves to this machine must not read it (DNS rebinding).
    if (!isLoopbackHost(request.hostname))
      return reply.code(403).send({ message: "The desk is for this machine only." });
    const origin = request.headers.origin;
    if (origin !== undefined && isLoopbackHost(hostnameOf(origin))) {
      reply.header("access-control-allow-origin", origin);
      reply.header("cross-origin-resource-policy", "cross-origin");
      reply.header("vary", "origin");
    }
  });
  app.get("/desk/messages", async (): Promise<DeskMessage[]> => deskMessages(context));
}

/** Newest first; a message whose key is not here is left out. */
async function deskMessages(context: AppContext): Promise<DeskMessage[]> {
  const messages: DeskMessage[] = [];
  for (const event of await context.store.messageEvents(50)) {
    const { dossierId } = eventLinks(event.payload);
    if (dossierId === null) continue;
    const data = await readPersonal(context, { ...event, dossierId }, MessageData);
    const dossier = await context.store.dossier({ kioskNumber: event.kioskNumber, dossierId });
    if (!data) continue;
    const text = messageText(data.pickupCode, {
      kioskNumber: event.kioskNumber,
      name: dossier?.ticket ? formatDropTicketNumber(dossier.ticket) : (dossier?.officialCode ?? ""),
    });
    messages.push({ messageId: event.hash.slice(0, 32), queuedAtMs: event.atMs, phone: data.phone, text });
  }
  return messages;
}

function messageText(pickupCode: string, of: { kioskNumber: number; name: string }): string {
  const code = `${pickupCode.slice(0, 4)} ${pickupCode.slice(4)}`;
  const kiosk = String(of.kioskNumber).padStart(2, "0");
  return (
    `Kết quả hồ sơ ${of.name} đã có tại kiosk ${kiosk}, lấy được cả ngày lẫn đêm. Mã lấy kết quả: ${code}. ` +
    "Khi lấy, mời nhập thêm bốn số cuối điện thoại. Xin đừng cho người khác biết mã này."
  );
}

function hostnameOf(origin: string): string | undefined {
  try {
    return new URL(origin).hostname;
  } catch {
    return undefined;
  }
}

function isLoopbackHost(hostname: string | undefined): boolean {
  return hostname === "127.0.0.1" || hostname === "localhost" || hostname === "[::1]";
}
