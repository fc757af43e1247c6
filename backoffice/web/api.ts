import type { z } from "zod";
import { z as zod } from "zod";
import {
  type AnnounceRequest,
  ApiError,
  CatalogueView,
  DossierPageView,
  EnrolmentCodeView,
  OrderView,
  PersonView,
  RegisterView,
  SessionView,
} from "#core/contract/staffApi.ts";

/** A request that failed, with the server's sentence. `status` 0: the server was not reached. */
export class RequestFault extends Error {
  override readonly name = "RequestFault";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const Nothing = zod.strictObject({});

/** Path of one dossier in the API. */
const dossierPath = (kioskNumber: number, dossierId: string) => `kiosks/${kioskNumber}/dossiers/${dossierId}`;

/** Every request that the page makes; each throws a `RequestFault`. */
export const api = {
  session: () => request("GET", "session", SessionView),
  signIn: (login: string, password: string) => request("POST", "session", SessionView, { login, password }),
  signOut: () => request("DELETE", "session", Nothing),
  catalogue: () => request("GET", "catalogue", CatalogueView),
  register: (text: string) => request("GET", `register?text=${encodeURIComponent(text)}`, RegisterView),
  dossier: (kioskNumber: number, dossierId: string) =>
    request("GET", dossierPath(kioskNumber, dossierId), DossierPageView),
  person: (kioskNumber: number, dossierId: string) =>
    request("GET", `${dossierPath(kioskNumber, dossierId)}/person`, PersonView),
  assignCode: (of: { kioskNumber: number; dossierId: string }, officialCode: string) =>
    request("POST", `${dossierPath(of.kioskNumber, of.dossierId)}/official-code`, OrderView, { officialCode }),
  announce: (announcement: AnnounceRequest) => request("POST", "announcements", OrderView, announcement),
  enrolmentCode: (kioskNumber: number) => request("POST", "enrolment-codes", EnrolmentCodeView, { kioskNumber }),
  revoke: (kioskNumber: number) => request("POST", `kiosks/${kioskNumber}/revocation`, Nothing),
  acknowledgeAlarm: (alarmId: number) => request("POST", `alarms/${alarmId}/acknowledgement`, Nothing),
};

async function request<S extends z.ZodType>(
  method: "GET" | "POST" | "DELETE",
  path: string,
  ...[schema, body]: readonly [schema: S, body?: object]
): Promise<z.infer<S>> {
  const response = await reach(`/api/v1/${path}`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  const json: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const fault = ApiError.safeParse(json);
    throw new RequestFault(response.status, fault.success ? fault.data.message : "Máy chủ trả lời không đọc được.");
  }
  return schema.parse(json);
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch {
    throw new RequestFault(0, "Chưa nối được máy chủ. Trang sẽ tự nối lại.");
  }
}
