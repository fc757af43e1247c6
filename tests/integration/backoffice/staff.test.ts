import { statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { DossierPageView, EnrolmentCodeView, RegisterView } from "#core/contract/staffApi.ts";
import { EnrolAnswer } from "#core/contract/sync.ts";
import { idOf, KioskLog } from "../../support/kioskLog.ts";
import { OfficeServer, RawKiosk } from "../../support/officeServer.ts";
import { collect, commission, deposit, loadResult, takeOver } from "../../support/sampleNight.ts";

const PHONE = "0901234567";
const NAME = "Nguyễn Văn An";

let office: OfficeServer;
let kiosk: RawKiosk;
let log: KioskLog;
let headers: Record<string, string>;
let dossierId: string;

beforeEach(async () => {
  office = await new OfficeServer().start();
  kiosk = new RawKiosk(office);
  log = new KioskLog();
  const { officeKey } = EnrolAnswer.parse(await (await kiosk.enrol()).json());
  commission(log);
  const sample = { name: NAME, phone: PHONE, procedureId: "dang-ky-ho-kinh-doanh", compartmentNumber: 14, sequence: 7 };
  dossierId = await deposit(log, officeKey, sample);
  await kiosk.send(log.events, { keyShares: log.keyShares });
  headers = (await office.signIn()).headers;
});
afterEach(() => office.remove());

function get(path: string): Promise<Response> {
  return fetch(`${office.baseUrl}/api/v1/${path}`, { headers });
}

function post(path: string, body: object): Promise<Response> {
  return fetch(`${office.baseUrl}/api/v1/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
}

async function dossierPage(): Promise<DossierPageView> {
  return DossierPageView.parse(await (await get(`kiosks/1/dossiers/${dossierId}`)).json());
}

test("nothing of the register is shown without a session", async () => {
  headers = {};
  const paths = [
    "register",
    "catalogue",
    "live",
    `kiosks/1/dossiers/${dossierId}`,
    `kiosks/1/dossiers/${dossierId}/person`,
  ];
  for (const path of paths) expect((await get(path)).status, path).toBe(401);
  for (const path of ["announcements", "enrolment-codes", "kiosks/1/revocation", "alarms/1/acknowledgement"]) {
    headers = { origin: office.baseUrl, "content-type": "application/json" };
    expect((await post(path, {})).status, path).toBe(401);
  }
});

test("a change from another origin, without one, or not as JSON is refused", async () => {
  const own = headers;
  for (const origin of ["http://evil.test", "http://127.0.0.1:1", "null", ""]) {
    headers = { ...own, origin };
    expect((await post("enrolment-codes", { kioskNumber: 2 })).status, origin).toBe(403);
  }
  headers = { ...own, "content-type": "text/plain" };
  expect((await post("enrolment-codes", { kioskNumber: 2 })).status).toBe(415);
});

test("the session cookie is the page's own: HttpOnly, Strict, and every answer carries the policy", async () => {
  const response = await fetch(`${office.baseUrl}/api/v1/session`, {
    method: "POST",
    headers: { origin: office.baseUrl, "content-type": "application/json" },
    body: JSON.stringify({ login: "hanh", password: "mot-cua-247" }),
  });
  expect(response.headers.get("set-cookie")).toMatch(/^office_session=.*HttpOnly; SameSite=Strict/);
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
});

test("five wrong passwords lock the account for a quarter of an hour, then the right one serves again", async () => {
  for (let n = 0; n < 5; n += 1) expect((await office.signIn("wrong")).status).toBe(401);
  expect((await office.signIn()).status).toBe(429);
  office.nowMs += 15 * 60_000 + 1;
  expect((await office.signIn()).status).toBe(200);
});

test("a session ends with signing out and with the working day", async () => {
  office.nowMs += 10 * 3_600_000;
  expect((await get("register")).status).toBe(401);
  headers = (await office.signIn()).headers;
  expect((await get("register")).status).toBe(200);
  await fetch(`${office.baseUrl}/api/v1/session`, {
    method: "DELETE",
    headers: { origin: office.baseUrl, cookie: headers.cookie ?? "" },
  });
  expect((await get("register")).status).toBe(401);
});

test("the register shows the kiosk, the dossier and the events as the log has them, without anything personal", async () => {
  const text = await (await get("register")).text();
  const register = RegisterView.parse(JSON.parse(text));
  expect(register.kiosks).toMatchObject([{ kioskNumber: 1, isOnline: true, lastSeq: log.events.length }]);
  expect(register.kiosks[0]?.compartments[13]).toMatchObject({ compartmentNumber: 14, contents: "dossier" });
  expect(register.dossiers).toMatchObject([
    { ticket: expect.stringMatching(/^0001/), place: "compartment", compartmentNumber: 14 },
  ]);
  expect(register.events[0]).toMatchObject({ seq: log.events.length });
  for (const secret of [NAME, PHONE, "sealed", "tokenHash", "079190012345"]) expect(text).not.toContain(secret);
});

test("the chain of custody follows the dossier through doors, papers and both visits", async () => {
  takeOver(log, dossierId, { compartmentNumber: 14, photocopies: 2, caseNumber: 1 });
  loadResult(log, dossierId, { compartmentNumber: 3, phone: PHONE });
  collect(log, dossierId, { compartmentNumber: 3, isVerified: true });
  await kiosk.send(log.events);
  const { chain, cases, dossier } = await dossierPage();
  const types = chain.map(({ type }) => type);
  expect(types.slice(0, 3)).toEqual(["compartmentOpenRequested", "compartmentOpened", "compartmentClosed"]);
  expect(types.slice(-4)).toEqual(["resultLoaded", "messageQueued", "credentialRejected", "resultCollected"]);
  expect(types.filter((type) => type === "compartmentOpened")).toHaveLength(2);
  expect(types).toContain("printFinished");
  expect(types).not.toContain("compartmentCommissioned");
  expect(cases).toMatchObject([{ kind: "discrepancy", caseNumber: 1 }]);
  expect(dossier).toMatchObject({ place: "collected", officialCode: null, officialStatus: null });
});

test("the person is opened for one look, and the look is written down; the second value stays closed", async () => {
  const text = await (await get(`kiosks/1/dossiers/${dossierId}/person`)).text();
  expect(JSON.parse(text)).toEqual({ name: NAME, idNumber: "079190012345", phone: PHONE });
});

test("an official code becomes an order, once, and the kiosk's event closes it", async () => {
  const officialCode = "000.00.00.H29-261116-0042";
  expect((await post(`kiosks/1/dossiers/${dossierId}/official-code`, { officialCode })).status).toBe(200);
  expect((await post(`kiosks/1/dossiers/${dossierId}/official-code`, { officialCode })).status).toBe(409);
  const answer = await kiosk.send([]);
  expect(answer).toMatchObject({ orders: [{ number: 1, kind: "assignOfficialCode", dossierId, officialCode }] });
  expect((await dossierPage()).orders).toMatchObject([{ isTaken: false }]);
  log.append("officialCodeAssigned", { dossierId, officialCode });
  expect(await kiosk.send(log.events, { ordersTakenUpTo: 1 })).toMatchObject({ orders: [] });
  const page = await dossierPage();
  expect(page.orders).toMatchObject([{ isTaken: true }]);
  expect(page.dossier).toMatchObject({ officialCode, officialStatus: 2, place: "compartment" });
});

test("a dossier of the counter is announced with its person, who is stored sealed only", async () => {
  const person = { officialCode: "H29-261116-0043", name: NAME, phone: PHONE, secondValue: "4567" };
  expect((await post("announcements", { ...person, kioskNumber: 1 })).status).toBe(200);
  const answer = await kiosk.send([]);
  expect(answer).toMatchObject({
    orders: [{ kind: "announceDossier", person: { name: NAME, phone: PHONE, secondValue: "4567" } }],
  });
  expect(JSON.stringify(await office.store.pendingOrders())).not.toContain(PHONE);
  expect((await post("announcements", { ...person, kioskNumber: 9 })).status).toBe(404);
  expect((await post("announcements", { ...person, kioskNumber: 1, secondValue: "45" })).status).toBe(400);
});

test("a new enrolment code enrols its kiosk once, within its day", async () => {
  const { code } = EnrolmentCodeView.parse(await (await post("enrolment-codes", { kioskNumber: 2 })).json());
  const second = new RawKiosk(office);
  second.kioskNumber = 2;
  office.nowMs += 25 * 3_600_000;
  expect((await second.enrol(code)).status).toBe(403);
  office.nowMs -= 2 * 3_600_000;
  expect((await second.enrol(code.toLowerCase().replaceAll("-", " "))).status).toBe(200);
});

test("the projections made again from the log are the same", async () => {
  takeOver(log, dossierId, { compartmentNumber: 14, photocopies: 2, caseNumber: 1 });
  log.append("compartmentPainted", { colour: "ochre" });
  loadResult(log, dossierId, { compartmentNumber: 3, phone: PHONE });
  await kiosk.send(log.events);
  const read = async () => RegisterView.parse(await (await get("register")).json());
  const before = await read();
  await office.store.rebuildProjections();
  expect(await read()).toEqual(before);
});

test("an open page hears of new events", async () => {
  const response = await get("live");
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toContain(`data: ${log.events.length}`);
  log.fill(1);
  await kiosk.send(log.events);
  expect((await reader?.read())?.value).toContain(`data: ${log.events.length}`);
  await reader?.cancel();
});

test("on a desk the citizen's message can be read, by this machine only", async () => {
  loadResult(log, dossierId, { compartmentNumber: 3, phone: PHONE });
  await kiosk.send(log.events);
  const Messages = z.array(z.object({ phone: z.string(), text: z.string() }));
  const messages = Messages.parse(await (await fetch(`${office.baseUrl}/desk/messages`)).json());
  expect(messages).toMatchObject([{ phone: PHONE, text: expect.stringContaining("1234 5678") }]);
});

test("without --desk there is no message route and no sample account or code", async () => {
  const real = await new OfficeServer({ isDesk: false }).start();
  try {
    expect((await fetch(`${real.baseUrl}/desk/messages`)).status).toBe(404);
    expect((await real.signIn()).status).toBe(401);
    expect((await new RawKiosk(real).enrol()).status).toBe(403);
    expect(await real.store.staffCount()).toBe(0);
  } finally {
    await real.remove();
  }
});

test("the office key is readable by its owner only, and a dossier id of another kiosk is not found", async () => {
  expect(statSync(join(office.dataDir, "office-key.json")).mode & 0o777).toBe(0o600);
  expect((await get(`kiosks/2/dossiers/${dossierId}`)).status).toBe(404);
  expect((await get(`kiosks/1/dossiers/${idOf("nobody's")}`)).status).toBe(404);
});
