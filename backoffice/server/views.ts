import type { CaseView, EventView, KioskView, OrderView, RegisterView } from "#core/contract/staffApi.ts";
import type { CompartmentRow } from "../register/compartmentRow.ts";
import type { ReceivedEvent } from "../store/officeStore.ts";
import type { KioskRow, OrderRow } from "../store/rows.ts";
import type { AppContext } from "./appContext.ts";

/** A kiosk calls every few seconds; after a minute of silence it counts as offline. */
const ONLINE_MS = 60_000;

/** All that the register page shows, read at once. */
export async function registerView(context: AppContext, text: string): Promise<RegisterView> {
  const { store } = context;
  const timeMs = context.nowMs();
  const pending = await store.pendingOrders();
  const compartments = await store.compartments();
  const kiosks = await store.kiosks();
  return {
    timeMs,
    lastReceivedId: await store.lastReceivedId(),
    kiosks: kiosks.map((kiosk) => kioskView(kiosk, { timeMs, compartments, pending })),
    dossiers: await store.dossiers({ text, limit: 200 }),
    events: (await store.events({ limit: 60 })).map(eventView),
    cases: await store.cases(200),
    alarms: await store.alarms(),
    pendingOrders: pending.map((order) => orderView(order, 0)),
  };
}

/** An event as the page gets it: without the sealed part, and with a payload that is an object. */
export function eventView(event: ReceivedEvent): EventView {
  const { receivedId, kioskNumber, logId, seq, type, atMs, isTimeTrusted, hash, parkedReason } = event;
  const payload = publicPayload(event.payload);
  return { receivedId, kioskNumber, logId, seq, type, atMs, isTimeTrusted, payload, hash, parkedReason };
}

/** An order and whether its kiosk has it in its log. */
export function orderView(order: OrderRow, ordersTakenUpTo: number): OrderView {
  const { kioskNumber, number, kind, dossierId, officialCode, createdBy, createdAtMs } = order;
  return {
    kioskNumber,
    number,
    kind,
    dossierId,
    officialCode,
    createdBy,
    createdAtMs,
    isTaken: number <= ordersTakenUpTo,
  };
}

/** Cases of one dossier. */
export function casesOf(cases: readonly CaseView[], dossier: { kioskNumber: number; dossierId: string }): CaseView[] {
  return cases.filter((one) => one.kioskNumber === dossier.kioskNumber && one.dossierId === dossier.dossierId);
}

function kioskView(
  kiosk: KioskRow,
  of: { timeMs: number; compartments: readonly CompartmentRow[]; pending: readonly OrderRow[] },
): KioskView {
  const { kioskNumber, lastContactMs, logId, lastSeq, revokedAtMs } = kiosk;
  return {
    kioskNumber,
    isOnline: revokedAtMs === null && lastContactMs !== null && of.timeMs - lastContactMs < ONLINE_MS,
    isRevoked: revokedAtMs !== null,
    lastContactMs,
    logId,
    lastSeq,
    pendingOrderCount: of.pending.filter((order) => order.kioskNumber === kioskNumber).length,
    compartments: of.compartments
      .filter((one) => one.kioskNumber === kioskNumber)
      .map(({ compartmentNumber, heightMm, contents, isInService }) => ({
        compartmentNumber,
        heightMm,
        contents,
        isInService,
      })),
  };
}

/** Hashes of credentials and sealed keys are nothing for a page. */
const KEPT_BACK = new Set(["pickup", "tokenHash"]);

function publicPayload(text: string): EventView["payload"] {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
    return Object.fromEntries(Object.entries(value).filter(([name]) => !KEPT_BACK.has(name)));
  } catch {
    return {};
  }
}
