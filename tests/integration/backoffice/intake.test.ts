import { afterEach, beforeEach, expect, test } from "vitest";
import { hashEvent } from "#core/events/chain.ts";
import { idOf, KioskLog } from "../../support/kioskLog.ts";
import { newKioskKey, OfficeServer, RawKiosk } from "../../support/officeServer.ts";

let office: OfficeServer;
let kiosk: RawKiosk;
let log: KioskLog;

beforeEach(async () => {
  office = await new OfficeServer().start();
  kiosk = new RawKiosk(office);
  log = new KioskLog().fill(10);
  await kiosk.enrol();
});
afterEach(() => office.remove());

test("a batch is stored and acknowledged, and sending it again changes nothing", async () => {
  expect(await kiosk.send(log.events)).toMatchObject({ result: "accepted", acknowledgedUpTo: 10 });
  expect(await kiosk.send(log.events)).toMatchObject({ result: "accepted", acknowledgedUpTo: 10 });
  expect(await kiosk.send(log.events.slice(3, 7))).toMatchObject({ result: "accepted", acknowledgedUpTo: 10 });
  expect(await kiosk.stored()).toEqual(log.events);
});

test("a batch that overlaps what is stored adds only the new events", async () => {
  await kiosk.send(log.events.slice(0, 6));
  expect(await kiosk.send(log.events.slice(2))).toMatchObject({ result: "accepted", acknowledgedUpTo: 10 });
  expect(await kiosk.stored()).toEqual(log.events);
});

test("a gap before or within a batch is refused with the number to go on from, and nothing is stored", async () => {
  await kiosk.send(log.events.slice(0, 2));
  expect(await kiosk.send(log.events.slice(3))).toMatchObject({ reason: "gap", acknowledgedUpTo: 2 });
  const holed = [...log.events.slice(2, 5), ...log.events.slice(6)];
  expect(await kiosk.send(holed)).toMatchObject({ reason: "gap", acknowledgedUpTo: 2 });
  const reordered = log.events.slice(2).reverse();
  expect(await kiosk.send(reordered)).toMatchObject({ reason: "gap", acknowledgedUpTo: 2 });
  expect(await kiosk.stored()).toEqual(log.events.slice(0, 2));
});

test("another event under a number that is stored is a fork: refused, with an alarm", async () => {
  await kiosk.send(log.events.slice(0, 5));
  const other = new KioskLog();
  other.fill(4).append("staffSignInRejected", { staffId: "OTHER" });
  expect(await kiosk.send(other.events)).toMatchObject({ reason: "fork", acknowledgedUpTo: 5 });
  other.fill(3);
  expect(await kiosk.send(other.events.slice(5))).toMatchObject({ reason: "fork", acknowledgedUpTo: 5 });
  expect(await kiosk.stored()).toEqual(log.events.slice(0, 5));
  expect(await office.store.alarms()).toMatchObject([{ kind: "fork", count: 2, kioskNumber: 1 }]);
});

test("an event changed after it was written breaks the chain: nothing of its batch is stored", async () => {
  const changed = log.events.map((event) => (event.seq === 7 ? { ...event, payload: "{}" } : event));
  expect(await kiosk.send(changed)).toMatchObject({ reason: "badChain", acknowledgedUpTo: 0 });
  const loose = log.events.map((event) => {
    if (event.seq !== 7) return event;
    const covered = { ...event, previousHash: "f".repeat(64) };
    return { ...covered, hash: hashEvent(covered) };
  });
  expect(await kiosk.send(loose)).toMatchObject({ reason: "badChain", acknowledgedUpTo: 0 });
  expect(await kiosk.stored()).toEqual([]);
});

test("an event of unknown type, version or shape is stored, parked and alarmed; the intake goes on", async () => {
  log.append("compartmentPainted", { colour: "ochre" });
  log.append("staffSignInRejected", { staffId: "CB-1" }, { version: 9 });
  log.append("dossierDeposited", "not json");
  log.append("dossierTakenOver", {
    staffId: "CB-1",
    exchangeId: idOf("x"),
    dossierId: idOf("never deposited"),
    compartmentNumber: 3,
    counts: [],
    dossierCount: 1,
  });
  log.fill(2);
  expect(await kiosk.send(log.events)).toMatchObject({ result: "accepted", acknowledgedUpTo: 16 });
  expect(await kiosk.stored()).toEqual(log.events);
  const parked = (await office.store.events({ limit: 50 })).filter((event) => event.parkedReason !== null);
  expect(parked.map((event) => event.seq)).toEqual([14, 13, 12, 11]);
  expect(await office.store.alarms()).toMatchObject([{ kind: "eventsParked", count: 4 }]);
});

test("a signature by another key, an unknown kiosk and an unsigned body are refused", async () => {
  const stranger = new RawKiosk(office);
  expect(await stranger.send(log.events)).toMatchObject({ result: "refused", reason: "unknownKiosk" });
  stranger.kioskNumber = 77;
  expect(await stranger.send(log.events)).toMatchObject({ result: "refused", reason: "unknownKiosk" });
  expect((await kiosk.post("not a token")).status).toBe(401);
  const unsigned = `${Buffer.from('{"alg":"none","kid":"1"}').toString("base64url")}.e30.`;
  expect((await kiosk.post(unsigned)).status).toBe(401);
  expect(await kiosk.stored()).toEqual([]);
});

test("a signed request that names another kiosk or log is refused", async () => {
  expect(await kiosk.send(log.events, { kioskNumber: 2 })).toMatchObject({ reason: "badRequest" });
  expect(await kiosk.send(log.events, { logId: idOf("other") })).toMatchObject({ reason: "badRequest" });
  expect(await kiosk.send(log.events, { protocol: 2 })).toMatchObject({ reason: "badRequest" });
  expect(await kiosk.send(log.events, { events: [{ seq: 1 }] })).toMatchObject({ reason: "badRequest" });
  expect(await kiosk.stored()).toEqual([]);
});

test("a body above the limit is refused before it is read", async () => {
  const response = await kiosk.post("x".repeat(5 * 1024 * 1024));
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ result: "refused", reason: "badRequest" });
});

test("the largest events that the contract allows fit one by one", async () => {
  const large = new KioskLog();
  for (let i = 0; i < 3; i += 1) large.append("noise", `"${"\u0001".repeat(65_534)}"`, { sealed: "A".repeat(65_536) });
  for (const event of large.events)
    expect(await kiosk.send([event])).toMatchObject({ result: "accepted", acknowledgedUpTo: event.seq });
});

test("after a restart in the middle the back office goes on where it was", async () => {
  await kiosk.send(log.events.slice(0, 4));
  await office.stop();
  await office.start();
  expect(await kiosk.send([])).toMatchObject({ result: "accepted", acknowledgedUpTo: 4 });
  expect(await kiosk.send(log.events)).toMatchObject({ result: "accepted", acknowledgedUpTo: 10 });
  expect(await kiosk.stored()).toEqual(log.events);
});

test("a kiosk's second log is taken beside the first, with an alarm", async () => {
  await kiosk.send(log.events);
  const fresh = new KioskLog(idOf("second")).fill(2);
  kiosk.logId = fresh.logId;
  expect(await kiosk.send(fresh.events)).toMatchObject({ result: "accepted", acknowledgedUpTo: 2 });
  expect(await kiosk.stored()).toEqual(fresh.events);
  expect(await office.store.eventsOfLog(1, log.logId)).toHaveLength(10);
  expect(await office.store.alarms()).toMatchObject([{ kind: "newLog" }]);
});

test("a revoked kiosk is refused until it is enrolled again", async () => {
  await office.store.revokeKiosk(1, office.nowMs);
  expect(await kiosk.send(log.events)).toMatchObject({ reason: "revoked" });
  expect(await kiosk.stored()).toEqual([]);
});

test("an enrolment code serves one key of one kiosk, however often that key asks", async () => {
  expect((await kiosk.enrol()).status).toBe(200);
  kiosk.key = newKioskKey();
  expect((await kiosk.enrol()).status).toBe(403);
  expect((await kiosk.enrol("WRNG-WRNG-WRNG")).status).toBe(403);
  kiosk.kioskNumber = 2;
  expect((await kiosk.enrol()).status).toBe(403);
  const response = await fetch(`${office.baseUrl}/kiosk/v1/enrol`, {
    method: "POST",
    body: JSON.stringify({ protocol: 1, code: 5 }),
    headers: { "content-type": "application/json" },
  });
  expect(response.status).toBe(400);
});
