import {
  closeSync,
  copyFileSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { memoryFolder } from "../support/memoryFolder.ts";
import { seededRandom } from "../support/seededRandom.ts";
import type { DiskImage } from "../support/vfs/diskImage.ts";
import { readImage } from "../support/vfs/diskImage.ts";
import { DiskModel } from "../support/vfs/diskModel.ts";
import { type CutPolicy, cutPower } from "../support/vfs/powerCut.ts";
import { decodeTrace, encodeRecord, type TraceRecord } from "../support/vfs/traceRecord.ts";
import { TraceRecorder } from "../support/vfs/traceRecorder.ts";
import { loadSqliteTracing } from "../support/vfs/tracingLibrary.ts";

const LOG = "/disk/log";
const written = (offset: number, text: string, path = LOG): TraceRecord => {
  return { kind: "written", path, offset, data: Buffer.from(text) };
};
const madeDurably: readonly TraceRecord[] = [
  { kind: "created", path: LOG },
  written(0, "aaaa"),
  { kind: "synced", path: LOG },
  { kind: "folderSynced", path: LOG },
];

function diskAfter(records: readonly TraceRecord[]): DiskModel {
  const model = new DiskModel("/disk");
  for (const record of records) model.take(record);
  return model;
}

/** Every content of the file that cuts leave, over many draws. */
function contentsAfter(records: readonly TraceRecord[], policy: CutPolicy): Set<string | undefined> {
  const model = diskAfter(records);
  const random = seededRandom(1);
  const images = Array.from({ length: 300 }, (): DiskImage => cutPower(model, policy, random));
  return new Set(images.map(({ files }) => files.get("log")?.toString("latin1")));
}

describe("the model of a disk that loses its power", () => {
  it("keeps what was synced under a name that was synced", () => {
    for (const policy of ["nothing", "everything", "anyPart", "newestTorn"] as const)
      expect(contentsAfter(madeDurably, policy)).toEqual(new Set(["aaaa"]));
  });

  it("may lose a synced file whose name was not synced", () => {
    expect(contentsAfter(madeDurably.slice(0, 3), "anyPart")).toEqual(new Set([undefined, "aaaa"]));
  });

  it("may keep a later write without an earlier one", () => {
    const found = contentsAfter([...madeDurably, written(0, "b"), written(1, "c")], "anyPart");
    for (const content of ["aaaa", "baaa", "acaa", "bcaa"]) expect(found).toContain(content);
  });

  it("tears a write at sectors only and touches no byte beside it", () => {
    const record = written(0, "b".repeat(1_024));
    const found = contentsAfter(
      [...madeDurably.slice(0, 1), written(0, "a".repeat(2_000)), ...madeDurably.slice(2), record],
      "newestTorn",
    );
    expect([...found].every((content) => content?.slice(1_024) === "a".repeat(976))).toBe(true);
    expect(found).toContain(`${"a".repeat(512)}${"b".repeat(512)}${"a".repeat(976)}`);
    expect([...found].some((content) => /[^ab]/.test(content ?? ""))).toBe(true);
    expect(record.kind === "written" && Buffer.from(record.data).toString()).toBe("b".repeat(1_024));
  });

  it("undoes a rename as one step, and a removal", () => {
    const renamed = [...madeDurably, { kind: "renamed", path: LOG, to: "/disk/old" } as const];
    const names = (policy: CutPolicy, records: readonly TraceRecord[]) => [
      ...cutPower(diskAfter(records), policy, () => 0).files.keys(),
    ];
    expect(names("nothing", renamed)).toEqual(["log"]);
    expect(names("everything", renamed)).toEqual(["old"]);
    expect(names("nothing", [...madeDurably, { kind: "deleted", path: LOG }])).toEqual(["log"]);
    expect(names("everything", [...madeDurably, { kind: "deleted", path: LOG }])).toEqual([]);
  });

  it("loses what lies in a folder whose own name was lost", () => {
    const path = "/disk/folder/file";
    const records: TraceRecord[] = [
      { kind: "folderMade", path: "/disk/folder" },
      { kind: "created", path },
      written(0, "x", path),
      { kind: "synced", path },
      { kind: "folderSynced", path },
    ];
    expect(cutPower(diskAfter(records), "nothing", () => 0)).toEqual({ files: new Map(), folders: [] });
    const durable = cutPower(
      diskAfter([...records, { kind: "folderSynced", path: "/disk/folder" }]),
      "nothing",
      () => 0,
    );
    expect(durable).toEqual({ files: new Map([["folder/file", Buffer.from("x")]]), folders: ["folder"] });
  });

  it("reads a trace back as it was written", () => {
    const records: TraceRecord[] = [
      ...madeDurably,
      { kind: "truncated", path: LOG, size: 3 },
      { kind: "renamed", path: LOG, to: "/disk/ở đây" },
      { kind: "note", text: '{"kind":"paper"}' },
    ];
    expect(decodeTrace(Buffer.concat(records.map(encodeRecord)))).toEqual(records);
    expect(() => decodeTrace(Buffer.from("not a trace, but longer than a head"))).toThrow("broken");
  });
});

describe("the recorder", () => {
  it("sees every way in which a file is written, so that its trace makes the same files", () => {
    const root = join(memoryFolder(), "recorded");
    mkdirSync(root);
    const recorder = new TraceRecorder(root);
    recorder.start();
    try {
      const path = join(root, "some");
      writeFileSync(path, "0123456789");
      const file = openSync(path, "r+");
      writeSync(file, Buffer.from("abc"), 1, 2, 8);
      ftruncateSync(file, 9);
      writeSync(file, Buffer.from("XY"));
      closeSync(file);
      copyFileSync(path, join(root, "other"));
      renameSync(path, join(root, "third"));
      mkdirSync(join(root, "folder", "deeper"), { recursive: true });
      writeFileSync(join(root, "folder", "deeper", "gone"), "x");
      rmSync(join(root, "folder", "deeper", "gone"));
    } finally {
      recorder.stop();
    }
    writeFileSync(join(root, "folder", "afterwards"), "not recorded");
    rmSync(join(root, "folder", "afterwards"));
    const model = new DiskModel(root);
    for (const record of recorder.records()) model.take(record);
    expect(cutPower(model, "everything", () => 0)).toEqual(readImage(root));
    expect(readImage(root).files.get("third")?.toString()).toBe("XY234567b");
  });

  it("names the Debian packages where there is no compiler", () => {
    const path = process.env.PATH;
    process.env.PATH = "";
    try {
      expect(() => loadSqliteTracing(memoryFolder())).toThrow("Debian packages gcc and libc6-dev");
    } finally {
      process.env.PATH = path;
    }
  });
});
