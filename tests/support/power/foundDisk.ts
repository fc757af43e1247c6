import { createHash } from "node:crypto";
import { join } from "node:path";
import { openStore, type Store } from "#controller/store.ts";
import type { StoredEvent } from "#core/events/event.ts";
import { selectNewestSegment } from "#db/queries/logSegment.ts";
import { selectUnfinishedVisit } from "#db/queries/unfinishedVisit.ts";
import { verifyLog } from "#db/verifyLog.ts";
import { type DiskImage, writeImage } from "../vfs/diskImage.ts";
import { powerConfig } from "./powerKiosk.ts";

/** What the kiosk's own opening of log and keys makes of a disk after a power cut. */
export interface FoundDisk {
  /** False where the kiosk refuses the disk: then nothing is known of what is on it. */
  readonly isOpen: boolean;
  /** One sentence each; the kiosk must get along with whatever a cut leaves. */
  readonly faults: readonly string[];
  readonly lastSeq: number;
  readonly acknowledgedUpTo: number;
  /** Dossiers with a personal part whose key is missing or wrong. */
  readonly unreadable: ReadonlySet<string>;
  /** Names what log and keys hold: equal for disks that differ only in what SQLite discards. */
  readonly stateHash: string;
}

/** What a shared-memory file may hold when the power is back: anything. SQLite must not believe it. */
const STALE_SHARED_MEMORY = Buffer.alloc(32_768, 0xa5);

/** Opens disks with the product's own code, in a scratch folder, and looks what is there. */
export class DiskOpener {
  /** The folder of the kiosk on the scratch disk. */
  readonly dataDir: string;
  readonly #root: string;
  readonly #log: readonly StoredEvent[];
  readonly #sound = new Map<string, readonly string[]>();
  readonly #unreadable = new Map<string, ReadonlySet<string>>();

  /** `log`: the whole log that the cut disk's is the beginning of. */
  constructor(root: string, log: readonly StoredEvent[]) {
    this.#root = root;
    this.dataDir = join(root, "kiosk");
    this.#log = log;
  }

  /** Different databases that were found sound, so far. */
  get databases(): number {
    return this.#sound.size;
  }

  /** Puts a disk into the scratch folder. */
  lay(image: DiskImage): void {
    const hasDatabase = image.files.has("kiosk/kiosk.db");
    const files = new Map(image.files);
    if (hasDatabase) files.set("kiosk/kiosk.db-shm", STALE_SHARED_MEMORY);
    writeImage(this.#root, { ...image, files });
  }

  async open(image: DiskImage): Promise<FoundDisk> {
    this.lay(image);
    let store: Store | undefined;
    try {
      store = await openStore(powerConfig(this.dataDir).config, someBytes);
      return this.#look(store, image);
    } catch (error) {
      // The kiosk's own words, with a name in them that differs from disk to disk.
      const why = (error instanceof Error ? error.message : String(error)).replaceAll(this.#root, "");
      return { isOpen: false, faults: [why], lastSeq: 0, acknowledgedUpTo: 0, unreadable: new Set(), stateHash: why };
    } finally {
      store?.close();
    }
  }

  #look(store: Store, image: DiskImage): FoundDisk {
    const { db, log } = store;
    const { lastSeq } = log;
    const database = createHash("sha1").update(db.serialize()).digest("hex");
    const keys = hashOfKeys(image);
    const faults = [...this.#soundness(store, database)];
    if (selectUnfinishedVisit(db) !== undefined && log.readVisit() === undefined)
      faults.push("The unfinished visit cannot be read.");
    const unreadable = this.#unreadableOf(store, `${keys} ${lastSeq}`);
    const acknowledgedUpTo = selectNewestSegment(db)?.acknowledgedUpTo ?? 0;
    return { isOpen: true, faults, lastSeq, acknowledgedUpTo, unreadable, stateHash: `${database} ${keys}` };
  }

  /** The whole check of a database that was not seen before. */
  #soundness({ db, log }: Store, database: string): readonly string[] {
    const known = this.#sound.get(database);
    if (known !== undefined) return known;
    const faults = [...verifyLog(db).faults];
    const last = log.eventsAfter(log.lastSeq - 1, 1)[0];
    if (last !== undefined && last.hash !== this.#log[last.seq - 1]?.hash)
      faults.push(`Event ${last.seq} is not the one that was written.`);
    this.#sound.set(database, faults);
    return faults;
  }

  #unreadableOf({ log }: Store, key: string): ReadonlySet<string> {
    const known = this.#unreadable.get(key);
    if (known !== undefined) return known;
    const unreadable = new Set<string>();
    for (const { sealed, type, payload } of log.eventsAfter(0, log.lastSeq)) {
      if (sealed === null) continue;
      const { dossierId } = JSON.parse(payload);
      if (log.openPersonal({ sealed, eventType: type }, dossierId) === undefined) unreadable.add(dossierId);
    }
    this.#unreadable.set(key, unreadable);
    return unreadable;
  }
}

function hashOfKeys({ files }: DiskImage): string {
  const hash = createHash("sha1");
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (path.startsWith("kiosk/keys/")) hash.update(path).update(content);
  return hash.digest("hex");
}

/** What is minted on a first day need not be secret here, only there. */
function someBytes(count: number): Uint8Array {
  return new Uint8Array(count).fill(7);
}
