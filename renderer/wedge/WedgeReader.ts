import { AltDigits } from "./altDigits.ts";

/** A key that went down, as far as telling a scanner from a person needs it. */
export interface WedgeKey {
  /** What it types in the present layout, or its name (`KeyboardEvent.key`). */
  readonly key: string;
  /** Its place on the keyboard (`KeyboardEvent.code`). */
  readonly code: string;
  /** When the system saw it, milliseconds, monotonic. */
  readonly atMs: number;
  /** It is held down and repeats. */
  readonly isRepeat: boolean;
  /** Ctrl or Meta is held. */
  readonly isCommand: boolean;
}

/** A code that was typed at a scanner's speed; without text where what came cannot be trusted. */
export interface WedgeScan {
  readonly text: string | undefined;
}

/** What a key, or the silence after it, came to. */
export interface WedgeStep<Key> {
  /** The page must not see this key now. */
  readonly isHeld: boolean;
  /** Keys that were held and are a person's after all, in order: the page gets them now. */
  readonly released: readonly Key[];
  readonly scan?: WedgeScan | undefined;
}

/** Longest time from one key to the next within a code. People type six keys in a row far slower. */
export const LONGEST_GAP_MS = 35;
/** Without a key for so long a code has ended, and what is too short for one is given back. */
export const SILENCE_MS = 80;
/** Shorter than any code that the kiosk takes, longer than a person's quickest roll over the keys. */
export const FEWEST_CHARACTERS = 6;
/** The most that a QR code holds as text. */
export const MOST_CHARACTERS = 4_296;

const MODIFIERS = new Set(["Shift", "CapsLock", "NumLock", "AltGraph", "Control", "Meta"]);
/** What an input method puts in place of a key, and dead keys: nobody knows any more what the scanner meant. */
const REWRITTEN = new Set(["Process", "Unidentified", "Dead", "Compose"]);

interface Run<Key> {
  readonly held: Key[];
  text: string;
  characters: number;
  /** False where a character is none of ASCII, was rewritten by an input method, or got away. */
  isTrusted: boolean;
}

/**
 * Tells a scanner that types like a keyboard from a person: every key of a code comes within 35 ms of the one before,
 * and there are at least six. Keys are held back until that is decided, so that no part of a code reaches the page. Only
 * ASCII is trusted, since layouts and input methods rewrite the rest.
 */
export class WedgeReader<Key extends WedgeKey> {
  #run: Run<Key> | undefined;
  #lastAtMs = Number.NEGATIVE_INFINITY;
  /** The key before this one ended a code: a second line end belongs to it. */
  #hasJustEnded = false;
  /** The run before this moment was given back, although it may go on. */
  #hasJustReleased = false;
  readonly #alt = new AltDigits();
  readonly #nothing: WedgeStep<Key> = { isHeld: false, released: [] };
  readonly #held: WedgeStep<Key> = { isHeld: true, released: [] };

  /** A key went down. */
  keyDown(key: Key): WedgeStep<Key> {
    const gapMs = key.atMs - this.#lastAtMs;
    this.#lastAtMs = key.atMs;
    const before = gapMs <= LONGEST_GAP_MS ? this.#nothing : this.#slow(key, gapMs);
    const now = this.#take(key);
    return {
      isHeld: now.isHeld,
      released: [...before.released, ...now.released],
      scan: before.scan ?? now.scan,
    };
  }

  /** Alt went up: the digits that were typed while it was down make one character. */
  altUp(): WedgeStep<Key> {
    const character = this.#alt.end();
    if (character === undefined) return this.#nothing;
    if (character === "\r" || character === "\n" || character === "\t") return this.#end() ?? this.#nothing;
    this.#add(character);
    return this.#nothing;
  }

  /** No key came for `SILENCE_MS`. */
  silence(): WedgeStep<Key> {
    const settled = this.#settle();
    this.#hasJustReleased = settled.released.length > 0;
    return settled;
  }

  /** A key came later than the next one of a code does. */
  #slow(key: Key, gapMs: number): WedgeStep<Key> {
    this.#alt.cancel();
    this.#hasJustEnded = false;
    const isSilence = gapMs > SILENCE_MS;
    if (this.#isCode && !isSilence) {
      // The scanner stumbled: the code goes on, but a key may be missing. Its line end may take longer.
      if (this.#run && !isLineEnd(key)) this.#run.isTrusted = false;
      return this.#nothing;
    }
    const settled = this.#settle();
    // What follows so soon may be the rest of a code whose beginning looked like a person's.
    this.#hasJustReleased = !isSilence && settled.released.length > 0;
    return settled;
  }

  /** What came so far is long enough for a code. */
  get #isCode(): boolean {
    return this.#run !== undefined && this.#run.characters >= FEWEST_CHARACTERS;
  }

  #take(key: Key): WedgeStep<Key> {
    if (key.key === "Alt") {
      this.#alt.begin();
      return this.#nothing;
    }
    if (this.#alt.take(key.code)) return this.#held;
    if (isLineEnd(key)) return this.#end() ?? { ...this.#settle(), isHeld: this.#hasJustEnded };
    if (MODIFIERS.has(key.key)) return this.#nothing;
    if (REWRITTEN.has(key.key)) {
      this.#add(undefined);
      return this.#nothing;
    }
    // A space alone presses buttons; no code begins with one.
    const isFirstSpace = key.key === " " && this.#run === undefined;
    if ([...key.key].length !== 1 || key.isCommand || key.isRepeat || isFirstSpace) return this.#settle();
    this.#add(key.key, key);
    return this.#held;
  }

  #add(character: string | undefined, key?: Key): void {
    this.#run ??= { held: [], text: "", characters: 0, isTrusted: !this.#hasJustReleased };
    const run = this.#run;
    run.characters += 1;
    if (run.characters > MOST_CHARACTERS) run.isTrusted = false;
    else {
      if (character === undefined || !/^[\x20-\x7e]$/.test(character)) run.isTrusted = false;
      else run.text += character;
      if (key !== undefined) run.held.push(key);
    }
    this.#hasJustEnded = false;
  }

  /** Ends a run with a line end; undefined where there is none that is long enough. */
  #end(): WedgeStep<Key> | undefined {
    if (!this.#isCode) return undefined;
    const { scan } = this.#settle();
    this.#hasJustEnded = true;
    return { isHeld: true, released: [], scan };
  }

  /** Decides what the keys so far were. */
  #settle(): WedgeStep<Key> {
    const run = this.#run;
    this.#run = undefined;
    if (run === undefined) return this.#nothing;
    if (run.characters < FEWEST_CHARACTERS) return { isHeld: false, released: run.held };
    return { isHeld: false, released: [], scan: { text: run.isTrusted ? run.text : undefined } };
  }
}

/** Enter and Tab, and the control characters that some scanners type instead: Ctrl+M, Ctrl+J. */
function isLineEnd({ key, isCommand }: WedgeKey): boolean {
  return key === "Enter" || key === "Tab" || (isCommand && /^[jm]$/i.test(key));
}
