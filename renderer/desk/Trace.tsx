import { useLayoutEffect, useMemo, useRef } from "react";
import type { DeskState } from "#core/contract/desk.ts";
import "./Trace.css";
import { deskWords } from "./words.ts";

const arrows = { sent: "→", received: "←", dropped: "×" } as const;

/** The bytes on the wire as they pass, newest last, each with its meaning. */
export function Trace({ trace }: { readonly trace: DeskState["trace"] }) {
  const lines = useMemo(() => named(trace), [trace]);
  const list = useRef<HTMLOListElement>(null);
  const last = lines.at(-1)?.atMs;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new last line is the reason to scroll
  useLayoutEffect(() => {
    const element = list.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
  }, [last]);
  return (
    <section className="desk-panel desk-panel--trace" aria-labelledby="desk-wire">
      <h2 id="desk-wire">
        {deskWords.wire} <small lang="en">{deskWords.wireEn}</small>
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard scrolls it only when it can have the focus */}
      <ol className="desk-trace" ref={list} tabIndex={0} aria-label={deskWords.wire}>
        {lines.length === 0 && <li>{deskWords.quietWire}</li>}
        {lines.map((line) => (
          <li key={line.lineId} data-direction={line.direction}>
            <span className="desk-trace-time">{clockOf(line.atMs)}</span>
            <span className="desk-trace-arrow" aria-hidden="true">
              {arrows[line.direction]}
            </span>
            <span className="visually-hidden">{deskWords[line.direction]}</span>
            <span className="desk-trace-bytes">{line.hex}</span>
            <span className="desk-trace-meaning">
              {line.direction === "dropped" ? deskWords.dropped : line.meaning}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Each line with a name that stays with it while others come and go. */
function named(trace: DeskState["trace"]) {
  const seen = new Map<string, number>();
  return trace.map((line) => {
    const name = `${line.atMs} ${line.direction} ${line.hex}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return { ...line, lineId: `${name} ${times}` };
  });
}

/** Minutes, seconds and thousandths: `46:31,902`. */
function clockOf(atMs: number): string {
  const at = new Date(atMs);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(at.getMinutes())}:${two(at.getSeconds())},${String(at.getMilliseconds()).padStart(3, "0")}`;
}
