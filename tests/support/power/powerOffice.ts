import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DESK } from "#backoffice/server/desk.ts";
import { hashEnrolmentCode } from "#backoffice/server/enrolmentCode.ts";
import { createKioskApi, type KioskApi } from "#backoffice/server/kioskApi.ts";
import { loadOfficeKey, type OfficeKeyPair } from "#backoffice/server/officeKeyFile.ts";
import type { OfficeStore } from "#backoffice/store/officeStore.ts";
import { openSqliteOfficeStore } from "#backoffice/store/sqlite/sqliteOfficeStore.ts";

/** A back office in this process that keeps its power when the kiosk loses its own. */
export class PowerOffice {
  readonly #store: OfficeStore;
  readonly #key: OfficeKeyPair;
  readonly #api: KioskApi;
  readonly #onStored: (upTo: number) => void;

  private constructor(store: OfficeStore, key: OfficeKeyPair, onStored: (upTo: number) => void) {
    this.#store = store;
    this.#key = key;
    this.#onStored = onStored;
    this.#api = createKioskApi({ store, officeKey: key, nowMs: () => 0, onChanged: () => {} });
  }

  /** `onStored` hears up to which event it has the log, whenever a request was taken. */
  static async open(folder: string, onStored: (upTo: number) => void): Promise<PowerOffice> {
    mkdirSync(folder, { recursive: true });
    const store = openSqliteOfficeStore(join(folder, "office.sqlite"));
    await store.addEnrolmentCode({
      codeHash: hashEnrolmentCode(DESK.enrolmentCode),
      kioskNumber: DESK.kioskNumber,
      createdBy: DESK.staffId,
      nowMs: 0,
      expiresAtMs: null,
    });
    return new PowerOffice(store, await loadOfficeKey(folder), onStored);
  }

  /** Staff give a dossier its official code; the kiosk hears of it with its next request. */
  async assignOfficialCode(dossierId: string, officialCode: string): Promise<void> {
    const order = { kind: "assignOfficialCode", dossierId, officialCode } as const;
    await this.#store.addOrder({
      ...order,
      kioskNumber: DESK.kioskNumber,
      sealBody: (number) => this.#key.seal(Buffer.from(JSON.stringify({ ...order, number }))),
      createdBy: DESK.staffId,
      nowMs: 0,
    });
  }

  /** The way to it, as the kiosk's sync takes it. */
  readonly fetch: typeof globalThis.fetch = async (url, init) => {
    const body = String(init?.body);
    if (String(url).endsWith("/enrol")) {
      const reply = await this.#api.enrol(JSON.parse(body));
      return Response.json(reply.body, { status: reply.status });
    }
    const answer = await this.#api.sync(body);
    if (answer.result === "accepted") this.#onStored(answer.acknowledgedUpTo);
    return Response.json(answer, { status: answer.result === "accepted" ? 200 : 409 });
  };

  async close(): Promise<void> {
    await this.#store.close();
  }
}
