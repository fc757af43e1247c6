import { EventTable } from "../parts/EventTable.tsx";
import type { PageProps } from "./Office.tsx";

/** Events of all kiosks as they arrive. */
export function EventsPage({ register, go }: PageProps) {
  return (
    <main className="detail detail--wide">
      <p className="overline">Tự cập nhật khi có dòng mới</p>
      <h1>Nhật ký các kiosk</h1>
      <EventTable events={register.events} go={go} />
    </main>
  );
}
