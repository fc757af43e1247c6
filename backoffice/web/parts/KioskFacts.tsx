import { useState } from "react";
import type { KioskView } from "#core/contract/staffApi.ts";
import { api } from "../api.ts";
import { useAction } from "../useAction.ts";
import { shortMoment } from "../words/times.ts";
import { DoorGrid } from "./DoorGrid.tsx";
import { Fault } from "./Fault.tsx";

/** A kiosk's state: how far its log is here, what it holds, and revoking its key. */
export function KioskFacts({ kiosk, isLead }: { readonly kiosk: KioskView; readonly isLead: boolean }) {
  const count = (contents: string) =>
    kiosk.compartments.filter((one) => one.isInService && one.contents === contents).length;
  const out = kiosk.compartments.filter((one) => !one.isInService).length;
  return (
    <div className="kiosk-facts">
      <DoorGrid compartments={kiosk.compartments} />
      <div className="kiosk-column">
        <dl className="facts">
          <Fact name="Hồ sơ chờ lấy" value={count("dossier")} />
          <Fact name="Kết quả chờ nhận" value={count("result")} />
          <Fact name="Ngăn trống" value={count("empty")} />
          <Fact name="Ngăn chưa rõ" value={count("unknown")} />
          <Fact name="Ngăn ngừng dùng" value={out} />
          <Fact name="Dòng nhật ký đã về" value={kiosk.lastSeq} />
          <Fact name="Lệnh chờ kiosk nhận" value={kiosk.pendingOrderCount} />
          <Fact
            name="Liên lạc cuối"
            value={kiosk.lastContactMs === null ? "chưa có" : shortMoment(kiosk.lastContactMs)}
          />
        </dl>
        {isLead && !kiosk.isRevoked && <Revocation key={kiosk.kioskNumber} kioskNumber={kiosk.kioskNumber} />}
      </div>
    </div>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string | number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** Asked twice: a revoked kiosk keeps working alone, but sends nothing until it is enrolled again. */
function Revocation({ kioskNumber }: { readonly kioskNumber: number }) {
  const [isAsked, setAsked] = useState(false);
  const action = useAction();
  if (!isAsked)
    return (
      <button type="button" className="button button--quiet" onClick={() => setAsked(true)}>
        Thu hồi khóa của kiosk
      </button>
    );
  return (
    <div className="revocation">
      <p>Kiosk vẫn chạy một mình, nhưng không gửi được gì về đây cho đến khi ghi danh lại.</p>
      <button
        type="button"
        className="button button--brick"
        disabled={action.isBusy}
        onClick={() => action.run(() => api.revoke(kioskNumber))}
      >
        Thu hồi ngay
      </button>
      <button type="button" className="button button--quiet" onClick={() => setAsked(false)}>
        Thôi
      </button>
      <Fault text={action.fault} />
    </div>
  );
}
