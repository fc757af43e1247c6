import { vi } from "vitest";
import type { SyncAnswer, SyncRequest } from "#core/contract/sync.ts";
import { createSyncClient, type SyncClient, type SyncStatus } from "#sync/syncClient.ts";
import { KioskLog, MemorySyncStore } from "./kioskLog.ts";
import { ManualClock } from "./manualClock.ts";
import { newKioskKey } from "./officeServer.ts";

/** The office key that the scripted back office hands out. */
export const SCRIPTED_KEY = { officeKeyId: "scripted", publicKey: "AAAA" };

type Reply = (request: SyncRequest) => Response | Promise<Response>;

/** A sync client over a log in memory, a clock that a test moves, and a back office that answers as scripted. */
export class SyncDesk {
  readonly log = new KioskLog();
  readonly store = new MemorySyncStore(this.log);
  readonly clock = new ManualClock();
  readonly statuses: SyncStatus[] = [];
  readonly requests: SyncRequest[] = [];
  /** The back office's wall times, as they came in. */
  readonly times: number[] = [];
  enrolments = 0;
  /** Answers enrolment. */
  onEnrol = () => Response.json({ protocol: 1, officeKey: SCRIPTED_KEY });
  /** Answers sync requests. */
  onSync: Reply = (request) => this.accept(request);
  client: SyncClient = this.newClient();

  newClient(): SyncClient {
    return createSyncClient({
      store: this.store,
      fetch: (url, init) => this.#fetch(String(url), init),
      clock: this.clock,
      random: () => 1,
      key: newKioskKey(),
      kioskNumber: 1,
      baseUrl: "http://office.test/",
      enrolmentCode: "DESK-0001-KIOSK",
      logger: { info: () => {}, warn: () => {} },
      onTime: (timeMs) => this.times.push(timeMs),
      onStatus: (status) => this.statuses.push(status),
    });
  }

  /** The answer of a back office that has everything it was sent. */
  accept(request: SyncRequest, change: Partial<Extract<SyncAnswer, { result: "accepted" }>> = {}): Response {
    const acknowledgedUpTo = request.events.at(-1)?.seq ?? this.store.acknowledged;
    const answer = { result: "accepted", acknowledgedUpTo, orders: [], timeMs: 0, officeKey: SCRIPTED_KEY };
    return Response.json({ ...answer, ...change });
  }

  refuse(reason: string, acknowledgedUpTo: number, status = 409): Response {
    return Response.json({ result: "refused", reason, message: "Refused.", acknowledgedUpTo }, { status });
  }

  /** Waits until this many attempts ended. Signing is real, so time alone does not settle it. */
  async attempts(count: number): Promise<void> {
    await vi.waitFor(
      () => {
        if (this.statuses.length < count) throw new Error(`${this.statuses.length} of ${count} attempts ended.`);
      },
      { interval: 1, timeout: 8_000 },
    );
  }

  /** Lets whatever is due now run until the back office has so many events. Time does not move meanwhile. */
  async acknowledged(seq: number): Promise<void> {
    await vi.waitFor(
      async () => {
        await this.clock.advance(0);
        if (this.store.acknowledged < seq) throw new Error(`${this.store.acknowledged} of ${seq} events acknowledged.`);
      },
      { interval: 1, timeout: 8_000 },
    );
  }

  /** Goes on to the next attempt, which must come within `withinMs`, and waits for its end. */
  async nextAttempt(withinMs: number): Promise<SyncStatus | undefined> {
    const before = this.statuses.length;
    // No timer waits while an attempt is under way: with a wait of zero the clock has started it already.
    const nextMs = this.clock.nextMs() ?? 0;
    if (nextMs > withinMs) throw new Error(`The next attempt comes in ${nextMs} ms, not within ${withinMs} ms.`);
    await this.clock.advance(nextMs);
    await this.attempts(before + 1);
    return this.statuses.at(-1);
  }

  async #fetch(url: string, init: RequestInit | undefined): Promise<Response> {
    if (url === "http://office.test/kiosk/v1/enrol") {
      this.enrolments += 1;
      return this.onEnrol();
    }
    const payload = Buffer.from(String(init?.body).split(".")[1] ?? "", "base64url").toString("utf8");
    const request: SyncRequest = JSON.parse(payload);
    this.requests.push(request);
    const aborted = new Promise<never>((_, reject) => {
      init?.signal?.addEventListener("abort", () => reject(new DOMException("Aborted.", "AbortError")));
    });
    return Promise.race([this.onSync(request), aborted]);
  }
}
