import { createHash } from "node:crypto";
import { join } from "node:path";
import { seededRandom } from "../seededRandom.ts";
import type { DiskImage } from "../vfs/diskImage.ts";
import { DiskModel } from "../vfs/diskModel.ts";
import { type CutPolicy, cutPower } from "../vfs/powerCut.ts";
import { DiskOpener, type FoundDisk } from "./foundDisk.ts";
import { type Outside, OutsideNote, outsideAfter } from "./outside.ts";
import { type LogFacts, logFacts, outsideFaults } from "./outsideFaults.ts";
import type { FoundWorld, PowerRecording } from "./powerRecording.ts";
import { recoveryFaults } from "./recoveryFaults.ts";

export interface CutOptions {
  /** An empty folder for disks that are tried out. */
  readonly folder: string;
  readonly seed: number;
  /** Disks drawn at each moment with any part of the unsynced, besides the definite ones. */
  readonly drawsPerMoment: number;
  /** Brings the kiosk up after the cuts; without it disks are opened and read only. Default true. */
  readonly hasRecovery?: boolean;
  /** Ends at so many violations: tests of the test need only one. Default 20. */
  readonly violationLimit?: number;
  /** Journeys in which it is cut; all by default. */
  readonly journeys?: readonly string[];
}

export interface CutReport {
  /** Cuts that were tried. */
  cuts: number;
  /** Of these, with a disk or a world outside that no other had. */
  distinct: number;
  /** Disks with different bytes. */
  disks: number;
  /** Databases with different contents; each was checked whole. */
  databases: number;
  /** Kiosks brought up, each on log, keys and doors that no other had. */
  recoveries: number;
  /** Distinct cuts by journey. */
  readonly byJourney: Record<string, number>;
  /** One sentence each, with the place of the cut. */
  readonly violations: string[];
}

/** One line for the test's output. */
export function summaryOf(reports: readonly CutReport[]): string {
  const sum = (of: (report: CutReport) => number): number => reports.reduce((total, report) => total + of(report), 0);
  const journeys = new Map<string, number>();
  for (const { byJourney } of reports)
    for (const [name, cuts] of Object.entries(byJourney)) journeys.set(name, (journeys.get(name) ?? 0) + cuts);
  const figures = `${sum((r) => r.cuts)} cuts, ${sum((r) => r.distinct)} distinct, ${sum((r) => r.disks)} disks`;
  const checks = `${sum((r) => r.databases)} databases, ${sum((r) => r.recoveries)} recoveries`;
  const where = [...journeys].map(([name, cuts]) => `${name} ${cuts}`).join(", ");
  return `power cuts: ${figures}, ${checks}, ${sum((r) => r.violations.length)} violations (${where})`;
}

const DEFINITE: readonly CutPolicy[] = ["nothing", "everything", "newestTorn", "namesOnly", "contentOnly"];

/** Cuts the power at every moment of a recording, in several ways each, and looks what the kiosk makes of it. */
export async function cutEverywhere(recording: PowerRecording, options: CutOptions): Promise<CutReport> {
  const run = new CutRun(recording, options);
  const model = new DiskModel(recording.root, recording.before.image);
  let { outside } = recording.before;
  for (const [index, record] of recording.records.entries()) {
    model.take(record);
    if (record.kind === "note") outside = outsideAfter(outside, OutsideNote.parse(JSON.parse(record.text)));
    if (options.journeys !== undefined && !options.journeys.includes(outside.journey)) continue;
    await run.cutAt(index, model, outside);
    if (run.report.violations.length >= (options.violationLimit ?? 20)) break;
  }
  return run.finish();
}

/** The disk and the world at the first moment that is as wanted, when whatever was not synced is lost. */
export function worldAt(
  recording: PowerRecording,
  isWanted: (note: OutsideNote | undefined, outside: Outside) => boolean,
): FoundWorld {
  const model = new DiskModel(recording.root, recording.before.image);
  let { outside } = recording.before;
  for (const record of recording.records) {
    model.take(record);
    const note = record.kind === "note" ? OutsideNote.parse(JSON.parse(record.text)) : undefined;
    if (note !== undefined) outside = outsideAfter(outside, note);
    if (isWanted(note, outside)) return { outside, image: cutPower(model, "nothing", () => 0) };
  }
  throw new Error("The recording has no such moment.");
}

/** The disk after the whole recording, with everything kept. */
export function replayed(recording: PowerRecording): DiskImage {
  const model = new DiskModel(recording.root, recording.before.image);
  for (const record of recording.records) model.take(record);
  return cutPower(model, "everything", () => 0);
}

class CutRun {
  readonly report: CutReport = {
    cuts: 0,
    distinct: 0,
    disks: 0,
    databases: 0,
    recoveries: 0,
    byJourney: {},
    violations: [],
  };
  readonly #options: CutOptions;
  readonly #opener: DiskOpener;
  readonly #facts: LogFacts;
  readonly #seen = new Set<string>();
  readonly #distinct = new Set<string>();
  readonly #found = new Map<string, FoundDisk>();
  readonly #recovered = new Set<string>();
  /** Contents that are on the disk for sure stay the same from cut to cut. */
  readonly #hashes = new WeakMap<Buffer, string>();

  constructor(recording: PowerRecording, options: CutOptions) {
    this.#options = options;
    this.#opener = new DiskOpener(join(options.folder, "found"), recording.log);
    this.#facts = logFacts(recording.log);
  }

  async cutAt(moment: number, model: DiskModel, outside: Outside): Promise<void> {
    const { seed, drawsPerMoment } = this.#options;
    const draws = Array.from({ length: drawsPerMoment }, (): CutPolicy => "anyPart");
    const policies = model.isUncertain ? [...DEFINITE, ...draws] : DEFINITE.slice(0, 1);
    for (const [draw, policy] of policies.entries()) {
      const image = cutPower(model, policy, seededRandom(((seed * 8_191 + moment) * 127 + draw) | 0));
      const place = `seed ${seed}, moment ${moment} of ${outside.journey}, cut ${draw} (${policy})`;
      for (const fault of await this.#cut(image, outside)) this.report.violations.push(`${place}: ${fault}`);
    }
  }

  finish(): CutReport {
    this.report.databases = this.#opener.databases;
    return this.report;
  }

  /** Empty also where the same disk was found in the same world before. */
  async #cut(image: DiskImage, outside: Outside): Promise<string[]> {
    const { report } = this;
    report.cuts += 1;
    const disk = this.#hashOf(image);
    const { journey, committedUpTo, committedAtMs: _, ...world } = outside;
    const cut = `${disk} ${JSON.stringify(world)}`;
    // What the log said of itself makes no other cut, but it has to be true of every one.
    if (this.#seen.has(`${cut} ${committedUpTo}`)) return [];
    this.#seen.add(`${cut} ${committedUpTo}`);
    if (!this.#distinct.has(cut)) {
      this.#distinct.add(cut);
      report.distinct += 1;
      report.byJourney[journey] = (report.byJourney[journey] ?? 0) + 1;
    }
    let found = this.#found.get(disk);
    if (found === undefined) {
      found = await this.#opener.open(image);
      this.#found.set(disk, found);
      report.disks += 1;
    }
    const faults = [...found.faults, ...outsideFaults(found, outside, this.#facts)];
    return faults.length > 0 ? faults : this.#recover(found, { image, outside });
  }

  async #recover(found: FoundDisk, cut: { readonly image: DiskImage; readonly outside: Outside }): Promise<string[]> {
    if (this.#options.hasRecovery === false) return [];
    const doors = cut.outside.doors.map(({ isOpen, hasBag }) => `${isOpen}${hasBag}`).join();
    const state = `${found.stateHash} ${doors}`;
    if (this.#recovered.has(state)) return [];
    this.#recovered.add(state);
    this.report.recoveries += 1;
    this.#opener.lay(cut.image);
    return recoveryFaults(this.#opener.dataDir, cut.outside);
  }

  #hashOf({ files, folders }: DiskImage): string {
    const hash = createHash("sha1").update(JSON.stringify(folders));
    for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const known = this.#hashes.get(content) ?? createHash("sha1").update(content).digest("hex");
      this.#hashes.set(content, known);
      hash.update(path).update(known);
    }
    return hash.digest("base64");
  }
}
