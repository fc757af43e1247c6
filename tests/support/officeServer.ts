import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { CompactSign } from "jose";
import pino from "pino";
import { buildApp } from "#backoffice/server/app.ts";
import { DESK, prepareDesk } from "#backoffice/server/desk.ts";
import { loadOfficeKey } from "#backoffice/server/officeKeyFile.ts";
import type { OfficeStore } from "#backoffice/store/officeStore.ts";
import { openSqliteOfficeStore } from "#backoffice/store/sqlite/sqliteOfficeStore.ts";
import { assert } from "#core/base/assert.ts";
import { SyncAnswer } from "#core/contract/sync.ts";
import type { StoredEvent } from "#core/events/event.ts";
import type { KioskKey } from "#sync/round.ts";
import { idOf } from "./kioskLog.ts";

/** A real back office on a real port with a real file, that can be stopped and started again. */
export class OfficeServer {
  readonly dataDir = mkdtempSync(join(tmpdir(), "office-"));
  baseUrl = "";
  nowMs = Date.UTC(2026, 10, 16, 1, 10);
  #app: FastifyInstance | undefined;
  #store: OfficeStore | undefined;
  readonly #isDesk: boolean;

  constructor(options: { readonly isDesk?: boolean } = {}) {
    this.#isDesk = options.isDesk ?? true;
  }

  /** The running server's store. */
  get store(): OfficeStore {
    assert(this.#store, "The back office was not started.");
    return this.#store;
  }

  /** Starts; the second time on the same port, with the same data. */
  async start(): Promise<this> {
    const officeKey = await loadOfficeKey(this.dataDir);
    const store = openSqliteOfficeStore(join(this.dataDir, "office.sqlite"));
    this.#store = store;
    const nowMs = () => this.nowMs;
    if (this.#isDesk) await prepareDesk({ store, nowMs });
    this.#app = await buildApp({
      store,
      officeKey,
      nowMs,
      isDesk: this.#isDesk,
      isBehindTls: false,
      catalogue: { procedures: [] },
      webDir: join(this.dataDir, "no-page"),
      logger: pino({ level: "silent" }),
      requestsPerMinute: 1_000_000,
    });
    const port = this.baseUrl === "" ? 0 : Number(new URL(this.baseUrl).port);
    this.baseUrl = await this.#app.listen({ port, host: "127.0.0.1" });
    return this;
  }

  async stop(): Promise<void> {
    await this.#app?.close();
    await this.store.close();
    this.#app = undefined;
  }

  async remove(): Promise<void> {
    if (this.#app) await this.stop();
    rmSync(this.dataDir, { recursive: true });
  }

  /** Signs in with the desk's account; returns what a browser would send with each request. */
  async signIn(password: string = DESK.password): Promise<{ status: number; headers: Record<string, string> }> {
    const origin = { origin: this.baseUrl, "content-type": "application/json" };
    const response = await fetch(`${this.baseUrl}/api/v1/session`, {
      method: "POST",
      headers: origin,
      body: JSON.stringify({ login: DESK.login, password }),
    });
    const cookie = response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    return { status: response.status, headers: { ...origin, cookie } };
  }
}

/** A fresh Ed25519 key as a kiosk makes it. */
export function newKioskKey(): KioskKey & { readonly privateKey: KeyObject } {
  const { privateKey } = generateKeyPairSync("ed25519");
  const { x = "" } = privateKey.export({ format: "jwk" });
  return {
    privateKey,
    publicJwk: { kty: "OKP", crv: "Ed25519", x },
    sign: (bytes) => sign(null, bytes, privateKey),
  };
}

/** A kiosk's side of the wire, written apart from the sync client: it can also misbehave. */
export class RawKiosk {
  readonly office: OfficeServer;
  key = newKioskKey();
  kioskNumber: number = DESK.kioskNumber;
  logId = idOf("log");

  constructor(office: OfficeServer) {
    this.office = office;
  }

  async enrol(code: string = DESK.enrolmentCode): Promise<Response> {
    const { publicJwk: publicKey } = this.key;
    const body = JSON.stringify({ protocol: 1, kioskNumber: this.kioskNumber, code, publicKey });
    return fetch(`${this.office.baseUrl}/kiosk/v1/enrol`, {
      method: "POST",
      body,
      headers: { "content-type": "application/json" },
    });
  }

  async send(events: readonly StoredEvent[], change: object = {}): Promise<SyncAnswer> {
    const { kioskNumber, logId } = this;
    const jws = await this.sign({
      protocol: 1,
      kioskNumber,
      logId,
      events,
      keyShares: [],
      ordersTakenUpTo: 0,
      ...change,
    });
    return SyncAnswer.parse(await (await this.post(jws)).json());
  }

  async sign(body: unknown, header: object = {}): Promise<string> {
    return new CompactSign(new TextEncoder().encode(JSON.stringify(body)))
      .setProtectedHeader({ alg: "EdDSA", kid: String(this.kioskNumber), ...header })
      .sign(this.key.privateKey);
  }

  post(jws: string, name: "sync" | "keys" = "sync"): Promise<Response> {
    const headers = { "content-type": "application/jose" };
    return fetch(`${this.office.baseUrl}/kiosk/v1/${name}`, { method: "POST", body: jws, headers });
  }

  /** What the back office holds of this kiosk's log, in the shape in which it was sent. */
  async stored(): Promise<StoredEvent[]> {
    const received = await this.office.store.eventsOfLog(this.kioskNumber, this.logId);
    return received.map(({ receivedId: _, kioskNumber: __, parkedReason: ___, ...event }) => event);
  }
}
