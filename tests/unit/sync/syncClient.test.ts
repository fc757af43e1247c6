import { afterEach, beforeEach, expect, test } from "vitest";
import type { Order } from "#core/contract/sync.ts";
import { idOf } from "../../support/kioskLog.ts";
import { SCRIPTED_KEY, SyncDesk } from "../../support/syncDesk.ts";

let desk: SyncDesk;

beforeEach(() => {
  desk = new SyncDesk();
});
afterEach(() => desk.client.close());

/** Starts enrolled and with everything sent so far. */
async function startOnline(): Promise<void> {
  desk.store.isEnrolled = true;
  desk.client.start();
  await desk.attempts(1);
}

function order(number: number): Order {
  return { number, kind: "assignOfficialCode", dossierId: idOf(`${number}`), officialCode: `H29-${number}` };
}

test("a new kiosk enrols first, keeps the office key, and then sends its log", async () => {
  desk.log.fill(3);
  desk.client.start();
  await desk.attempts(1);
  expect(desk.store).toMatchObject({ isEnrolled: true, key: SCRIPTED_KEY });
  await desk.nextAttempt(0);
  expect(desk.requests[0]?.events.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(desk.client.status()).toMatchObject({ status: "online", queueLength: 0, reason: undefined });
});

test("a poke sends at once; without one the client asks for orders after five seconds", async () => {
  await startOnline();
  desk.log.fill(2);
  desk.client.poke();
  await desk.attempts(2);
  expect(desk.store.acknowledged).toBe(2);
  await desk.clock.advance(4_999);
  expect(desk.requests).toHaveLength(2);
  await desk.nextAttempt(1);
  expect(desk.requests[2]?.events).toEqual([]);
});

test("a log above one batch goes in several, one request at a time", async () => {
  desk.log.fill(1_200);
  let inFlight = 0;
  let mostInFlight = 0;
  desk.onSync = async (request) => {
    inFlight += 1;
    mostInFlight = Math.max(mostInFlight, inFlight);
    if (request.events.length > 0) desk.client.poke();
    await Promise.resolve();
    inFlight -= 1;
    return desk.accept(request);
  };
  await startOnline();
  await desk.acknowledged(1_200);
  // The last poke may ask once more, with nothing left to send.
  const sizes = desk.requests.map(({ events }) => events.length);
  expect(sizes.filter((size) => size > 0)).toEqual([500, 500, 200]);
  expect(desk.store.acknowledged).toBe(1_200);
  expect(mostInFlight).toBe(1);
});

test("an event committed while a request is under way follows at once", async () => {
  await startOnline();
  desk.onSync = (request) => {
    if (desk.log.events.length < 2) {
      desk.log.fill(1);
      desk.client.poke();
    }
    return desk.accept(request);
  };
  desk.log.fill(1);
  desk.client.poke();
  await desk.acknowledged(2);
  expect(desk.store.acknowledged).toBe(2);
});

test("without a network it tries for ever, at a limited rate, and the queue drains when the network is back", async () => {
  await startOnline();
  desk.log.fill(4);
  desk.onSync = () => Promise.reject(new TypeError("fetch failed"));
  desk.client.poke();
  await desk.attempts(2);
  expect(desk.client.status()).toMatchObject({ status: "offline", queueLength: 4, reason: "notReached" });
  for (let failure = 0; failure < 30; failure += 1) await desk.nextAttempt(60_000);
  const before = desk.requests.length;
  desk.client.poke();
  await desk.clock.advance(59_999);
  expect(desk.requests).toHaveLength(before);
  desk.onSync = (request) => desk.accept(request);
  expect(await desk.nextAttempt(1)).toMatchObject({ status: "online", queueLength: 0 });
});

test("a request without an answer is given up after fifteen seconds", async () => {
  desk.onSync = () => new Promise<Response>(() => {});
  desk.store.isEnrolled = true;
  desk.client.start();
  while (desk.requests.length === 0) await desk.clock.advance(0);
  expect(await desk.nextAttempt(15_000)).toMatchObject({ status: "offline", reason: "timedOut" });
});

test("answers that are no answers leave the log where it is", async () => {
  await startOnline();
  desk.log.fill(2);
  for (const answer of ["<html>", "{}", '{"result":"accepted"}', "null"]) {
    desk.onSync = () => new Response(answer, { status: 200 });
    expect(await desk.nextAttempt(60_000)).toMatchObject({ status: "offline" });
  }
  expect(desk.store.acknowledged).toBe(0);
});

test("a back office restored from an older copy gets the log from there on", async () => {
  desk.log.fill(10);
  await startOnline();
  desk.onSync = (request) => (request.events[0]?.seq === 4 ? desk.accept(request) : desk.refuse("gap", 3));
  desk.log.fill(1);
  desk.client.poke();
  await desk.attempts(2);
  expect(desk.store.acknowledged).toBe(3);
  await desk.nextAttempt(0);
  expect(desk.store.acknowledged).toBe(11);
});

test("a fork is shown as refused, nothing is skipped, and the attempts go on", async () => {
  await startOnline();
  desk.log.fill(3);
  desk.onSync = () => desk.refuse("fork", 99);
  expect(await desk.nextAttempt(5_000)).toMatchObject({ status: "refused", reason: "fork", queueLength: 3 });
  expect(await desk.nextAttempt(60_000)).toMatchObject({ status: "refused" });
  expect(desk.store.acknowledged).toBe(0);
});

test("a back office that claims more than was sent does not make the client skip events", async () => {
  desk.log.fill(2);
  desk.onSync = (request) => desk.accept(request, { acknowledgedUpTo: 50 });
  await startOnline();
  expect(desk.store.acknowledged).toBe(2);
  desk.log.fill(1);
  await desk.nextAttempt(5_000);
  expect(desk.requests.at(-1)?.events.map(({ seq }) => seq)).toEqual([3]);
});

test("a back office that never gets further is not asked without a pause", async () => {
  desk.log.fill(2);
  desk.onSync = (request) => desk.accept(request, { acknowledgedUpTo: 0 });
  await startOnline();
  expect(desk.client.status()).toMatchObject({ status: "refused", reason: "noProgress" });
});

test("orders are taken once and in order, and the events that they become are sent", async () => {
  desk.onSync = (request) => desk.accept(request, { orders: [order(1), order(2)] });
  await startOnline();
  await desk.nextAttempt(0);
  expect(desk.store.taken.map(({ number }) => number)).toEqual([1, 2]);
  expect(desk.requests[1]).toMatchObject({ ordersTakenUpTo: 2 });
  expect(desk.requests[1]?.events).toHaveLength(2);
  desk.onSync = (request) => desk.accept(request, { orders: [order(4)] });
  expect(await desk.nextAttempt(5_000)).toMatchObject({ status: "refused", reason: "ordersWithGap" });
  expect(desk.store.taken).toHaveLength(2);
});

test("a kiosk that the back office does not know any more enrols again", async () => {
  await startOnline();
  desk.onSync = () => desk.refuse("unknownKiosk", 0, 401);
  expect(await desk.nextAttempt(5_000)).toMatchObject({ status: "refused", reason: "unknownKiosk" });
  desk.onSync = (request) => desk.accept(request);
  expect(await desk.nextAttempt(60_000)).toMatchObject({ status: "online" });
  expect(desk.enrolments).toBe(1);
});

test("a refused code is shown and tried again; a busy back office is not a refusal", async () => {
  desk.onEnrol = () => Response.json({ message: "The code was used." }, { status: 403 });
  desk.client.start();
  await desk.attempts(1);
  expect(desk.client.status()).toMatchObject({ status: "refused", reason: "enrolmentRefused" });
  desk.onEnrol = () => Response.json({ message: "Too many." }, { status: 429 });
  expect(await desk.nextAttempt(60_000)).toMatchObject({ status: "offline" });
});

test("a store that fails does not end the sync", async () => {
  await startOnline();
  const setAcknowledged = desk.store.setAcknowledged;
  desk.store.setAcknowledged = () => {
    throw new Error("The disk is full.");
  };
  desk.log.fill(1);
  expect(await desk.nextAttempt(5_000)).toMatchObject({ status: "offline", queueLength: 1 });
  desk.store.setAcknowledged = setAcknowledged;
  expect(await desk.nextAttempt(60_000)).toMatchObject({ status: "online", queueLength: 0 });
});

test("a client that was closed sends nothing any more", async () => {
  await startOnline();
  await desk.client.close();
  desk.log.fill(1);
  desk.client.poke();
  await desk.clock.advance(600_000);
  expect(desk.requests).toHaveLength(1);
});

test("hands on the back office's time from each accepted answer, and from no other", async () => {
  await startOnline();
  desk.onSync = async (request) => desk.accept(request, { timeMs: Date.UTC(2026, 10, 20) });
  await desk.nextAttempt(5_000);
  desk.onSync = async () => desk.refuse("revoked", 0);
  await desk.nextAttempt(5_000);
  expect(desk.times).toEqual([0, Date.UTC(2026, 10, 20)]);
});
