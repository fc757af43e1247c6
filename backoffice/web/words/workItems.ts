import type { AlarmView, CaseView, DossierView, OrderView, RegisterView } from "#core/contract/staffApi.ts";
import { alarmText, caseName, caseNumberName, dossierName, kioskName, placeName } from "./names.ts";

/** Cases that cannot wait for the next round. */
const URGENT: ReadonlySet<string> = new Set([
  "doorForced",
  "unexpectedContents",
  "tamper",
  "panic",
  "evacuated",
  "restored",
  "storeDamaged",
]);

/** Something that waits for a person. */
export interface WorkItem {
  readonly key: string;
  /** The narrow first column. */
  readonly label: string;
  readonly title: string;
  readonly note: string;
  readonly sinceMs: number;
  readonly isUrgent: boolean;
  readonly about:
    | { readonly kind: "alarm"; readonly alarm: AlarmView }
    | { readonly kind: "case"; readonly one: CaseView }
    | { readonly kind: "dossier"; readonly dossier: DossierView }
    | { readonly kind: "order"; readonly order: OrderView };
}

export interface WorkGroup {
  readonly title: string;
  readonly items: readonly WorkItem[];
}

/** What staff have to settle, the most pressing first. Groups without items are left out. */
export function workGroups(register: RegisterView): readonly WorkGroup[] {
  const groups: readonly WorkGroup[] = [
    { title: "Báo động", items: register.alarms.map(alarmItem) },
    { title: "Sự việc đang mở", items: register.cases.filter((one) => one.closedAtMs === null).map(caseItem) },
    { title: "Cần gắn mã hồ sơ", items: register.dossiers.filter(needsCode).map(dossierItem) },
    { title: "Chờ kiosk nhận", items: register.pendingOrders.map(orderItem) },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

/** Taken over, and not yet in the one-stop system's books. */
function needsCode(dossier: DossierView): boolean {
  return dossier.officialCode === null && (dossier.place === "clerk" || dossier.place === "counter");
}

function alarmItem(alarm: AlarmView): WorkItem {
  return {
    key: `alarm-${alarm.alarmId}`,
    label: "Nhật ký",
    title: alarmText(alarm).title,
    note: alarm.count > 1 ? `${kioskName(alarm.kioskNumber)}, ${alarm.count} lần` : kioskName(alarm.kioskNumber),
    sinceMs: alarm.firstAtMs,
    isUrgent: alarm.kind === "fork" || alarm.kind === "badChain",
    about: { kind: "alarm", alarm },
  };
}

function caseItem(one: CaseView): WorkItem {
  const place = one.compartmentNumber === null ? "" : `, ngăn ${one.compartmentNumber}`;
  return {
    key: `case-${one.kioskNumber}-${one.caseNumber}`,
    label: caseNumberName(one.caseNumber),
    title: caseName(one.kind),
    note: `${kioskName(one.kioskNumber)}${place}`,
    sinceMs: one.openedAtMs,
    isUrgent: URGENT.has(one.kind),
    about: { kind: "case", one },
  };
}

function dossierItem(dossier: DossierView): WorkItem {
  return {
    key: `dossier-${dossier.kioskNumber}-${dossier.dossierId}`,
    label: "Mã hồ sơ",
    title: dossierName(dossier),
    note: `${placeName(dossier)}, ${kioskName(dossier.kioskNumber)}`,
    sinceMs: dossier.takenOverAtMs ?? dossier.changedAtMs,
    isUrgent: false,
    about: { kind: "dossier", dossier },
  };
}

function orderItem(order: OrderView): WorkItem {
  return {
    key: `order-${order.kioskNumber}-${order.number}`,
    label: order.kind === "announceDossier" ? "Báo trước" : "Gắn mã",
    title: order.officialCode,
    note: `Lệnh ${order.number} cho ${kioskName(order.kioskNumber)}`,
    sinceMs: order.createdAtMs,
    isUrgent: false,
    about: { kind: "order", order },
  };
}
