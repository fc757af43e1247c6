import { useState } from "react";

/** Something being typed: the only state that the page holds by itself. Gone when the screen or the visit changes. */
export interface Typed {
  readonly value: string;
  readonly set: (value: string) => void;
  readonly add: (digit: string) => void;
  readonly remove: () => void;
  readonly clear: () => void;
}

/** Types at most `longest` characters. A changed `resetOn` (the machine's answer) empties the field. */
export function useTyped(longest: number, resetOn = ""): Typed {
  const [typed, setTyped] = useState({ value: "", resetOn });
  const value = typed.resetOn === resetOn ? typed.value : "";
  const set = (next: string) => setTyped({ value: next.slice(0, longest), resetOn });
  return {
    value,
    set,
    add: (digit) =>
      setTyped((before) => ({
        value: `${before.resetOn === resetOn ? before.value : ""}${digit}`.slice(0, longest),
        resetOn,
      })),
    remove: () => set(value.slice(0, -1)),
    clear: () => set(""),
  };
}
