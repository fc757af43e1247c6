import { createSyncStore } from "#db/syncStore.ts";
import { systemClock } from "#device/transport/systemClock.ts";
import { createSyncClient } from "#sync/syncClient.ts";
import { EventScript, happenings } from "#tests/support/eventScript.ts";
import { newKioskKey, OfficeServer } from "#tests/support/officeServer.ts";
import { openTestLog, plainBox, testMoment } from "#tests/support/openTestLog.ts";
import { type Figure, makeFigure } from "../figure.ts";

/** What a kiosk writes in 72 hours at the most. */
const EVENTS = 10_000;
const LIMIT_MS = 60_000;

/** From the network's return to the back office having all of 72 offline hours: real files, real HTTP on this machine. */
export async function measureDrain(folder: string): Promise<Figure> {
  const office = await new OfficeServer().start();
  const { close, ...store } = openTestLog(folder);
  const script = new EventScript();
  store.log.append({ ...testMoment, drafts: script.commission() });
  for (let turn = 0; store.log.lastSeq < EVENTS; turn += 1) {
    const happening = happenings[turn % happenings.length];
    if (happening !== undefined) store.log.append({ ...testMoment, drafts: script.next(happening) });
  }
  const events = store.log.lastSeq;
  const startMs = performance.now();
  const { promise: drained, resolve } = Promise.withResolvers<void>();
  const client = createSyncClient({
    store: createSyncStore({ ...store, sealToOffice: plainBox, now: () => testMoment }),
    fetch,
    clock: systemClock(),
    random: Math.random,
    key: newKioskKey(),
    kioskNumber: 1,
    baseUrl: office.baseUrl,
    enrolmentCode: "DESK-0001-KIOSK",
    logger: { info: () => {}, warn: () => {} },
    onStatus: ({ status, queueLength }) => {
      if (status === "online" && queueLength === 0) resolve();
    },
  });
  client.start();
  try {
    await drained;
    const tookMs = performance.now() - startMs;
    return makeFigure(
      {
        name: "drainAfter72Hours",
        what: `From the network's return until the back office has ${events} events, over HTTP on this machine.`,
        unit: "ms",
        rounds: 1,
        values: { total: tookMs },
      },
      [{ value: "total", beside: "limit", reference: LIMIT_MS, required: { atMost: 1 } }],
    );
  } finally {
    await client.close();
    close();
    await office.remove();
  }
}
