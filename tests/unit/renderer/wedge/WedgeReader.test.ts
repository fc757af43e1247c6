import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  FEWEST_CHARACTERS,
  LONGEST_GAP_MS,
  MOST_CHARACTERS,
  SILENCE_MS,
  type WedgeKey,
  WedgeReader,
  type WedgeStep,
} from "#renderer/wedge/WedgeReader.ts";

const quick = fc.integer({ min: 0, max: LONGEST_GAP_MS });
const human = fc.integer({ min: LONGEST_GAP_MS + 1, max: 400 });
const letter = fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789|-./:");
const codeText = fc.string({ unit: letter, minLength: FEWEST_CHARACTERS, maxLength: 60 });

/** A keyboard and a page: what reached the page, and what became a scan. */
class Desk {
  readonly reader = new WedgeReader<WedgeKey>();
  readonly page: string[] = [];
  readonly scans: (string | undefined)[] = [];
  #nowMs = 1_000;

  press(key: string, gapMs: number, fields: Partial<WedgeKey> = {}): void {
    // A page that is not busy hears of the silence in time.
    if (gapMs > SILENCE_MS) this.silence();
    this.#nowMs += gapMs;
    const step = this.reader.keyDown({
      key,
      code: "",
      atMs: this.#nowMs,
      isRepeat: false,
      isCommand: false,
      ...fields,
    });
    this.#follow(step);
    if (!step.isHeld) this.page.push(key);
  }

  type(text: string, gapMs: number): void {
    for (const [at, key] of [...text].entries()) this.press(key, at === 0 ? 1_000 : gapMs);
  }

  altDigits(digits: string): void {
    this.press("Alt", 1);
    for (const digit of digits) this.press(digit, 1, { code: `Numpad${digit}` });
    this.#follow(this.reader.altUp());
  }

  silence(): void {
    this.#follow(this.reader.silence());
  }

  #follow(step: WedgeStep<WedgeKey>): void {
    this.page.push(...step.released.map(({ key }) => key));
    if (step.scan !== undefined) this.scans.push(step.scan.text);
  }
}

describe("keys at a scanner's speed", () => {
  test("are one scan, and no key of it reaches the page", () => {
    const ends = fc.constantFrom(["Enter"], ["Tab"], ["Enter", "Enter"], []);
    const gaps = fc.array(quick, { minLength: 1, maxLength: 70 });
    fc.assert(
      fc.property(codeText, ends, gaps, (text, end, between) => {
        const desk = new Desk();
        for (const [at, key] of [...text, ...end].entries())
          desk.press(key, at === 0 ? 1_000 : (between[at % between.length] ?? 0));
        desk.silence();
        expect(desk.scans).toEqual([text]);
        expect(desk.page).toEqual([]);
      }),
    );
  });

  test("are one scan each, one code after the other", () => {
    const desk = new Desk();
    desk.type("0427000013", 5);
    desk.press("Enter", 5);
    desk.type("TUI-000127", 5);
    desk.press("Enter", SILENCE_MS);
    expect(desk.scans).toEqual(["0427000013", "TUI-000127"]);
    expect(desk.page).toEqual([]);
  });

  test("are read with Shift in between, and with control characters as line end", () => {
    const desk = new Desk();
    desk.press("Shift", 1_000);
    for (const key of ["N", "V", "1", ".", "A", "B"]) desk.press(key, 2);
    desk.press("m", 2, { isCommand: true });
    desk.press("j", 2, { isCommand: true });
    expect(desk.scans).toEqual(["NV1.AB"]);
    expect(desk.page).toEqual(["Shift"]);
  });

  test("make ASCII characters of Alt and digits, with a line end among them", () => {
    const desk = new Desk();
    for (const character of "HS1ABC|z\r") desk.altDigits(String(character.charCodeAt(0)).padStart(3, "0"));
    expect(desk.scans).toEqual(["HS1ABC|z"]);
    expect(desk.page.filter((key) => key !== "Alt")).toEqual([]);
  });

  test.each([
    ["a character of an unknown code page", (desk: Desk) => desk.altDigits("0224")],
    ["a letter that only a Vietnamese layout has", (desk: Desk) => desk.press("đ", 1)],
    ["a key that an input method took", (desk: Desk) => desk.press("Process", 1)],
    ["a dead key", (desk: Desk) => desk.press("Dead", 1)],
    ["a pause in the middle", (desk: Desk) => desk.press("x", SILENCE_MS)],
  ])("are told as a code that cannot be trusted where there was %s", (_what, happens) => {
    const desk = new Desk();
    desk.type("079085000011", 2);
    happens(desk);
    for (const key of ["|", "N", "Enter"]) desk.press(key, 2);
    expect(desk.scans).toEqual([undefined]);
  });

  test("are never taken as the rest of a code whose beginning got away", () => {
    for (const gapMs of [LONGEST_GAP_MS + 1, SILENCE_MS]) {
      const desk = new Desk();
      desk.type("HS1", 5);
      for (const [at, key] of [..."ABCDEFGH"].entries()) desk.press(key, at === 0 ? gapMs : 5);
      desk.press("Enter", 5);
      expect(desk.scans).toEqual([undefined]);
    }
    const busy = new Desk();
    busy.type("HS1", 5);
    busy.silence();
    for (const key of "ABCDEFGH") busy.press(key, 5);
    busy.press("Enter", 5);
    expect(busy.scans).toEqual([undefined]);
  });

  test("hold 4,296 characters at the most", () => {
    const desk = new Desk();
    desk.type("A".repeat(MOST_CHARACTERS), 1);
    desk.press("Enter", 1);
    desk.type("A".repeat(MOST_CHARACTERS + 1), 1);
    desk.press("Enter", 1);
    expect(desk.scans).toEqual(["A".repeat(MOST_CHARACTERS), undefined]);
    expect(desk.page).toEqual([]);
  });
});

describe("keys at a person's speed", () => {
  const anyKey = fc.oneof(letter, fc.constantFrom(" ", "Enter", "Tab", "Backspace", "ArrowLeft", "Shift", "ư"));

  test("are no scan and all reach the page, in order", () => {
    const typed = fc.array(fc.tuple(anyKey, human), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(typed, (keys) => {
        const desk = new Desk();
        for (const [key, gapMs] of keys) desk.press(key, gapMs);
        desk.silence();
        expect(desk.scans).toEqual([]);
        expect(desk.page).toEqual(keys.map(([key]) => key));
      }),
    );
  });

  test("reach the page when fingers roll over a few keys faster than a scanner types", () => {
    const desk = new Desk();
    desk.type("nguye", 8);
    desk.press("Enter", 8);
    expect(desk.scans).toEqual([]);
    expect(desk.page).toEqual([..."nguye", "Enter"]);
  });

  test("are no scan when a key is held down and repeats", () => {
    const desk = new Desk();
    desk.press("a", 1_000);
    for (let repeat = 0; repeat < 40; repeat += 1) desk.press("a", repeat === 0 ? 500 : 30, { isRepeat: true });
    desk.silence();
    expect(desk.scans).toEqual([]);
    expect(desk.page).toEqual(Array.from({ length: 41 }, () => "a"));
  });

  test("work after Alt went up unseen", () => {
    const desk = new Desk();
    desk.press("Alt", 1_000);
    desk.press("1", 1_000, { code: "Numpad1" });
    desk.silence();
    expect(desk.page).toEqual(["Alt", "1"]);
  });
});

test("a printable key is either the page's or a code's: never both, and none is lost", () => {
  const keys = fc.array(fc.tuple(letter, fc.oneof(quick, human)), { minLength: 1, maxLength: 120 });
  fc.assert(
    fc.property(keys, (typed) => {
      const desk = new Desk();
      for (const [key, gapMs] of typed) desk.press(key, gapMs);
      desk.silence();
      const told = [...desk.page, ...desk.scans.flatMap((text) => [...(text ?? "")])];
      const all = typed.map(([key]) => key);
      if (desk.scans.every((text) => text !== undefined)) expect(told.toSorted()).toEqual(all.toSorted());
      else expect(told.length).toBeLessThanOrEqual(all.length - FEWEST_CHARACTERS);
    }),
  );
});
