import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Lock, missingOptionalEntries } from "#scripts/completeLock.ts";
import { LONG_FUNCTIONS } from "./longFunctions.ts";
import { cycleFindings } from "./rules/cycles.ts";
import { importFindings, staffPageFindings } from "./rules/imports.ts";
import { nameFindings } from "./rules/names.ts";
import { environmentFindings, packageOwnerFindings, purityFindings } from "./rules/owners.ts";
import { dependencyReasonFindings, lockHostFindings } from "./rules/packages.ts";
import { placeFindings } from "./rules/places.ts";
import { fileSizeFindings, functionSizeFindings, idleAllowances } from "./rules/sizes.ts";
import { listFiles, readSources } from "./rules/source.ts";
import { lostTestFindings, sharedTitleFindings, skippedTestFindings } from "./rules/testFiles.ts";
import { typeHoleFindings } from "./rules/types.ts";

const root = join(import.meta.dirname, "..", "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const files = listFiles(root);
const sources = readSources(root);
const tests = sources.filter(({ path }) => path.startsWith("tests/"));
const BINARY = /\.(png|jpg|jpeg|gif|webp|ico|woff2?|ttf|otf|wasm|db|y4m|mjpeg|bin|pdf)$/;

test("a folder imports itself, core, and what its row allows", () => {
  expect.soft(sources.flatMap(importFindings)).toEqual([]);
  expect.soft(sources.flatMap(staffPageFindings)).toEqual([]);
});

test("no files load each other in a circle", () => {
  expect.soft(cycleFindings(sources)).toEqual([]);
});

test("files have at most 300 lines, functions at most 50, listed ones at most 70", () => {
  expect.soft(sources.flatMap(fileSizeFindings)).toEqual([]);
  expect.soft(sources.flatMap((source) => functionSizeFindings(source, LONG_FUNCTIONS))).toEqual([]);
  expect.soft(idleAllowances(sources, LONG_FUNCTIONS)).toEqual([]);
  expect.soft(LONG_FUNCTIONS.filter(({ reason }) => reason.length < 20)).toEqual([]);
});

test("no type has a hole", () => {
  expect.soft(sources.flatMap(typeHoleFindings)).toEqual([]);
});

test("the database, the serial port, the shell and React are imported by their owners only", () => {
  expect.soft(sources.flatMap(packageOwnerFindings)).toEqual([]);
});

test("only main files read the environment", () => {
  expect.soft(sources.flatMap(environmentFindings)).toEqual([]);
});

test("core and flow have no clock, no chance and no timers", () => {
  expect.soft(sources.flatMap(purityFindings)).toEqual([]);
});

test("every file is named after a concept", () => {
  expect.soft(files.flatMap(nameFindings)).toEqual([]);
});

test("no file names a place on one machine or a registry", () => {
  const texts = files.filter((path) => !BINARY.test(path));
  expect.soft(texts.flatMap((path) => placeFindings(path, read(path)))).toEqual([]);
});

test("every dependency has its reason in docs/dependencies.md", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json"));
  const names = Object.keys({ ...dependencies, ...devDependencies });
  expect.soft(dependencyReasonFindings(names, read("docs/dependencies.md"))).toEqual([]);
});

test("the lock file is complete and names no host", () => {
  const lock: Lock = JSON.parse(read("package-lock.json"));
  expect.soft(lockHostFindings(lock)).toEqual([]);
  expect.soft(missingOptionalEntries(lock), "run `npm run lock:complete`").toEqual({});
});

test("every test runs, is found, and has a title of its own", () => {
  expect.soft(tests.flatMap(skippedTestFindings)).toEqual([]);
  expect.soft(tests.flatMap(lostTestFindings)).toEqual([]);
  expect.soft(sharedTitleFindings(tests)).toEqual([]);
});
