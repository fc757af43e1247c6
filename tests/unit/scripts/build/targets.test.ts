import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { buildStale } from "#scripts/build/targets.ts";

const target = { name: "page", title: "page", folder: "page", entries: ["index.html"], sources: ["page", "absent"] };
let root = "";
let builds = 0;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "kiosk-build-"));
  mkdirSync(join(root, "page"));
  writeFileSync(join(root, "page", "index.html"), "one");
  builds = 0;
});
afterEach(() => rmSync(root, { recursive: true }));

const count = async () => {
  mkdirSync(join(root, "dist", "page"), { recursive: true });
  builds += 1;
};
const buildPage = (build = count) => buildStale([target], build, { root, say: () => {} });

test("a page is built once as long as its sources stay", async () => {
  await buildPage();
  await buildPage();
  expect(builds).toBe(1);
});

test("a page is built again after a source was written, added or removed", async () => {
  await buildPage();
  utimesSync(join(root, "page", "index.html"), 1, 1);
  await buildPage();
  writeFileSync(join(root, "page", "more.ts"), "");
  await buildPage();
  rmSync(join(root, "page", "more.ts"));
  await buildPage();
  expect(builds).toBe(4);
});

test("a page whose output was deleted is built again", async () => {
  await buildPage();
  rmSync(join(root, "dist", "page"), { recursive: true });
  await buildPage();
  expect(builds).toBe(2);
});

test("a build that failed is tried again", async () => {
  await expect(buildPage(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  await buildPage();
  expect(builds).toBe(1);
});
