import { expect, test } from "vitest";
import { addressOf, routeOf } from "#backoffice/web/useRoute.ts";
import { countRows } from "#backoffice/web/words/countRows.ts";
import { eventLine } from "#backoffice/web/words/eventLine.ts";
import { age, dueDay, shortMoment } from "#backoffice/web/words/times.ts";
import type { EventView } from "#core/contract/staffApi.ts";
import { eventCatalogue } from "#core/events/payloads.ts";
import { idOf } from "../../../support/kioskLog.ts";

function view(type: string, payload: EventView["payload"] = {}): EventView {
  const rest = { logId: idOf("log"), seq: 1, atMs: 0, isTimeTrusted: true, hash: "0".repeat(64), parkedReason: null };
  return { receivedId: 1, kioskNumber: 1, type, payload, ...rest };
}

test("every event type of the catalogue has its own Vietnamese sentence; an unknown one keeps its name", () => {
  for (const type of Object.keys(eventCatalogue)) expect(eventLine(view(type)).what, type).not.toContain("“");
  expect(eventLine(view("compartmentPainted")).what).toContain("compartmentPainted");
});

test("times are those of the office, whatever the browser's zone", () => {
  expect(shortMoment(Date.UTC(2026, 10, 14, 14, 47))).toBe("21:47 T7 14/11");
  expect(dueDay("2026-11-18")).toBe("T4 18/11/2026");
});

test("an age is told in the unit that fits", () => {
  const minuteMs = 60_000;
  const ages = [0, 20, 360, 4_320].map((minutes) => age(0, minutes * minuteMs));
  expect(ages).toEqual(["vừa xong", "20 phút", "6 giờ", "3 ngày"]);
});

test("a paper that the clerk counts differently, or does not find, is a difference", () => {
  const paper = (paperId: string, photocopies: number) => ({ paperId, originals: 1, certified: 0, photocopies });
  const chain = [
    view("dossierDeposited", { procedureId: "p", counts: [paper("a", 3), paper("b", 0)], dossierCount: 1 }),
    view("dossierTakenOver", { counts: [paper("a", 2)], dossierCount: 1 }),
  ];
  const rows = countRows(chain, { procedures: [{ id: "p", name: "P", papers: [{ id: "a", name: "Đơn" }] }] });
  expect(rows.map(({ name, isDifferent }) => [name, isDifferent])).toEqual([
    ["Đơn", true],
    ["b", true],
    ["Số bộ hồ sơ", false],
  ]);
  expect(countRows(chain.slice(0, 1), { procedures: [] }).some(({ isDifferent }) => isDifferent)).toBe(false);
});

test("every place has an address that leads back to it", () => {
  for (const address of ["/", "/?viec=case-1-2", "/ho-so", `/ho-so/1/${idOf("d")}`, "/kiosk", "/kiosk/3", "/nhat-ky"]) {
    const url = new URL(address, "http://office.test");
    expect(addressOf(routeOf(url.pathname, url.search))).toBe(address);
  }
});
