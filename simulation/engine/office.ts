import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sodium from "libsodium-wrappers";
import { hashEnrolmentCode } from "#backoffice/server/enrolmentCode.ts";
import { createKioskApi, type KioskApi } from "#backoffice/server/kioskApi.ts";
import { loadOfficeKey, type OfficeKeyPair } from "#backoffice/server/officeKeyFile.ts";
import { readPersonal } from "#backoffice/server/personalReader.ts";
import type { OfficeStore } from "#backoffice/store/officeStore.ts";
import { openSqliteOfficeStore } from "#backoffice/store/sqlite/sqliteOfficeStore.ts";
import { loadOfficeBox } from "#controller/keys/officeBox.ts";
import type { Id } from "#core/domain/ids.ts";
import type { StoredEvent } from "#core/events/event.ts";
import { MessageData } from "#core/events/eventParts.ts";
import type { Town } from "../contract/place.ts";
import type { Chance } from "../contract/plan.ts";
import { ENROLMENT_CODE, KIOSK_NUMBER } from "./settings.ts";

export interface OfficeOptions {
  readonly folder: string;
  readonly chance: Chance;
  /** Wall time, milliseconds; the office's own clock is right. */
  readonly nowMs: () => number;
  readonly onStored: (events: readonly StoredEvent[]) => void;
  readonly onRewound: (logId: string, toSeq: number) => void;
}

/** An HTTP answer without its travel. */
export interface OfficeAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Messages looked through for pickup codes; a kiosk has far fewer results waiting. */
const MESSAGES_READ = 200;

/** The real back office without its HTTP: store, key and what kiosks may ask. */
export class Office {
  readonly #options: OfficeOptions;
  readonly #key: OfficeKeyPair;
  readonly #api: KioskApi;
  #store: OfficeStore;
  /** Everything that it has stored and still has, in order of arrival. */
  #log: StoredEvent[] = [];
  #logAtCopy: number | undefined;

  private constructor(options: OfficeOptions, key: OfficeKeyPair) {
    this.#options = options;
    this.#key = key;
    this.#store = openSqliteOfficeStore(this.#file);
    const current = (): OfficeStore => this.#store;
    this.#api = createKioskApi({
      store: watched(current, (events) => this.#stored(events)),
      officeKey: key,
      nowMs: options.nowMs,
      onChanged: () => {},
    });
  }

  static async open(options: OfficeOptions): Promise<Office> {
    mkdirSync(options.folder, { recursive: true });
    await sodium.ready;
    const pair = sodium.crypto_box_seed_keypair(options.chance.bytes(sodium.crypto_box_SEEDBYTES));
    const text = JSON.stringify({
      publicKey: Buffer.from(pair.publicKey).toString("base64"),
      privateKey: Buffer.from(pair.privateKey).toString("base64"),
    });
    writeFileSync(join(options.folder, "office-key.json"), text, { mode: 0o600 });
    const key = await loadOfficeKey(options.folder);
    const box = await loadOfficeBox((count) => options.chance.bytes(count));
    const seal = (bytes: Uint8Array): string => box(bytes, key.shared.publicKey);
    const office = new Office(options, { ...key, seal });
    await office.#store.addEnrolmentCode({
      codeHash: hashEnrolmentCode(ENROLMENT_CODE),
      kioskNumber: KIOSK_NUMBER,
      createdBy: "CB-01",
      nowMs: options.nowMs(),
      expiresAtMs: null,
    });
    return office;
  }

  get store(): OfficeStore {
    return this.#store;
  }

  get log(): readonly StoredEvent[] {
    return this.#log;
  }

  /** Answers one request as its routes would. Never rejects: what fails inside is a 500. */
  async answer(path: string, body: string): Promise<OfficeAnswer> {
    try {
      if (path.endsWith("/enrol")) return await this.#api.enrol(JSON.parse(body));
      if (!path.endsWith("/sync")) return { status: 404, body: { message: "There is nothing here." } };
      const answer = await this.#api.sync(body);
      return { status: answer.result === "refused" ? 409 : 200, body: answer };
    } catch (error) {
      return { status: 500, body: { message: error instanceof Error ? error.message : String(error) } };
    }
  }

  /** Keeps a copy of the register as it is now, the one that a restore goes back to. */
  copy(): void {
    const copy = `${this.#file}.copy`;
    rmSync(copy, { force: true });
    this.#reopen(() => copyFileSync(this.#file, copy));
    this.#logAtCopy = this.#log.length;
  }

  /** Crashes, and comes back with the copy: what was stored since is gone. No harm where there is no copy. */
  crashAndRestore(): void {
    const copy = `${this.#file}.copy`;
    if (this.#logAtCopy === undefined || !existsSync(copy)) return;
    this.#reopen(() => {
      for (const ending of ["", "-wal", "-shm"]) rmSync(`${this.#file}${ending}`, { force: true });
      copyFileSync(copy, this.#file);
    });
    const lost = this.#log.slice(this.#logAtCopy);
    this.#log = this.#log.slice(0, this.#logAtCopy);
    const [first] = lost;
    if (first !== undefined) this.#options.onRewound(first.logId, first.seq - 1);
  }

  async pickupCodes(): ReturnType<Town["pickupCodes"]> {
    const codes = [];
    for (const event of await this.#store.messageEvents(MESSAGES_READ)) {
      const payload: { dossierId?: Id } = JSON.parse(event.payload);
      const { dossierId } = payload;
      if (dossierId === undefined) continue;
      const context = { store: this.#store, officeKey: this.#key };
      const data = await readPersonal(context, { ...event, dossierId }, MessageData);
      if (data !== undefined) codes.push({ dossierId, phone: data.phone, pickupCode: data.pickupCode });
    }
    return codes;
  }

  /** The counter gives a dossier its official code; undefined where the register does not know the dossier yet. */
  async assignOfficialCode(dossierId: Id, officialCode: string): Promise<string | undefined> {
    const ref = { kioskNumber: KIOSK_NUMBER, dossierId };
    if ((await this.#store.dossier(ref)) === undefined) return undefined;
    const order = { kind: "assignOfficialCode", officialCode } as const;
    await this.#store.addOrder({
      ...ref,
      ...order,
      sealBody: (number) => this.#key.seal(Buffer.from(JSON.stringify({ ...order, dossierId, number }))),
      createdBy: "CB-01",
      nowMs: this.#options.nowMs(),
    });
    return officialCode;
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  get #file(): string {
    return join(this.#options.folder, "office.sqlite");
  }

  #stored(events: readonly StoredEvent[]): void {
    this.#log.push(...events);
    this.#options.onStored(events);
  }

  /** The file is whole only while nobody has it open. */
  #reopen(change: () => void): void {
    // Closing is synchronous in this store; the promise only says so.
    void this.#store.close();
    change();
    this.#store = openSqliteOfficeStore(this.#file);
  }
}

/** The store of the moment, with an ear on what it takes in. */
function watched(current: () => OfficeStore, onStored: (events: readonly StoredEvent[]) => void): OfficeStore {
  return new Proxy(current(), {
    get: (_, name: keyof OfficeStore) => {
      if (name !== "acceptEvents") return current()[name];
      return async (batch: Parameters<OfficeStore["acceptEvents"]>[0]) => {
        const outcome = await current().acceptEvents(batch);
        if (outcome.result === "accepted" && outcome.storedCount > 0)
          onStored(batch.events.filter((event) => event.seq > outcome.acknowledgedUpTo - outcome.storedCount));
        return outcome;
      };
    },
  });
}
