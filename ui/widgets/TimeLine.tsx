import { Children, type ReactNode } from "react";
import "./TimeLine.css";

/** Props of one stop on the line. */
export interface TimeStopProps {
  /** `ClockFace` or `CalendarLeaf`. */
  readonly picture: ReactNode;
  readonly label: string;
  /** The time or day, large. */
  readonly value: ReactNode;
  readonly under?: string | undefined;
  /** The rule that leads to the next stop. */
  readonly ruleToNext?: string | undefined;
}

/** Dropped, counted as received, due: each with its picture, and between them the rule that makes one of the other. */
export function TimeLine({ children }: { readonly children: ReactNode }) {
  return <ol className="time-line">{Children.toArray(children)}</ol>;
}

/** One stop of `TimeLine`. */
export function TimeStop({ picture, label, value, under, ruleToNext }: TimeStopProps) {
  return (
    <li className="time-stop">
      <span className="time-stop-picture">{picture}</span>
      <span className="time-stop-words">
        <span className="time-stop-label">{label}</span>
        <strong className="time-stop-value">{value}</strong>
        {under !== undefined && <span className="time-stop-under">{under}</span>}
      </span>
      {ruleToNext !== undefined && <span className="time-stop-rule">{ruleToNext}</span>}
    </li>
  );
}
