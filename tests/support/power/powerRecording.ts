import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { StoredEvent } from "#core/events/event.ts";
import type { KioskLog } from "#db/eventLog/openEventLog.ts";
import type { SimulatedDeskDevices } from "#device/simulator/simulatedDevices.ts";
import { ManualClock } from "../manualClock.ts";
import { type DiskImage, readImage, writeImage } from "../vfs/diskImage.ts";
import type { TraceRecord } from "../vfs/traceRecord.ts";
import { TraceRecorder } from "../vfs/traceRecorder.ts";
import { OUTSIDE_AT_FIRST, type Outside, type OutsideNote } from "./outside.ts";
import type { PowerJourney } from "./powerJourneys.ts";
import { doorsOf, type KioskInside, PowerKiosk } from "./powerKiosk.ts";
import { PowerOffice } from "./powerOffice.ts";
import { PowerWalker } from "./powerWalker.ts";

/** Everything that reached the disk in a kiosk's life, and what happened outside meanwhile. */
export interface PowerRecording {
  /** The folder that the trace is about. */
  readonly root: string;
  readonly records: readonly TraceRecord[];
  /** Disk and world before the first record. */
  readonly before: FoundWorld;
  /** The folder as it lies there afterwards. */
  readonly after: DiskImage;
  /** The whole log, as it was in the end. */
  readonly log: readonly StoredEvent[];
}

/** What a kiosk finds when the power is back. */
export interface FoundWorld {
  readonly image: DiskImage;
  readonly outside: Outside;
}

export interface RecordingOptions {
  /** An empty folder of the test's own. */
  readonly folder: string;
  readonly journeys: readonly PowerJourney[];
  readonly seed?: number;
  /** What the kiosk finds; without it, it is a machine on its first day. */
  readonly found?: FoundWorld;
  /** Default true. */
  readonly hasOffice?: boolean;
  /** The program is ended in order, and that is recorded too; otherwise the power goes. */
  readonly endsInOrder?: boolean;
  /** Pages in the write-ahead file after which SQLite moves them into the database; its own rule is 1,000. */
  readonly checkpointAtPages?: number;
  /** As if the product left `fsync` out of what it writes by itself. */
  readonly losesSyncs?: boolean;
  readonly meddle?: (parts: KioskInside, recorder: TraceRecorder) => Partial<KioskInside>;
}

/** Below the recorded folder; the kiosk makes it. */
const DATA = "kiosk";
const FIRST_DAY: FoundWorld = { image: { files: new Map(), folders: [] }, outside: OUTSIDE_AT_FIRST };
/** How long the power was away, milliseconds. */
const AWAY_MS = 30_000;

/** Lets people walk through journeys at a kiosk whose files are watched. */
export async function recordJourneys(options: RecordingOptions): Promise<PowerRecording> {
  const root = join(options.folder, "recorded");
  const before = options.found ?? FIRST_DAY;
  mkdirSync(options.folder, { recursive: true });
  writeImage(root, before.image);
  rmSync(`${root}.trace`, { force: true });
  const recorder = new TraceRecorder(root, { losesSyncs: options.losesSyncs ?? false });
  const note = (what: OutsideNote): void => recorder.note(what);
  const office = await PowerOffice.open(join(options.folder, "office"), (upTo) => note({ kind: "office", upTo }));
  try {
    const { kiosk, log } = await live(root, { ...options, office, recorder, note });
    const after = readImage(root);
    if (options.endsInOrder !== true) await kiosk.stop();
    return { root, before, after, log, records: recorder.records() };
  } finally {
    await office.close();
  }
}

/** The kiosk's life until the power goes. */
async function live(root: string, watched: Watched): Promise<{ kiosk: PowerKiosk; log: readonly StoredEvent[] }> {
  const { recorder, note, office, journeys, endsInOrder } = watched;
  recorder.start();
  try {
    note({ kind: "journey", name: "start" });
    const kiosk = await startWatched(root, watched);
    const walker = new PowerWalker(kiosk, office);
    for (const journey of journeys) {
      note({ kind: "journey", name: journey.name });
      await journey.walk(walker, note);
    }
    const log = kiosk.store.log.eventsAfter(0, Number.MAX_SAFE_INTEGER);
    note({ kind: "journey", name: "end" });
    if (endsInOrder === true) await kiosk.stop();
    return { kiosk, log };
  } finally {
    recorder.stop();
  }
}

interface Watched extends RecordingOptions {
  readonly office: PowerOffice;
  readonly recorder: TraceRecorder;
  readonly note: (what: OutsideNote) => void;
}

function startWatched(root: string, options: Watched): Promise<PowerKiosk> {
  const { office, recorder, note, found, meddle, checkpointAtPages, hasOffice = true, seed = 1 } = options;
  const clock = new ManualClock(found && found.outside.committedAtMs + AWAY_MS);
  return PowerKiosk.start({
    dataDir: join(root, DATA),
    clock,
    seed,
    fetch: hasOffice ? office.fetch : undefined,
    doors: found?.outside.doors,
    watch: (desk) => watchDesk(desk, note),
    meddle: (parts) => {
      tellCommits(parts.store.log, (seq) => note({ kind: "committed", seq, atMs: clock.wallMs() }));
      if (checkpointAtPages !== undefined) parts.store.db.pragma(`wal_autocheckpoint = ${checkpointAtPages}`);
      return meddle?.(parts, recorder) ?? {};
    },
  });
}

/** Tells of every commit of the runner and of orders as soon as the log says that it is durable. */
function tellCommits(log: KioskLog, tell: (seq: number) => void): void {
  const appendAlongside = log.appendAlongside.bind(log);
  const watched: Pick<KioskLog, "appendAlongside"> = {
    appendAlongside: (commit, alongside) => {
      const events = appendAlongside(commit, alongside);
      tell(log.lastSeq);
      return events;
    },
  };
  Object.assign(log, watched);
}

function watchDesk(desk: SimulatedDeskDevices, note: (what: OutsideNote) => void): void {
  let doors = doorsOf(desk);
  let papers = 0;
  note({ kind: "doors", doors });
  desk.cabinet.onChange(() => {
    const now = doorsOf(desk);
    for (const [index, { compartmentNumber, pulses }] of now.entries())
      for (let pulse = doors[index]?.pulses ?? 0; pulse < pulses; pulse += 1)
        note({ kind: "pulse", compartmentNumber });
    if (JSON.stringify(now) !== JSON.stringify(doors)) note({ kind: "doors", doors: now });
    doors = now;
  });
  desk.printer.onChange(() => {
    for (const { paperCount } = desk.printer.state(); papers < paperCount; papers += 1) note({ kind: "paper" });
  });
}
