import { Fragment } from "react";
import type { EventView } from "#core/contract/staffApi.ts";
import { eventLine } from "../words/eventLine.ts";
import { clockTime, fullDate, weekday } from "../words/times.ts";

/** The chain of custody, line by line: minute, what was seen, who, and the number in the kiosk's log that proves it. */
export function Chain({ events }: { readonly events: readonly EventView[] }) {
  return (
    <ol className="chain">
      {events.map((event, index) => {
        const { what, who } = eventLine(event);
        const before = events[index - 1];
        const isNewDay = before === undefined || fullDate(before.atMs) !== fullDate(event.atMs);
        return (
          <Fragment key={event.receivedId}>
            {isNewDay && <li className="chain-day">{`${weekday(event.atMs)} ${fullDate(event.atMs)}`}</li>}
            <li className={linkClass(events, index)}>
              <time className="link-time" dateTime={new Date(event.atMs).toISOString()} title={fullDate(event.atMs)}>
                {clockTime(event.atMs)}
              </time>
              <span className="link-knot" aria-hidden="true" />
              <span className="link-what">
                {what}
                {event.parkedReason !== null && <em className="brick"> (chưa đưa vào sổ)</em>}
              </span>
              <span className="link-who">{who}</span>
              <span className="link-proof" title={`Dòng ${event.seq} của nhật ký kiosk, dấu băm ${event.hash}`}>
                {`#${event.seq}`}
              </span>
            </li>
          </Fragment>
        );
      })}
    </ol>
  );
}

/** The newest line is the one that counts now; the line down ends with each day. */
function linkClass(events: readonly EventView[], index: number): string {
  const next = events[index + 1];
  if (next === undefined) return "link link--last link--now";
  const isDayEnd = fullDate(next.atMs) !== fullDate(events[index]?.atMs ?? next.atMs);
  return isDayEnd ? "link link--last" : "link";
}
