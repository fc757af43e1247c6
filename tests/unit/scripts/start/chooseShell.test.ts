import { expect, test } from "vitest";
import { chooseShell } from "#scripts/start/chooseShell.ts";

const all = { mayOpen: true, hasDisplay: true, electron: "/opt/electron", chromium: "/usr/bin/chromium" };

test("Electron is the shell where its program is installed", () => {
  expect(chooseShell(all)).toMatchObject({ kind: "electron", binary: "/opt/electron" });
});

test("Chromium is the shell without Electron, and the reason is said", () => {
  const choice = chooseShell({ ...all, electron: undefined });
  expect(choice).toMatchObject({ kind: "chromium", binary: "/usr/bin/chromium" });
  expect(choice.reason).toContain("Electron's program could not be fetched");
});

test.each([
  ["no browser at all", { electron: undefined, chromium: undefined }, "no Chromium"],
  ["no display", { hasDisplay: false }, "no display"],
  ["--no-open", { mayOpen: false }, "--no-open"],
])("with %s the addresses are only printed", (_what, change, reason) => {
  const choice = chooseShell({ ...all, ...change });
  expect(choice.kind).toBe("none");
  expect(choice.reason).toContain(reason);
});
