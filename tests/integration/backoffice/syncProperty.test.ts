import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { createSyncClient, type SyncClient } from "#sync/syncClient.ts";
import { PROPERTY_TIMEOUT_MS, propertyRuns } from "../../support/fullRun.ts";
import { KioskLog, MemorySyncStore } from "../../support/kioskLog.ts";
import { ManualClock } from "../../support/manualClock.ts";
import { newKioskKey, OfficeServer, RawKiosk } from "../../support/officeServer.ts";

type Step =
  | { readonly kind: "append"; readonly count: number }
  | { readonly kind: "loseRequest" | "loseAnswer" | "sendTwice" | "attempt" | "restartOffice" | "restartKiosk" }
  | { readonly kind: "forgetAcknowledged"; readonly count: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("append" as const), count: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constant("forgetAcknowledged" as const), count: fc.integer({ min: 1, max: 30 }) }),
  ...(["loseRequest", "loseAnswer", "sendTwice", "attempt", "restartOffice", "restartKiosk"] as const).map((kind) =>
    fc.record({ kind: fc.constant(kind) }),
  ),
);

/** A kiosk with the true client, a network that does what the next step says, and a true back office. */
class Run {
  readonly office = new OfficeServer();
  readonly clock = new ManualClock();
  readonly store = new MemorySyncStore(new KioskLog());
  readonly key = newKioskKey();
  network: "good" | "loseRequest" | "loseAnswer" | "sendTwice" = "good";
  attempts = 0;
  client: SyncClient = this.newClient();

  newClient(): SyncClient {
    return createSyncClient({
      store: this.store,
      fetch: (url, init) => this.#fetch(String(url), init),
      clock: this.clock,
      random: () => 1,
      key: this.key,
      kioskNumber: 1,
      baseUrl: this.office.baseUrl,
      enrolmentCode: "DESK-0001-KIOSK",
      logger: { info: () => {}, warn: () => {} },
      onStatus: () => {
        this.attempts += 1;
      },
      longestBackoffMs: 5_000,
    });
  }

  async begin(): Promise<void> {
    await this.office.start();
    this.client = this.newClient();
    this.client.start();
    await this.ended(1);
  }

  async take(one: Step): Promise<void> {
    if (one.kind === "append") this.store.log.fill(one.count);
    else if (one.kind === "forgetAcknowledged")
      this.store.acknowledged = Math.max(0, this.store.acknowledged - one.count);
    else if (one.kind === "restartOffice") {
      await this.office.stop();
      await this.office.start();
    } else if (one.kind === "restartKiosk") {
      await this.client.close();
      const before = this.attempts;
      this.client = this.newClient();
      this.client.start();
      await this.ended(before + 1);
    } else {
      this.network = one.kind === "attempt" ? "good" : one.kind;
      await this.attempt();
      this.network = "good";
    }
  }

  async attempt(): Promise<void> {
    const before = this.attempts;
    await this.clock.advance(this.clock.nextMs() ?? 0);
    await this.ended(before + 1);
  }

  async drain(): Promise<void> {
    for (let n = 0; n < 20 && (n < 2 || this.client.status().queueLength > 0); n += 1) await this.attempt();
  }

  async ended(count: number): Promise<void> {
    await vi.waitFor(() => expect(this.attempts).toBeGreaterThanOrEqual(count), { interval: 2, timeout: 10_000 });
  }

  async #fetch(url: string, init: RequestInit | undefined): Promise<Response> {
    const network = this.network;
    if (network === "loseRequest") throw new TypeError("fetch failed");
    if (network === "sendTwice") await fetch(url, init).then((response) => response.text());
    const response = await fetch(url, init);
    if (network !== "loseAnswer") return response;
    await response.text();
    throw new TypeError("fetch failed");
  }
}

test(
  "whatever is lost, sent twice or restarted, the back office ends with exactly the kiosk's log",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const run = new Run();
        try {
          await run.begin();
          for (const one of steps) await run.take(one);
          await run.drain();
          const kiosk = new RawKiosk(run.office);
          expect(await kiosk.stored()).toEqual(run.store.log.events);
          expect(run.client.status()).toMatchObject({ status: "online", queueLength: 0 });
          expect(await run.office.store.alarms()).toEqual([]);
        } finally {
          await run.client.close();
          await run.office.remove();
        }
      }),
      { numRuns: propertyRuns(12) },
    );
  },
  PROPERTY_TIMEOUT_MS,
);
