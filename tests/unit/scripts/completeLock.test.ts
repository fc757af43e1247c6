import { expect, test } from "vitest";
import { missingOptionalEntries } from "#scripts/completeLock.ts";

function lockWith(name: string) {
  return {
    packages: { "node_modules/tool": { optionalDependencies: { [name]: "1.2.3" }, dev: true, license: "MIT" } },
  };
}

test.each([
  ["@tool/cli-linux-x64-musl", { os: ["linux"], cpu: ["x64"], libc: ["musl"] }],
  ["@tool/binding-linux-arm-gnueabihf", { os: ["linux"], cpu: ["arm"] }],
  ["@tool/win32-arm64", { os: ["win32"], cpu: ["arm64"] }],
])("the entry of %s follows from its name and its parent", (name, platform) => {
  expect(missingOptionalEntries(lockWith(name))).toEqual({
    [`node_modules/${name}`]: { version: "1.2.3", ...platform, dev: true, license: "MIT", optional: true },
  });
});

test("an entry that is there, beside or below its parent, is not missing", () => {
  const name = "@tool/linux-x64";
  const { packages } = lockWith(name);
  expect(missingOptionalEntries({ packages: { ...packages, [`node_modules/${name}`]: {} } })).toEqual({});
  const below = { ...packages, [`node_modules/tool/node_modules/${name}`]: {} };
  expect(missingOptionalEntries({ packages: below })).toEqual({});
});

test("a name that tells no platform is refused", () => {
  expect(() => missingOptionalEntries(lockWith("surprise"))).toThrow("surprise");
});
