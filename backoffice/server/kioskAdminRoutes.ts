import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { EnrolmentCodeRequest, type EnrolmentCodeView } from "#core/contract/staffApi.ts";
import { KioskNumber } from "#core/domain/ids.ts";
import { readInput } from "./apiFault.ts";
import type { AppContext } from "./appContext.ts";
import { ENROLMENT_CODE_LIFE_MS, hashEnrolmentCode, newEnrolmentCode } from "./enrolmentCode.ts";
import { requireLead, requireStaff } from "./sessions.ts";

const KioskPath = z.strictObject({ kioskNumber: z.coerce.number().pipe(KioskNumber) });
const AlarmPath = z.strictObject({ alarmId: z.coerce.number().int().min(1) });

/** Enrolment, revocation and alarms of kiosks. */
export async function kioskAdminRoutes(app: FastifyInstance, context: AppContext): Promise<void> {
  const { store } = context;
  app.post("/api/v1/enrolment-codes", async (request): Promise<EnrolmentCodeView> => {
    const { staffId } = await requireLead(context, request);
    const { kioskNumber } = readInput(EnrolmentCodeRequest, request.body);
    const code = newEnrolmentCode();
    const nowMs = context.nowMs();
    const expiresAtMs = nowMs + ENROLMENT_CODE_LIFE_MS;
    await store.addEnrolmentCode({
      codeHash: hashEnrolmentCode(code),
      kioskNumber,
      createdBy: staffId,
      nowMs,
      expiresAtMs,
    });
    await store.noteAct({ staffId, act: "madeEnrolmentCode", kioskNumber, dossierId: null, nowMs });
    return { kioskNumber, code, expiresAtMs };
  });
  app.post("/api/v1/kiosks/:kioskNumber/revocation", async (request) => {
    const { staffId } = await requireLead(context, request);
    const { kioskNumber } = readInput(KioskPath, request.params);
    const nowMs = context.nowMs();
    await store.revokeKiosk(kioskNumber, nowMs);
    await store.noteAct({ staffId, act: "revokedKiosk", kioskNumber, dossierId: null, nowMs });
    context.live.changed(await store.lastReceivedId());
    return {};
  });
  app.post("/api/v1/alarms/:alarmId/acknowledgement", async (request) => {
    const { staffId } = await requireStaff(context, request);
    const { alarmId } = readInput(AlarmPath, request.params);
    await store.acknowledgeAlarm(alarmId, { staffId, nowMs: context.nowMs() });
    context.live.changed(await store.lastReceivedId());
    return {};
  });
}
