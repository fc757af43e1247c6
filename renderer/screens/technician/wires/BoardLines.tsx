import { useTranslation } from "react-i18next";
import type { BoardHealth } from "#core/interfaces/lockBoard.ts";
import { useUnits } from "../../../language/useUnits.ts";
import { Panel, Plate } from "../Panel.tsx";
import "./Boards.css";
import { troubleOf } from "./boardHealth.ts";

/** The boards in a line each, beside the cabinet: what they miss and how fast they answer. */
export function BoardLines({ boards }: { readonly boards: readonly BoardHealth[] }) {
  const { t } = useTranslation();
  const units = useUnits();
  if (boards.length === 0) return null;
  return (
    <Panel title={t("wires.boards")}>
      <ul className="tech-board-lines">
        {boards.map((board) => {
          const { latencyMs, fault, status } = board;
          const facts = [
            ["missed", units.number(board.missed)],
            ["damaged", units.number(board.damaged)],
            ["median", latencyMs === undefined ? "–" : units.milliseconds(latencyMs.median)],
            ["p99", latencyMs === undefined ? "–" : units.milliseconds(latencyMs.p99)],
          ] as const;
          return (
            <li key={board.board}>
              <h3>{t("wires.board", { board: board.board })}</h3>
              {facts.map(([name, value]) => (
                <span key={name}>
                  <span className="tech-panel-note">{t(`wires.metric.${name}`)}</span>{" "}
                  <span className="tech-mono">{value}</span>
                </span>
              ))}
              <Plate tone={troubleOf(board) !== undefined ? "bad" : status === "unknown" ? "quiet" : "good"}>
                {fault === undefined ? t(`wires.status.${status}`) : t(`wires.fault.${fault}`)}
              </Plate>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
