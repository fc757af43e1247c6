import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { openDatabase } from "#backoffice/store/sqlite/openDatabase.ts";
import { eventsOfLog } from "#backoffice/store/sqlite/queries/events.ts";
import { createSyncStore } from "#db/syncStore.ts";
import { systemClock } from "#device/transport/systemClock.ts";
import { createSyncClient, type SyncClient } from "#sync/syncClient.ts";
import { EventScript, happenings } from "../support/eventScript.ts";
import { isFullRun } from "../support/fullRun.ts";
import { newKioskKey } from "../support/officeServer.ts";
import { openTestLog, plainBox, type TestLog, testMoment } from "../support/openTestLog.ts";
import { freePort } from "../support/rig/cuttableLine.ts";
import { type Program, startNodeProgram } from "../support/rig/program.ts";
import { type Fate, openUnrulyLine, type UnrulyLine } from "../support/rig/unrulyLine.ts";
import { scratchFolder } from "../support/scratchFolder.ts";
import { seededRandom } from "../support/seededRandom.ts";
import { until } from "../support/until.ts";

/** Things that happen to kiosk, line and back office in one run. */
const HAPPENINGS = isFullRun ? 400 : 40;
const KIOSK_NUMBER = 1;
const FATES: readonly Fate[] = ["pass", "pass", "loseRequest", "loseAnswer", "double", "late"];

let kiosk: RestartableKiosk | undefined;
let office: KillableOffice | undefined;
let line: UnrulyLine | undefined;
afterEach(async () => {
  await kiosk?.stop();
  await line?.close();
  await office?.kill();
});

test(
  "under partitions, duplicates, overtaking requests, kills and restored copies the back office gets each event once and in order",
  async () => {
    const seed = Number(process.env.KIOSK_SEED ?? Date.now() % 1_000_000);
    console.log(`KIOSK_SEED=${seed}`);
    const random = seededRandom(seed);
    const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;
    const officeHere = await KillableOffice.start(scratchFolder());
    office = officeHere;
    const lineHere = await openUnrulyLine(
      () => officeHere.url,
      () => pick(FATES),
    );
    line = lineHere;
    const kioskHere = new RestartableKiosk(scratchFolder(), lineHere.url);
    kiosk = kioskHere;
    await until(() => kioskHere.isEnrolled, { what: "the kiosk is enrolled" });
    officeHere.keepCopy();
    for (let count = 0; count < HAPPENINGS; count += 1) {
      kioskHere.append(pick(happenings));
      const what = pick(["nothing", "nothing", "cut", "heal", "killOffice", "restartKiosk", "copy", "rewind"]);
      if (what === "cut" || what === "heal") lineHere.isCut = what === "cut";
      if (what === "killOffice") await officeHere.restart();
      if (what === "restartKiosk") await kioskHere.restart();
      if (what === "copy") officeHere.keepCopy();
      if (what === "rewind") await officeHere.restart({ fromCopy: true });
      const { requests } = lineHere;
      await until(() => lineHere.requests > requests, { what: "the kiosk tries again", everyMs: 2 });
    }
    lineHere.isCut = false;
    await lineHere.settle();
    await until(() => kioskHere.isDrained, { what: "the queue is empty after healing", timeoutMs: 60_000 });
    await officeHere.kill();
    expect(officeHere.storedEvents(kioskHere.logId)).toEqual(kioskHere.events());
  },
  isFullRun ? 900_000 : 120_000,
);

/** The sync client over a real log in a real file, stopped and started like the program. */
class RestartableKiosk {
  readonly #folder: string;
  readonly #url: string;
  readonly #key = newKioskKey();
  readonly #script = new EventScript();
  #open: TestLog;
  #client: SyncClient;

  constructor(folder: string, url: string) {
    this.#folder = folder;
    this.#url = url;
    this.#open = openTestLog(folder);
    this.#open.log.append({ ...testMoment, drafts: this.#script.commission() });
    this.#client = this.#connect();
  }

  get logId(): string {
    return this.#open.log.logId;
  }

  get isEnrolled(): boolean {
    return this.#client.status().lastContactMs !== undefined;
  }

  get isDrained(): boolean {
    const { status, queueLength } = this.#client.status();
    return status === "online" && queueLength === 0;
  }

  append(happening: (typeof happenings)[number]): void {
    this.#open.log.append({ ...testMoment, drafts: this.#script.next(happening) });
    this.#client.poke();
  }

  events(): unknown[] {
    return [...this.#open.log.eventsAfter(0, Number.MAX_SAFE_INTEGER)];
  }

  async restart(): Promise<void> {
    await this.stop();
    this.#open = openTestLog(this.#folder);
    this.#client = this.#connect();
  }

  async stop(): Promise<void> {
    await this.#client.close();
    this.#open.log.close();
    this.#open.close();
  }

  #connect(): SyncClient {
    const { db, log, keys } = this.#open;
    const client = createSyncClient({
      store: createSyncStore({ db, log, keys, sealToOffice: plainBox, now: () => testMoment }),
      fetch,
      clock: systemClock(),
      random: Math.random,
      key: this.#key,
      kioskNumber: KIOSK_NUMBER,
      baseUrl: this.#url,
      enrolmentCode: "DESK-0001-KIOSK",
      logger: { info: () => {}, warn: () => {} },
      idleMs: 20,
      timeoutMs: 5_000,
      firstBackoffMs: 5,
      longestBackoffMs: 40,
    });
    client.start();
    return client;
  }
}

/** The back office as a process of its own: killed without warning, and put back to a copy that is older than it was. */
class KillableOffice {
  readonly url: string;
  readonly #folder: string;
  readonly #port: number;
  #program: Program | undefined;

  private constructor(folder: string, port: number) {
    this.#folder = folder;
    this.#port = port;
    this.url = `http://127.0.0.1:${port}`;
  }

  static async start(folder: string): Promise<KillableOffice> {
    const office = new KillableOffice(folder, await freePort());
    await office.#begin();
    return office;
  }

  async restart({ fromCopy = false }: { readonly fromCopy?: boolean } = {}): Promise<void> {
    await this.kill();
    if (fromCopy) {
      rmSync(this.#data, { recursive: true });
      cpSync(this.#copy, this.#data, { recursive: true });
    }
    await this.#begin();
  }

  async kill(): Promise<void> {
    await this.#program?.signal("SIGKILL");
  }

  /** The newest state that a restore can bring back: SQLite's own online copy, as a careful office makes it. */
  keepCopy(): void {
    if (existsSync(this.#copy)) rmSync(this.#copy, { recursive: true });
    cpSync(this.#data, this.#copy, { recursive: true, filter: (path) => !path.includes("office.sqlite") });
    const db = openDatabase(join(this.#data, "office.sqlite"));
    db.exec(`VACUUM INTO '${join(this.#copy, "office.sqlite")}'`);
    db.close();
  }

  storedEvents(logId: string): unknown[] {
    const db = openDatabase(join(this.#data, "office.sqlite"));
    try {
      const stored = eventsOfLog(db, KIOSK_NUMBER, logId);
      return stored.map(({ receivedId: _id, kioskNumber: _number, parkedReason: _reason, ...event }) => event);
    } finally {
      db.close();
    }
  }

  get #data(): string {
    return join(this.#folder, "office");
  }

  get #copy(): string {
    return join(this.#folder, "copy");
  }

  async #begin(): Promise<void> {
    const args = ["--data", this.#data, "--port", String(this.#port), "--desk"];
    this.#program = await startNodeProgram("backoffice/server/main.ts", args);
  }
}
