import { memo, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { PanelKey } from "#ui/widgets/PanelKey.tsx";
import type { SectionProps } from "../sectionProps.ts";
import { type KeyedLine, keyed, linesOf, shortWire, wiresOf } from "./traceLines.ts";
import type { PausedTrace } from "./usePausedTrace.ts";
import { useWireClock } from "./useWireClock.ts";

const arrows = { sent: "→", received: "←", dropped: "×" } as const;

/** Props of the trace. */
export interface TraceProps extends Pick<SectionProps, "page" | "view"> {
  readonly paused: PausedTrace;
}

/** The newest frames of one wire or of all, newest at the bottom; at most as many as the controller sends. */
export function Trace({ page, view, paused }: TraceProps) {
  const { t } = useTranslation();
  const clock = useWireClock(page.setup.timeZone);
  const [wire, setWire] = useState<string | undefined>(undefined);
  const wires = wiresOf(view.boards, view.trace);
  const lines = useMemo(() => keyed(linesOf(paused.lines, wire)), [paused.lines, wire]);
  return (
    <div className="tech-panel tech-trace">
      <div className="tech-panel-head">
        <h2>{t("wires.trace")}</h2>
        <span className="tech-panel-note" role="status">
          {paused.isPaused && paused.untilMs !== undefined
            ? `${t("wires.paused", { time: clock(paused.untilMs) })}, ${t("wires.pausedMore", { count: paused.more })}`
            : t("wires.traceNote")}
        </span>
      </div>
      {wires.length > 1 && (
        <fieldset className="tech-filter" aria-label={t("wires.filter")}>
          <PanelKey label={t("wires.all")} isChosen={wire === undefined} onPress={() => setWire(undefined)} />
          {wires.map((one) => (
            <PanelKey key={one} label={shortWire(one)} isChosen={wire === one} onPress={() => setWire(one)} />
          ))}
        </fieldset>
      )}
      {lines.length === 0 ? (
        <p>{t("wires.traceEmpty")}</p>
      ) : (
        <Lines lines={lines} clock={clock} isHeld={paused.isPaused} />
      )}
    </div>
  );
}

function Lines(props: {
  readonly lines: readonly KeyedLine[];
  readonly clock: (atMs: number) => string;
  readonly isHeld: boolean;
}) {
  const { t } = useTranslation();
  const { lines, clock, isHeld } = props;
  const list = useRef<HTMLOListElement>(null);
  const last = lines.at(-1)?.lineId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new last line is the reason to scroll
  useLayoutEffect(() => {
    const element = list.current;
    if (element !== null && !isHeld) element.scrollTop = element.scrollHeight;
  }, [last, isHeld]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard scrolls it only when it can have the focus
    <ol className="tech-trace-lines" ref={list} tabIndex={0} aria-label={t("wires.trace")}>
      {lines.map((line) => (
        <Line key={line.lineId} line={line} time={clock(line.atMs)} said={t(`wires.${line.direction}`)} />
      ))}
    </ol>
  );
}

/** Drawn once: a line never changes. */
const Line = memo(function Line(props: { readonly line: KeyedLine; readonly time: string; readonly said: string }) {
  const { line, time, said } = props;
  return (
    <li className="tech-trace-line" data-direction={line.direction}>
      <span>{time}</span>
      <span className="tech-trace-arrow" aria-hidden="true">
        {arrows[line.direction]}
      </span>
      <span className="visually-hidden">{said}</span>
      <span className="tech-trace-hex">{line.hex}</span>
      <span className="tech-trace-meaning">{line.meaning}</span>
    </li>
  );
}, isSameLine);

function isSameLine(
  before: { readonly line: KeyedLine; readonly time: string; readonly said: string },
  after: { readonly line: KeyedLine; readonly time: string; readonly said: string },
): boolean {
  return before.line.lineId === after.line.lineId && before.said === after.said && before.time === after.time;
}
