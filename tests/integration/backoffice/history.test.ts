import { afterEach, beforeEach, expect, test } from "vitest";
import { HistoryAnswer } from "#core/contract/sync.ts";
import { systemClock } from "#device/transport/systemClock.ts";
import { officeHistory } from "#sync/history.ts";
import { idOf, KioskLog } from "../../support/kioskLog.ts";
import { OfficeServer, RawKiosk } from "../../support/officeServer.ts";

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

function history(of: RawKiosk = kiosk) {
  const request = { fetch, clock: systemClock(), timeoutMs: 10_000, signal: new AbortController().signal };
  return officeHistory({ kioskNumber: of.kioskNumber, key: of.key, baseUrl: office.baseUrl, request });
}

async function ask(body: object): Promise<{ status: number; answer: HistoryAnswer }> {
  const response = await fetch(`${office.baseUrl}/kiosk/v1/history`, {
    method: "POST",
    body: await kiosk.sign(body),
    headers: { "content-type": "application/jose" },
  });
  return { status: response.status, answer: HistoryAnswer.parse(await response.json()) };
}

test("a kiosk reads back what it sent, log by log in the order of their beginning", async () => {
  await kiosk.send(log.events);
  const second = new KioskLog(idOf("second")).fill(2);
  kiosk.logId = second.logId;
  await kiosk.send(second.events);
  expect(await history().logs()).toEqual({
    ok: true,
    value: [
      { logId: log.logId, lastSeq: 10, hash: log.events[9]?.hash },
      { logId: second.logId, lastSeq: 2, hash: second.events[1]?.hash },
    ],
  });
  expect(await history().events(log.logId, { afterSeq: 3, upTo: 8 })).toEqual({
    ok: true,
    value: log.events.slice(3, 8),
  });
});

test("a history that is larger than one answer comes in pages", async () => {
  const large = new KioskLog();
  for (let i = 0; i < 12; i += 1) large.append("noise", `"${"a".repeat(60_000)}"`, { sealed: "A".repeat(60_000) });
  for (const event of large.events) await kiosk.send([event]);
  const first = await ask({ protocol: 1, kioskNumber: 1, logId: large.logId, afterSeq: 0, limit: 500 });
  expect(first.answer.result === "history" && first.answer.events.length).toBeLessThan(12);
  expect(await history().events(large.logId, { afterSeq: 0, upTo: 12 })).toEqual({ ok: true, value: large.events });
});

test("nobody reads the history of another kiosk, and a revoked kiosk reads none", async () => {
  await kiosk.send(log.events);
  const stranger = new RawKiosk(office);
  expect(await history(stranger).logs()).toMatchObject({ ok: false, error: expect.stringContaining("signature") });
  expect(await ask({ protocol: 1, kioskNumber: 2, afterSeq: 0, limit: 500 })).toMatchObject({
    status: 400,
    answer: { reason: "badRequest" },
  });
  await office.store.revokeKiosk(1, office.nowMs);
  expect(await ask({ protocol: 1, kioskNumber: 1, afterSeq: 0, limit: 500 })).toMatchObject({
    status: 403,
    answer: { reason: "revoked" },
  });
});

test("a back office that lost events says so in a sentence, and one that is away too", async () => {
  await kiosk.send(log.events);
  expect(await history().events(log.logId, { afterSeq: 8, upTo: 12 })).toMatchObject({
    ok: false,
    error: expect.stringContaining("did not send event 11"),
  });
  await office.stop();
  expect(await history().logs()).toMatchObject({ ok: false, error: expect.stringContaining("does not answer") });
  await office.start();
});
