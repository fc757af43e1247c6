import { closeSync, openSync, readSync, statSync } from "node:fs";
import { DatabaseError } from "./connection.ts";

/** https://www.sqlite.org/fileformat2.html#the_database_header */
const MAGIC = Buffer.from("SQLite format 3\0", "latin1");
const HEADER_BYTES = 100;
/** A smaller file is an empty one to SQLite: it would write a new database over it. */
const SMALLEST_BYTES = 512;

/**
 * Refuses what SQLite would take for a new or for a foreign file: nothing is written over it. Does nothing where there is
 * no file yet, or an empty one. No connection to the file may be open in this process: closing it gives up every lock.
 */
export function refuseBadHeader(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0 || (size >= SMALLEST_BYTES && hasGoodHeader(readHeader(path)))) return;
  throw new DatabaseError(
    "damaged",
    `The database ${path} is damaged: it does not begin as a database does. Nothing was changed. ` +
      "Keep a copy of the file, then run: npm run -s kioskctl -- log repair",
  );
}

function readHeader(path: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, "r");
  try {
    readSync(file, header, 0, HEADER_BYTES, 0);
    return header;
  } finally {
    closeSync(file);
  }
}

function hasGoodHeader(header: Buffer): boolean {
  const pageBytes = header.readUInt16BE(16);
  // 1 stands for 65,536.
  const isPageSize = pageBytes === 1 || (pageBytes >= 512 && (pageBytes & (pageBytes - 1)) === 0);
  const versions = [header[18], header[19]];
  const isOfKnownVersion = versions.every((version) => version === 1 || version === 2);
  const fractions = [header[21], header[22], header[23]];
  const hasFractions = fractions[0] === 64 && fractions[1] === 32 && fractions[2] === 32;
  return header.subarray(0, MAGIC.length).equals(MAGIC) && isPageSize && isOfKnownVersion && hasFractions;
}
