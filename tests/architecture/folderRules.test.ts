import { describe, expect, test } from "vitest";
import { cycleFindings } from "./rules/cycles.ts";
import { importFindings, staffPageFindings } from "./rules/imports.ts";
import { environmentFindings, packageOwnerFindings, purityFindings } from "./rules/owners.ts";
import { sourceOf } from "./rules/source.ts";

describe("the import rule", () => {
  test.each([
    ["core/a.ts", "#flow/b.ts"],
    ["core/a.ts", "../device/b.ts"],
    ["flow/a.ts", "#device/bus/b.ts"],
    ["device/a.ts", "#db/b.ts"],
    ["db/a.ts", "#controller/b.ts"],
    ["renderer/a.tsx", "#flow/b.ts"],
    ["renderer/a.tsx", "#electron/b.ts"],
    ["ui/a.tsx", "#renderer/b.tsx"],
    ["backoffice/server/a.ts", "#ui/b.ts"],
    ["backoffice/web/a.tsx", "#renderer/b.ts"],
    ["electron/a.ts", "#controller/b.ts"],
    ["controller/a.ts", "#tests/b.ts"],
    ["scripts/a.ts", "#controller/b.ts"],
  ])("%s must not import %s", (path, specifier) => {
    for (const text of [`import "${specifier}"`, `export * from "${specifier}"`, `await import("${specifier}")`]) {
      expect(importFindings(sourceOf(path, text))).toHaveLength(1);
    }
    for (const text of [`import type { B } from "${specifier}"`, `let b: import("${specifier}").B`]) {
      expect(importFindings(sourceOf(path, text))).toHaveLength(1);
    }
  });

  test.each([
    ["flow/a.ts", "#core/b.ts"],
    ["core/events/a.ts", "../base/b.ts"],
    ["controller/a.ts", "#db/b.ts"],
    ["renderer/screens/a.tsx", "#ui/b.tsx"],
    ["backoffice/web/a.tsx", "#ui/b.tsx"],
    ["backoffice/server/a.ts", "../store/b.ts"],
    ["tests/unit/a.test.ts", "#controller/b.ts"],
    ["tests/unit/device/a.test.ts", "#tests/support/b.ts"],
    ["tests/unit/device/a.test.ts", "../../support/b.ts"],
    ["bench/a.ts", "#device/b.ts"],
    ["scripts/a.ts", "../package.json"],
    ["vitest.config.ts", "./renderer/a.ts"],
    ["flow/a.ts", "zod"],
  ])("%s may import %s", (path, specifier) => {
    expect(importFindings(sourceOf(path, `import "${specifier}"`))).toEqual([]);
  });

  test("a relative path across folders and a # path within one are refused", () => {
    expect(importFindings(sourceOf("flow/a.ts", 'import "../core/b.ts"'))[0]).toContain("#core/b.ts");
    expect(importFindings(sourceOf("flow/a.ts", 'import "#flow/b.ts"'))[0]).toContain("relative");
    expect(importFindings(sourceOf("core/x/a.ts", 'import "#core/b.ts"'))[0]).toContain("relative");
  });

  test("a folder without a row is refused", () => {
    expect(importFindings(sourceOf("extras/a.ts", ""))).toHaveLength(1);
  });

  test("the staff page may take types from the server, and no code", () => {
    const page = "backoffice/web/a.tsx";
    expect(staffPageFindings(sourceOf(page, 'import { a } from "../server/b.ts"'))).toHaveLength(1);
    expect(staffPageFindings(sourceOf(page, 'import type { A } from "../server/b.ts"'))).toEqual([]);
    expect(staffPageFindings(sourceOf(page, 'import { a } from "./b.ts"'))).toEqual([]);
  });
});

describe("the cycle rule", () => {
  const a = 'import { b } from "./b.ts"';

  test("a circle of two or three files, and a file that loads itself, are found once", () => {
    const two = [sourceOf("flow/a.ts", a), sourceOf("flow/b.ts", 'export * from "./a.ts"')];
    expect(cycleFindings(two)).toHaveLength(1);
    const three = [
      sourceOf("core/a.ts", a),
      sourceOf("core/b.ts", 'import "./c.ts"'),
      sourceOf("core/c.ts", 'import "#core/a.ts"'),
    ];
    expect(cycleFindings(three)).toHaveLength(1);
    expect(cycleFindings([sourceOf("core/a.ts", 'import "./a.ts"')])).toHaveLength(1);
  });

  test("types, late imports and shared dependencies make no circle", () => {
    const back = ['import type { A } from "./a.ts"', 'import { type A } from "./a.ts"', 'await import("./a.ts")'];
    for (const text of back) {
      expect(cycleFindings([sourceOf("flow/a.ts", a), sourceOf("flow/b.ts", text)])).toEqual([]);
    }
    const diamond = ['import "./b.ts"; import "./c.ts"', 'import "./d.ts"', 'import "./d.ts"', ""];
    expect(cycleFindings(diamond.map((text, i) => sourceOf(`core/${"abcd"[i]}.ts`, text)))).toEqual([]);
  });
});

describe("the owner rules", () => {
  test.each([
    ["controller/a.ts", "better-sqlite3"],
    ["backoffice/server/a.ts", "better-sqlite3"],
    ["device/bus/a.ts", "serialport"],
    ["controller/a.ts", "electron"],
    ["core/a.ts", "react"],
    ["core/a.tsx", "react/jsx-runtime"],
  ])("%s must not import the package %s", (path, name) => {
    expect(packageOwnerFindings(sourceOf(path, `import "${name}"`))).toHaveLength(1);
  });

  test.each([
    ["db/open.ts", "better-sqlite3"],
    ["backoffice/store/open.ts", "better-sqlite3"],
    ["device/transport/serial.ts", "serialport"],
    ["tests/integration/a.test.ts", "serialport"],
    ["core/a.ts", "react-native-is-another-package"],
    ["core/a.ts", "constructor"],
  ])("%s may import the package %s", (path, name) => {
    expect(packageOwnerFindings(sourceOf(path, `import "${name}"`))).toEqual([]);
  });

  test("the environment is read in main files and scripts only", () => {
    for (const text of ["process.env.HOME", "process.env['HOME']", "const { env } = globalThis.process; process.env"]) {
      expect(environmentFindings(sourceOf("controller/runner.ts", text)).length).toBeGreaterThan(0);
      expect(environmentFindings(sourceOf("controller/main.ts", text))).toEqual([]);
      expect(environmentFindings(sourceOf("scripts/start/a.ts", text))).toEqual([]);
    }
    expect(environmentFindings(sourceOf("controller/domain.ts", "import.meta.env.MODE"))).toHaveLength(1);
    expect(environmentFindings(sourceOf("controller/a.ts", "own.process.environment"))).toEqual([]);
  });

  test.each([
    "Date.now()",
    "new Date()",
    "Date()",
    "Math.random()",
    "setTimeout(() => {}, 1)",
    "queueMicrotask(run)",
    "performance.now()",
    "crypto.randomUUID()",
    "Temporal.Now.instant()",
  ])("core and flow must not call %s", (text) => {
    expect(purityFindings(sourceOf("core/a.ts", text))).toHaveLength(1);
    expect(purityFindings(sourceOf("flow/a.ts", `const a = () => { ${text}; }`))).toHaveLength(1);
    expect(purityFindings(sourceOf("controller/a.ts", text))).toEqual([]);
  });

  test("core may compute with times and dates that it was given", () => {
    expect(
      purityFindings(sourceOf("core/a.ts", "new Date(atMs); Date.UTC(2026, 1); clock.now(); Math.max(1, 2)")),
    ).toEqual([]);
  });
});
