import { closeSync, openSync, readSync, renameSync, statSync } from "node:fs";
import { DatabaseError } from "./connection.ts";

/** https://www.sqlite.org/fileformat2.html#the_database_header */
const MAGIC = Buffer.from("SQLite format 3\0", "latin1");
const HEADER_BYTES = 100;
/** A smaller file is an empty one to SQLite: it would write a new database over it. */
const SMALLEST_BYTES = 512;

/**
 * Refuses what SQLite would take for a new or for a foreign file: nothing is written over it. Does nothing where there is
 * no file yet, or an empty one, or where the write-ahead file is there: a power cut while its pages were being brought home
 * may have torn the first page, which SQLite then takes from there, or refuses. No connection to the file may be open in this process: closing it gives up every lock.
 */
export function refuseBadHeader(path: string): void {
  const size = sizeOf(path);
  if (size === 0 || (size >= SMALLEST_BYTES && (isBeingMended(path) || hasGoodHeader(readHeader(path))))) return;
  throw new DatabaseError(
    "damaged",
    `The database ${path} is damaged: it does not begin as a database does. Nothing was changed. ` +
      "Keep a copy of the file, then run: npm run -s kioskctl -- log repair",
  );
}

/** Until its first page is whole a new database is one page, and SQLite's page is that large. */
const NEWBORN_BYTES = 4_096;

/**
 * Puts a file aside that a power cut left half-written while it was being made. Only for a place where there never was a
 * log: then nothing can have been in it.
 */
export function putNewbornAside(path: string): void {
  const size = sizeOf(path);
  if (size === 0 || size > NEWBORN_BYTES || isBeingMended(path) || hasGoodHeader(readHeader(path))) return;
  renameSync(path, `${path}.unfinished`);
}

/** https://www.sqlite.org/fileformat2.html#the_write_ahead_log */
const WRITE_AHEAD_HEADER_BYTES = 32;

function isBeingMended(path: string): boolean {
  return sizeOf(`${path}-wal`) > WRITE_AHEAD_HEADER_BYTES;
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
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
