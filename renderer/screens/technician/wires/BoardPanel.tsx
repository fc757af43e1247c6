import { useTranslation } from "react-i18next";
import type { BoardHealth } from "#core/interfaces/lockBoard.ts";
import { useUnits } from "../../../language/useUnits.ts";
import { Plate } from "../Panel.tsx";
import "./Boards.css";
import { errorRate, troubleOf } from "./boardHealth.ts";
import { shortWire } from "./traceLines.ts";

/** Props of a board's panel. */
export interface BoardPanelProps {
  readonly board: BoardHealth;
  /** Where the scale of answer times ends, milliseconds; the same for all boards, so that they compare. */
  readonly scaleEndMs: number;
}

/** One board: how it is, what to do, its counts and how long it takes to answer. */
export function BoardPanel({ board, scaleEndMs }: BoardPanelProps) {
  const { t } = useTranslation();
  const units = useUnits();
  const trouble = troubleOf(board);
  const rate = errorRate(board);
  const { latencyMs, fault, status } = board;
  const isSilent = status === "noReply" && board.sinceReplyMs !== undefined;
  const metrics = [
    ["requests", units.number(board.requests)],
    ["missed", units.number(board.missed)],
    ["damaged", units.number(board.damaged)],
    ["errorRate", rate === undefined ? "–" : units.percent(rate)],
    ["median", latencyMs === undefined ? "–" : units.milliseconds(latencyMs.median)],
    ["p99", latencyMs === undefined ? "–" : units.milliseconds(latencyMs.p99)],
    ["worst", latencyMs === undefined ? "–" : units.milliseconds(latencyMs.worst)],
  ] as const;
  return (
    <article className="tech-panel tech-board">
      <div className="tech-panel-head">
        <h2>{t("wires.board", { board: board.board })}</h2>
        <span className="tech-board-about">
          {t("wires.about", { family: board.family.toUpperCase(), address: board.address, channels: board.channels })}
          {` · ${shortWire(board.wire)}`}
        </span>
        <Plate tone={trouble !== undefined ? "bad" : status === "unknown" ? "quiet" : "good"}>
          {fault === undefined ? t(`wires.status.${status}`) : t(`wires.fault.${fault}`)}
          {isSilent && `, ${t("wires.silentFor", { time: units.duration(board.sinceReplyMs ?? 0) })}`}
        </Plate>
      </div>
      {trouble !== undefined && <p className="tech-trouble">{t(`wires.do.${trouble}`)}</p>}
      <dl className="tech-metrics">
        {metrics.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`wires.metric.${name}`)}</dt>
            <dd className="tech-mono">{value}</dd>
          </div>
        ))}
      </dl>
      {latencyMs !== undefined && <LatencyScale latencyMs={latencyMs} endMs={scaleEndMs} />}
    </article>
  );
}

/** Median, p99 and worst on one scale: the darker bar, the lighter bar, the tick. */
function LatencyScale(props: { readonly latencyMs: NonNullable<BoardHealth["latencyMs"]>; readonly endMs: number }) {
  const { t } = useTranslation();
  const units = useUnits();
  const { median, p99, worst } = props.latencyMs;
  const at = (ms: number) => `${Math.min(100, (ms / props.endMs) * 100)}%`;
  const said = (ms: number) => `${units.milliseconds(ms)} ms`;
  return (
    <div
      className="tech-latency"
      role="img"
      aria-label={t("wires.latency", { median: said(median), p99: said(p99), worst: said(worst) })}
    >
      <span className="tech-latency-p99" style={{ width: at(p99) }} />
      <span className="tech-latency-median" style={{ width: at(median) }} />
      <span className="tech-latency-worst" style={{ left: at(worst) }} />
    </div>
  );
}
