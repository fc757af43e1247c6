import type { EventView } from "#core/contract/staffApi.ts";
import type { Route } from "../useRoute.ts";
import { eventLine } from "../words/eventLine.ts";
import { clockTime, fullDate, weekday } from "../words/times.ts";
import { RouteLink } from "./RouteLink.tsx";

/** Events as they arrived, newest first. */
export function EventTable({
  events,
  go,
}: {
  readonly events: readonly EventView[];
  readonly go: (route: Route) => void;
}) {
  if (events.length === 0) return <p className="quiet">Chưa có dòng nhật ký nào về.</p>;
  return (
    <table className="events">
      <thead>
        <tr>
          <th scope="col">Giờ tại kiosk</th>
          <th scope="col">Kiosk</th>
          <th scope="col">Số</th>
          <th scope="col">Việc</th>
          <th scope="col" className="right">
            Ai
          </th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <EventRow key={event.receivedId} event={event} go={go} />
        ))}
      </tbody>
    </table>
  );
}

function EventRow({ event, go }: { readonly event: EventView; readonly go: (route: Route) => void }) {
  const { what, who } = eventLine(event);
  const { kioskNumber } = event;
  const { dossierId } = event.payload;
  return (
    <tr>
      <td className="mono">{`${weekday(event.atMs)} ${fullDate(event.atMs).slice(0, 5)} ${clockTime(event.atMs)}`}</td>
      <td>{String(kioskNumber).padStart(2, "0")}</td>
      <td className="mono">{event.seq}</td>
      <td>
        {typeof dossierId === "string" ? (
          <RouteLink to={{ page: "dossiers", kioskNumber, dossierId }} go={go} className="line-link">
            {what}
          </RouteLink>
        ) : (
          what
        )}
        {event.parkedReason !== null && <em className="brick"> (đã lưu, chưa đưa vào sổ)</em>}
      </td>
      <td className="right">{who}</td>
    </tr>
  );
}
