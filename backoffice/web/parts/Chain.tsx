import type { EventView } from "../../contract/staffApi.ts";
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
          <li key={event.receivedId} className={index === events.length - 1 ? "link link--now" : "link"}>
            <time className="link-time" dateTime={new Date(event.atMs).toISOString()} title={fullDate(event.atMs)}>
              {isNewDay && (
                <span className="link-day">{`${weekday(event.atMs)} ${fullDate(event.atMs).slice(0, 5)}`}</span>
              )}
              {clockTime(event.atMs)}
            </time>
            <span className="link-knot" aria-hidden="true" />
            <span className="link-what">
              {what}
              {event.parkedReason !== null && <em className="brick"> (chưa đưa vào sổ)</em>}
            </span>
            <span className="link-who">{who}</span>
            <span className="link-proof" title={`Dấu băm ${event.hash}`}>
              {`số ${event.seq} · ${event.hash.slice(0, 6)}`}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
