import { afterEach, beforeEach, expect, test } from "vitest";
import { SYNC_KEY_SHARES } from "#core/contract/sync.ts";
import { idOf } from "../../support/kioskLog.ts";
import { SyncDesk } from "../../support/syncDesk.ts";

let desk: SyncDesk;

beforeEach(() => {
  desk = new SyncDesk();
  desk.store.isEnrolled = true;
});
afterEach(() => desk.client.close());

/** Adds `count` events, each of which needs a key of its own. */
function addKeys(count: number): void {
  for (let index = 0; index < count; index += 1) {
    desk.log.fill(1);
    const fromSeq = desk.log.events.length;
    desk.log.keyShares.push({ dossierId: idOf(`${fromSeq}`), officeKeyId: "scripted", sealedKey: "AAAA", fromSeq });
  }
}

test("each key goes once, with the batch that holds its first event or before it, never more than fit", async () => {
  addKeys(450);
  desk.client.start();
  await desk.acknowledged(450);
  await desk.client.settled();
  const sent = new Set<string>();
  for (const { events, keyShares } of desk.requests) {
    expect(keyShares.length).toBeLessThanOrEqual(SYNC_KEY_SHARES);
    for (const { dossierId, fromSeq } of keyShares) {
      expect(sent.has(dossierId)).toBe(false);
      expect(fromSeq).toBeLessThanOrEqual(events.at(-1)?.seq ?? 0);
      sent.add(dossierId);
    }
    for (const { seq } of events) expect(sent.has(idOf(`${seq}`)), `event ${seq}`).toBe(true);
  }
  expect(sent.size).toBe(450);
});

test("keys go again where no answer came, and all of them where every event is there already", async () => {
  addKeys(300);
  desk.store.acknowledged = 300;
  desk.onSync = () => Response.error();
  desk.client.start();
  await desk.attempts(1);
  expect(desk.store.sentKeys.size).toBe(0);
  desk.onSync = (request) => desk.accept(request);
  await desk.nextAttempt(1_000);
  await desk.attempts(3);
  expect(desk.requests.map(({ events, keyShares }) => [events.length, keyShares.length])).toEqual([
    [0, 200],
    [0, 200],
    [0, 100],
  ]);
  expect(desk.store.sentKeys.size).toBe(300);
});

test("a refusal leaves the keys to be sent", async () => {
  addKeys(1);
  desk.onSync = () => desk.refuse("fork", 0);
  desk.client.start();
  await desk.attempts(1);
  expect([desk.requests[0]?.keyShares.length, desk.store.sentKeys.size]).toEqual([1, 0]);
});
