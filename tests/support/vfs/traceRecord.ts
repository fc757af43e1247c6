/** What reached the disk, or happened outside of it, in the order in which it did. Paths are absolute. */
export type TraceRecord =
  | { readonly kind: "created" | "synced" | "deleted" | "folderMade"; readonly path: string }
  | { readonly kind: "written"; readonly path: string; readonly offset: number; readonly data: Uint8Array }
  | { readonly kind: "truncated"; readonly path: string; readonly size: number }
  /** The names in the folder of this path are durable now. */
  | { readonly kind: "folderSynced"; readonly path: string }
  | { readonly kind: "renamed"; readonly path: string; readonly to: string }
  /** Something outside the disk, as JSON text. */
  | { readonly kind: "note"; readonly text: string };

/** The first six are the file layer's (`tracedFiles.c`). */
const KINDS = [
  undefined,
  "created",
  "written",
  "truncated",
  "synced",
  "deleted",
  "folderSynced",
  "renamed",
  "folderMade",
  "note",
] as const;
const HEAD_BYTES = 20;

/** A record as the trace holds it; the form is told at the top of `tracedFiles.c`. */
export function encodeRecord(record: TraceRecord): Uint8Array {
  const path = Buffer.from("path" in record ? record.path : "", "utf8");
  const data = dataOf(record);
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32LE(KINDS.indexOf(record.kind), 0);
  head.writeUInt32LE(path.length, 4);
  head.writeBigInt64LE(BigInt(offsetOf(record)), 8);
  head.writeUInt32LE(data.length, 16);
  return Buffer.concat([head, path, data]);
}

/** Reads a whole trace. Throws where it is not one. */
export function decodeTrace(bytes: Buffer): TraceRecord[] {
  const records: TraceRecord[] = [];
  for (let at = 0; at < bytes.length; ) {
    const kind = KINDS[bytes.readUInt32LE(at)];
    const pathEnd = at + HEAD_BYTES + bytes.readUInt32LE(at + 4);
    const dataEnd = pathEnd + bytes.readUInt32LE(at + 16);
    const offset = Number(bytes.readBigInt64LE(at + 8));
    if (kind === undefined || dataEnd > bytes.length) throw new Error(`The trace is broken at byte ${at}.`);
    const path = bytes.toString("utf8", at + HEAD_BYTES, pathEnd);
    const data = bytes.subarray(pathEnd, dataEnd);
    records.push(recordOf(kind, path, { offset, data }));
    at = dataEnd;
  }
  return records;
}

function recordOf(
  kind: TraceRecord["kind"],
  path: string,
  { offset, data }: { readonly offset: number; readonly data: Buffer },
): TraceRecord {
  switch (kind) {
    case "written":
      return { kind, path, offset, data };
    case "truncated":
      return { kind, path, size: offset };
    case "renamed":
      return { kind, path, to: data.toString("utf8") };
    case "note":
      return { kind, text: data.toString("utf8") };
    default:
      return { kind, path };
  }
}

function offsetOf(record: TraceRecord): number {
  if (record.kind === "written") return record.offset;
  return record.kind === "truncated" ? record.size : 0;
}

function dataOf(record: TraceRecord): Uint8Array {
  if (record.kind === "written") return record.data;
  if (record.kind === "renamed") return Buffer.from(record.to, "utf8");
  return record.kind === "note" ? Buffer.from(record.text, "utf8") : new Uint8Array();
}
