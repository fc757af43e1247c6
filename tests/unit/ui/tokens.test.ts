import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { drawnPxPerMm, leastGapMm, leastTargetMm } from "#ui/tokens.ts";

const css = readFileSync(new URL("../../../ui/tokens.css", import.meta.url), "utf8");

/** Text or sign role and the role it stands on. */
const textPairs = [
  ["text", "page"],
  ["text-2", "page"],
  ["text", "sheet"],
  ["sheet-text", "sheet"],
  ["done-text", "done"],
  ["now-text", "now"],
  ["counter-text", "counter"],
  ["counter-text", "busy-dark"],
  ["bar-text", "bar"],
  ["key-text", "key"],
  ["main-text", "main"],
  ["main-text", "main-busy"],
  ["press-text", "press"],
  ["busy-text", "busy"],
  ["frame-text", "frame"],
  ["row-text", "row"],
  ["error-text", "page"],
  ["error-fill-text", "error-fill"],
  ["home-text", "home"],
  ["counter-text", "frame"],
] as const;

/** Outlines: 3:1 (WCAG 2.2, 1.4.11). */
const linePairs = [
  ["edge", "page"],
  ["counter-edge", "counter"],
  ["bar-edge", "bar"],
  ["key-line", "page"],
  ["ring", "page"],
  ["ring-on-dark", "counter"],
  ["ring-on-dark", "bar"],
  ["now", "counter"],
] as const;

const modes = {
  day: [],
  night: ['[data-daylight="night"]'],
  technician: ['[data-theme="technician"]'],
  high: ['[data-contrast="high"]'],
} as const;

describe("the colours", () => {
  it.each(["day", "night", "technician"] as const)("give all text a contrast of 10:1 or more (%s)", (mode) => {
    const roles = rolesOf(modes[mode]);
    for (const [text, ground] of textPairs) {
      expect({ text, ground, isEnough: contrast(roles, text, ground) >= 10 }).toEqual({ text, ground, isEnough: true });
    }
  });

  it("give all text 20:1 or more in high contrast", () => {
    const roles = rolesOf(modes.high);
    for (const [text, ground] of textPairs) {
      expect({ text, ground, isEnough: contrast(roles, text, ground) >= 20 }).toEqual({ text, ground, isEnough: true });
    }
  });

  it.each(["day", "night", "technician"] as const)("give outlines 3:1 or more (%s)", (mode) => {
    const roles = rolesOf(modes[mode]);
    for (const [line, ground] of linePairs) {
      expect({ line, ground, isEnough: contrast(roles, line, ground) >= 3 }).toEqual({ line, ground, isEnough: true });
    }
  });
});

describe("the sizes", () => {
  it("give every target 12.7 mm and every gap 2.54 mm at the drawn density", () => {
    expect(lengthPx("target-least") / drawnPxPerMm).toBeGreaterThanOrEqual(leastTargetMm);
    expect(lengthPx("gap-least") / drawnPxPerMm).toBeGreaterThanOrEqual(leastGapMm);
  });

  it("offer four text sizes with capitals from 3.5 to 9 mm", () => {
    const bodies = ['[data-text-size="1"]', '[data-text-size="2"]', '[data-text-size="3"]', '[data-text-size="4"]'];
    const capitalsMm = bodies.map(
      (size) => (10 * Number.parseFloat(block(size)["text-body"] ?? "0") * 0.74) / drawnPxPerMm,
    );
    expect(capitalsMm[0]).toBeGreaterThanOrEqual(3.5);
    expect(capitalsMm[3]).toBeGreaterThan(8.5);
    expect([...capitalsMm].sort((a, b) => a - b)).toEqual(capitalsMm);
  });
});

/** Declarations of every rule whose selector list holds this selector, later ones winning. */
function block(selector: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, selectors = "", body = ""] of css.replace(/\/\*[\s\S]*?\*\//g, "").matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    if (!selectors.split(",").some((one) => one.trim() === selector)) continue;
    for (const [, name = "", value = ""] of body.matchAll(/--([\w-]+):\s*([^;]+);/g)) found[name] = value.trim();
  }
  return found;
}

function rolesOf(selectors: readonly string[]): Record<string, string> {
  return Object.assign({}, block(":root"), ...selectors.map(block));
}

function lengthPx(name: string): number {
  return Number.parseFloat(block(":root")[name] ?? "0") * 10;
}

/** Contrast ratio of WCAG 2.2. */
function contrast(roles: Record<string, string>, one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(roles[one]), luminance(roles[other])].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string | undefined): number {
  expect(colour).toMatch(/^#[0-9a-f]{6}$/);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt((colour ?? "").slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
