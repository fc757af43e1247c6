import { describe, expect, it } from "vitest";
import { en } from "#core/languages/en/index.ts";
import { vi } from "#core/languages/vi/index.ts";
import { zh } from "#core/languages/zh/index.ts";

interface Leaf {
  readonly key: string;
  readonly text: string;
}

const master = new Map(leavesOf(vi).map(({ key, text }) => [key, text]));

describe.each([
  ["English", en],
  ["Chinese", zh],
])("%s", (_name, words) => {
  it("fills in the same values as the Vietnamese sentence", () => {
    for (const { key, text } of leavesOf(words)) {
      const original = master.get(key) ?? master.get(key.replace(/_one$/, "_other")) ?? "";
      // "One try left" needs no number.
      const optional = key.endsWith("_one") ? ["count"] : [];
      const without = (names: readonly string[]) => names.filter((name) => !optional.includes(name));
      expect(without(placesOf(text)), key).toEqual(without(placesOf(original)));
    }
  });
});

it.each([
  ["Vietnamese", vi],
  ["English", en],
  ["Chinese", zh],
])("%s leaves no sentence empty and raises its voice nowhere", (_name, words) => {
  for (const { key, text } of leavesOf(words)) {
    expect(text.trim(), key).not.toBe("");
    expect(text, key).not.toMatch(/[!！]/u);
    expect(text.normalize("NFC"), key).toBe(text);
  }
});

it("says ông/bà at most once in a Vietnamese sentence", () => {
  for (const { key, text } of leavesOf(vi)) expect(text.match(/ông\/bà/giu)?.length ?? 0, key).toBeLessThan(2);
});

function leavesOf(words: object, path = ""): Leaf[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): Leaf[] => {
    const here = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string") return [{ key: here, text: value }];
    return typeof value === "object" && value !== null ? leavesOf(value, here) : [];
  });
}

function placesOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/gu)].map((match) => match[1] ?? ""))].sort();
}
