import { SILENCE_MS, type WedgeKey, WedgeReader, type WedgeScan, type WedgeStep } from "./WedgeReader.ts";

interface HeldKey extends WedgeKey {
  readonly event: KeyboardEvent;
}

/**
 * Listens to the keyboard before the page does. What a scanner typed goes to `onScan` and nowhere else; what a person
 * typed reaches the page a moment later.
 */
export class KeyboardWedge {
  readonly #reader = new WedgeReader<HeldKey>();
  readonly #onScan: (scan: WedgeScan) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onScan: (scan: WedgeScan) => void) {
    this.#onScan = onScan;
    window.addEventListener("keydown", this.#down, { capture: true });
    window.addEventListener("keyup", this.#up, { capture: true });
  }

  /** Leaves the keyboard to the page. */
  stop(): void {
    window.removeEventListener("keydown", this.#down, { capture: true });
    window.removeEventListener("keyup", this.#up, { capture: true });
    clearTimeout(this.#timer);
  }

  readonly #down = (event: KeyboardEvent): void => {
    // Keys that were given back come from this program, not from a keyboard.
    if (!event.isTrusted) return;
    const step = this.#reader.keyDown({
      key: event.isComposing ? "Process" : event.key,
      code: event.code,
      atMs: event.timeStamp,
      isRepeat: event.repeat,
      isCommand: event.ctrlKey || event.metaKey,
      event,
    });
    if (step.isHeld) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    this.#follow(step);
    this.#waitForSilence();
  };

  readonly #up = (event: KeyboardEvent): void => {
    if (event.isTrusted && event.key === "Alt") this.#follow(this.#reader.altUp());
  };

  #waitForSilence(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      // On a busy page the next key may be waiting in the queue behind this timer: it gets its turn first.
      this.#timer = setTimeout(() => this.#follow(this.#reader.silence()), 0);
    }, SILENCE_MS);
  }

  #follow({ released, scan }: WedgeStep<HeldKey>): void {
    for (const { event } of released) giveBack(event);
    if (scan !== undefined) this.#onScan(scan);
  }
}

/** Does what the key would have done: listeners hear it, and a text field takes its character. */
function giveBack(event: KeyboardEvent): void {
  const { key, code, shiftKey, target } = event;
  const place = target instanceof Node && target.isConnected ? target : document.body;
  const again = new KeyboardEvent("keydown", { key, code, shiftKey, bubbles: true, cancelable: true, composed: true });
  const isWanted = place.dispatchEvent(again);
  if (isWanted && isTextField(place)) typeInto(place, key);
}

function isTextField(place: Node): place is HTMLInputElement | HTMLTextAreaElement {
  return place instanceof HTMLInputElement || place instanceof HTMLTextAreaElement;
}

function typeInto(field: HTMLInputElement | HTMLTextAreaElement, character: string): void {
  const { selectionStart, selectionEnd, value, maxLength } = field;
  const isFull = maxLength >= 0 && value.length >= maxLength && selectionStart === selectionEnd;
  // A field without a selection (a number, a date) or one that is locked takes no text this way.
  if (selectionStart === null || selectionEnd === null || field.readOnly || field.disabled || isFull) return;
  field.setRangeText(character, selectionStart, selectionEnd, "end");
  field.dispatchEvent(new InputEvent("input", { data: character, inputType: "insertText", bubbles: true }));
}
