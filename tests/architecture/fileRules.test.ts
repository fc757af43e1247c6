import { describe, expect, test } from "vitest";
import { nameFindings } from "./rules/names.ts";
import { dependencyReasonFindings, lockHostFindings } from "./rules/packages.ts";
import { placeFindings } from "./rules/places.ts";
import { fileSizeFindings, functionSizeFindings, idleAllowances } from "./rules/sizes.ts";
import { sourceOf } from "./rules/source.ts";
import { lostTestFindings, sharedTitleFindings, skippedTestFindings } from "./rules/testFiles.ts";
import { typeHoleFindings } from "./rules/types.ts";

/** A function of so many lines, in the form that `wrap` gives it. */
function functionOf(lines: number, wrap = (body: string) => `function long() ${body}`) {
  return sourceOf("core/a.ts", wrap(`{${"\n".repeat(lines - 1)}}`));
}

describe("the size rules", () => {
  test("a file of 300 lines passes, one of 301 does not", () => {
    expect(fileSizeFindings({ path: "a.ts", text: "x\n".repeat(300) })).toEqual([]);
    expect(fileSizeFindings({ path: "a.ts", text: "x\n".repeat(301) })).toHaveLength(1);
  });

  test.each([
    ["function", (body: string) => `function long() ${body}`],
    ["arrow function", (body: string) => `const long = () => ${body}`],
    ["method", (body: string) => `class A { long() ${body} }`],
    ["property", (body: string) => `const a = { long: () => ${body} }`],
    ["nameless function", (body: string) => `run(() => ${body})`],
  ])("a %s of 50 lines passes, one of 51 does not", (_form, wrap) => {
    expect(functionSizeFindings(functionOf(50, wrap), [])).toEqual([]);
    expect(functionSizeFindings(functionOf(51, wrap), [])).toHaveLength(1);
  });

  test("a listed function may have 70 lines, never 71", () => {
    const allowed = [{ path: "core/a.ts", name: "long", reason: "one table" }];
    expect(functionSizeFindings(functionOf(70), allowed)).toEqual([]);
    expect(functionSizeFindings(functionOf(71), allowed)).toHaveLength(1);
    expect(functionSizeFindings(functionOf(51), [{ path: "core/b.ts", name: "long", reason: "" }])).toHaveLength(1);
  });

  test("an entry of the list that is no longer needed is found", () => {
    const allowed = [{ path: "core/a.ts", name: "long", reason: "one table" }];
    expect(idleAllowances([functionOf(50)], allowed)).toHaveLength(1);
    expect(idleAllowances([functionOf(51)], allowed)).toEqual([]);
  });

  test("a group of tests may be longer than a function", () => {
    expect(
      functionSizeFindings(
        functionOf(90, (body) => `describe("all", () => ${body})`),
        [],
      ),
    ).toEqual([]);
  });
});

describe("the type rule", () => {
  test.each([
    "const a: any = 1",
    "function f(a: Map<string, any>) {}",
    "const a = b!",
    "b!.c()",
    "// @ts-ignore\nf()",
    "/* @ts-nocheck */",
    "/** @param {any} a */ function f(a) {}",
  ])("%j is a hole", (text) => {
    expect(typeHoleFindings(sourceOf("core/a.ts", text))).toHaveLength(1);
  });

  test("words that only look like holes pass", () => {
    expect(typeHoleFindings(sourceOf("core/a.ts", 'const any = "any"; const a = !b; a !== b; // any'))).toEqual([]);
  });
});

describe("the rules about names and places", () => {
  test.each(["core/utils.ts", "core/util/a.ts", "ui/helpers.tsx", "services/a.ts", "core/date.utils.ts"])(
    "%s is no name",
    (path) => {
      expect(nameFindings(path)).toHaveLength(1);
    },
  );

  test("names that contain such a word as part of a concept pass", () => {
    expect(["flow/serviceability.ts", "core/utility-bill.ts"].flatMap(nameFindings)).toEqual([]);
  });

  test("paths of one machine, registries and mirrors are found with their line", () => {
    const slash = "/";
    const traces = [
      `see ${slash}home/somebody/kiosk`,
      `cd ${slash}root/project`,
      `${slash}Users/somebody/a`,
      `https:${slash}/npm-mirror.example.org/a`,
      `${"registry"} = https:${slash}/example.org`,
    ];
    for (const trace of traces) expect(placeFindings("a.md", `\n${trace}`)[0]).toMatch(/^a\.md:2: /);
  });

  test("web addresses and paths of the product pass", () => {
    expect(
      placeFindings("a.md", "https://github.com/a/b ./work/a backoffice/home/a /var/lib/kiosk /home/kiosk/data"),
    ).toEqual([]);
  });
});

describe("the rules about packages", () => {
  test("a dependency without a reason and a reason without a dependency are found", () => {
    const document = "- `zod`: checks messages at the edges\n- `left`: was needed once upon a time\n- `empty`:\n";
    const found = dependencyReasonFindings(["zod", "empty", "new"], document);
    expect(found.map((finding) => finding.split(": ")[1])).toEqual([
      "no reason for empty",
      "no reason for new",
      "left is no dependency",
    ]);
  });

  test("a lock entry with a host is found", () => {
    const packages = { a: { resolved: "https://example.org/a.tgz" }, b: { resolved: "file:b" }, c: {} };
    expect(lockHostFindings({ packages })).toHaveLength(1);
  });
});

describe("the rules about tests", () => {
  test.each([
    "test.skip('a', f)",
    "it.only('a', f)",
    "describe.skipIf(x)('a', f)",
    "test.todo('a')",
    "xit('a', f)",
    "test.only.each([])('a', f)",
  ])("%s is found", (text) => {
    expect(skippedTestFindings(sourceOf("tests/unit/a.test.ts", text))).toHaveLength(1);
  });

  test("ordinary tests and other things called skip pass", () => {
    const text = "test('a', () => { reader.skip(1); }); test.each([1])('b', f);";
    expect(skippedTestFindings(sourceOf("tests/unit/a.test.ts", text))).toEqual([]);
  });

  test("the same title twice is found, across files too, and groups tell titles apart", () => {
    const once = sourceOf(
      "tests/unit/a.test.ts",
      "describe('x', () => { test('a', f); }); test('a', f); test.each([1])('b', f)",
    );
    const again = sourceOf("tests/unit/b.test.ts", "it('a', f)");
    const table = sourceOf("tests/unit/c.test.ts", "test.for([1])('b', f)");
    expect(sharedTitleFindings([once])).toEqual([]);
    expect(sharedTitleFindings([once, again, table])).toHaveLength(2);
  });

  test("tests in a file that no run finds are found", () => {
    expect(lostTestFindings(sourceOf("tests/unit/a_test.ts", "test('a', f)"))).toHaveLength(1);
    expect(lostTestFindings(sourceOf("tests/support/a.ts", "export function testBench() {}"))).toEqual([]);
    expect(lostTestFindings(sourceOf("tests/unit/a.test.ts", "test('a', f)"))).toEqual([]);
  });
});
