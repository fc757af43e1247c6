import { EventTable } from "../parts/EventTable.tsx";
import { KioskFacts } from "../parts/KioskFacts.tsx";
import { kioskName } from "../words/names.ts";
import type { PageProps } from "./Office.tsx";

/** Nothing chosen yet: the kiosks at a glance and what arrives. */
export function Welcome({ register, go }: PageProps) {
  const waiting = register.dossiers.filter(({ place, isResult }) => place === "compartment" && !isResult).length;
  const results = register.dossiers.filter(({ place, isResult }) => place === "compartment" && isResult).length;
  return (
    <>
      <p className="overline">Toàn bộ kiosk</p>
      <h1>{`${waiting} hồ sơ chờ lấy, ${results} kết quả chờ người nhận`}</h1>
      {register.kiosks.map((kiosk) => (
        <section key={kiosk.kioskNumber}>
          <h2 className="kiosk-name">{kioskName(kiosk.kioskNumber)}</h2>
          <KioskFacts kiosk={kiosk} isLead={false} />
        </section>
      ))}
      {register.kiosks.length === 0 && (
        <p className="lead">Chưa có kiosk nào được ghi danh. Mời mở trang Kiosk và tạo mã ghi danh.</p>
      )}
      <h2 className="section">Nhật ký vừa về</h2>
      <EventTable events={register.events.slice(0, 14)} go={go} />
    </>
  );
}
