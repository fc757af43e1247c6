import { randomBytes } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import {
  AnnounceRequest,
  AssignCodeRequest,
  type CatalogueView,
  type DossierPageView,
  DossierPath,
  LIVE_PATH,
  type OrderView,
  type PersonView,
  type RegisterView,
} from "#core/contract/staffApi.ts";
import type { Order } from "#core/contract/sync.ts";
import { AnnouncedData, DepositorData } from "#core/events/eventParts.ts";
import type { DossierRef } from "../store/officeStore.ts";
import { ApiFault, readInput } from "./apiFault.ts";
import type { AppContext } from "./appContext.ts";
import { readPersonal } from "./personalReader.ts";
import { requireStaff } from "./sessions.ts";
import { casesOf, eventView, orderView, registerView } from "./views.ts";

const SearchQuery = z.strictObject({ text: z.string().max(60).default("") });
const DOSSIER = "/api/v1/kiosks/:kioskNumber/dossiers/:dossierId";

/** The register behind the login: reading it, and what becomes an order to a kiosk. */
export async function registerRoutes(app: FastifyInstance, context: AppContext): Promise<void> {
  app.get("/api/v1/register", async (request): Promise<RegisterView> => {
    await requireStaff(context, request);
    return registerView(context, readInput(SearchQuery, request.query).text.trim());
  });
  app.get("/api/v1/catalogue", async (request): Promise<CatalogueView> => {
    await requireStaff(context, request);
    return context.catalogue;
  });
  app.get(DOSSIER, async (request): Promise<DossierPageView> => {
    await requireStaff(context, request);
    return dossierPage(context, readInput(DossierPath, request.params));
  });
  app.get(`${DOSSIER}/person`, async (request): Promise<PersonView> => {
    const staff = await requireStaff(context, request);
    const ref = readInput(DossierPath, request.params);
    await context.store.noteAct({ staffId: staff.staffId, act: "lookedAtPerson", ...ref, nowMs: context.nowMs() });
    return personOf(context, ref);
  });
  app.post(`${DOSSIER}/official-code`, async (request): Promise<OrderView> => {
    const staff = await requireStaff(context, request);
    const ref = readInput(DossierPath, request.params);
    const { officialCode } = readInput(AssignCodeRequest, request.body);
    if (!(await context.store.dossier(ref))) throw notInRegister();
    return giveOrder(context, staff.staffId, { ...ref, order: { kind: "assignOfficialCode", officialCode } });
  });
  app.post("/api/v1/announcements", async (request): Promise<OrderView> => {
    const staff = await requireStaff(context, request);
    const { kioskNumber, officialCode, name, phone, secondValue } = readInput(AnnounceRequest, request.body);
    if (!(await context.store.kiosk(kioskNumber)))
      throw new ApiFault(404, `Chưa có kiosk ${kioskNumber} nào được ghi danh.`);
    const person = { ...(name && { name }), ...(phone && { phone: phone.replaceAll(" ", "") }), secondValue };
    const dossierId = randomBytes(16).toString("hex");
    const order = { kind: "announceDossier", officialCode, person } as const;
    return giveOrder(context, staff.staffId, { kioskNumber, dossierId, order });
  });
  app.get(LIVE_PATH, { config: { rateLimit: false } }, async (request, reply) => {
    await requireStaff(context, request);
    reply.raw.setHeader("content-type", "text/event-stream");
    reply.raw.setHeader("cache-control", "no-store");
    reply.hijack();
    if (!context.live.add(reply.raw)) reply.raw.statusCode = 503;
    if (reply.raw.statusCode === 503) return reply.raw.end();
    reply.raw.write(`event: changed\ndata: ${await context.store.lastReceivedId()}\n\n`);
  });
}

async function dossierPage(context: AppContext, ref: DossierRef): Promise<DossierPageView> {
  const { store } = context;
  const dossier = await store.dossier(ref);
  if (!dossier) throw notInRegister();
  const taken = (await store.kiosk(ref.kioskNumber))?.ordersTakenUpTo ?? 0;
  return {
    dossier,
    chain: (await store.eventsOfDossier(ref)).map(eventView),
    orders: (await store.ordersOfDossier(ref)).map((order) => orderView(order, taken)),
    cases: casesOf(await store.cases(1000), ref),
  };
}

/** Name and phone as sealed with the deposit or the announcement. The second value is a credential: it is not shown. */
async function personOf(context: AppContext, ref: DossierRef): Promise<PersonView> {
  const event = await context.store.eventOfType(ref, ["dossierDeposited", "depositAbandoned", "dossierAnnounced"]);
  if (!event) throw notInRegister();
  const isAnnounced = event.type === "dossierAnnounced";
  const located = { ...event, dossierId: ref.dossierId };
  const announced = isAnnounced ? await readPersonal(context, located, AnnouncedData) : undefined;
  const depositor = isAnnounced ? undefined : await readPersonal(context, located, DepositorData);
  const person = announced ?? depositor;
  if (!person) throw new ApiFault(410, "Thông tin người nộp không mở được: khóa của hồ sơ không có ở đây.");
  return { name: person.name ?? null, idNumber: depositor?.idNumber ?? null, phone: person.phone ?? null };
}

type OrderContent =
  | Omit<Extract<Order, { kind: "assignOfficialCode" }>, "number" | "dossierId">
  | Omit<Extract<Order, { kind: "announceDossier" }>, "number" | "dossierId">;

async function giveOrder(
  context: AppContext,
  staffId: string,
  given: DossierRef & { readonly order: OrderContent },
): Promise<OrderView> {
  const { store, officeKey } = context;
  const { kioskNumber, dossierId, order } = given;
  const holder = await store.dossierWithOfficialCode(order.officialCode);
  if (holder) throw new ApiFault(409, `Mã hồ sơ ${order.officialCode} đã gắn với một hồ sơ khác. Xin kiểm tra lại.`);
  const nowMs = context.nowMs();
  const row = await store.addOrder({
    kioskNumber,
    dossierId,
    kind: order.kind,
    officialCode: order.officialCode,
    sealBody: (number) => officeKey.seal(Buffer.from(JSON.stringify({ ...order, dossierId, number }))),
    createdBy: staffId,
    nowMs,
  });
  await store.noteAct({ staffId, act: order.kind, kioskNumber, dossierId, nowMs });
  context.live.changed(await store.lastReceivedId());
  return orderView(row, 0);
}

function notInRegister(): ApiFault {
  return new ApiFault(404, "Không có hồ sơ này trong sổ.");
}
