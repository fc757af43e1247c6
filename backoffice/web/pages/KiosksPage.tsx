import { type FormEvent, useState } from "react";
import type { EnrolmentCodeView, KioskView } from "#core/contract/staffApi.ts";
import { api } from "../api.ts";
import { EventTable } from "../parts/EventTable.tsx";
import { Fault } from "../parts/Fault.tsx";
import { Field } from "../parts/Field.tsx";
import { KioskFacts } from "../parts/KioskFacts.tsx";
import { RouteLink } from "../parts/RouteLink.tsx";
import { useAction } from "../useAction.ts";
import { kioskName } from "../words/names.ts";
import { age, shortMoment } from "../words/times.ts";
import type { PageProps } from "./Office.tsx";

/** The register of kiosks; at the right the chosen one with what it sends. */
export function KiosksPage({
  register,
  staff,
  go,
  kioskNumber,
}: PageProps & { readonly kioskNumber: number | undefined }) {
  const { kiosks, timeMs } = register;
  const here = kiosks.find((kiosk) => kiosk.kioskNumber === kioskNumber) ?? kiosks[0];
  return (
    <div className="split">
      <section className="side" aria-label="Danh sách kiosk">
        <h1>{`${kiosks.length} kiosk`}</h1>
        <ul className="work side-lists">
          {kiosks.map((kiosk) => (
            <li key={kiosk.kioskNumber}>
              <RouteLink
                to={{ page: "kiosks", kioskNumber: kiosk.kioskNumber }}
                go={go}
                className={kiosk === here ? "work-item work-item--two work-item--here" : "work-item work-item--two"}
                isHere={kiosk === here}
              >
                <span className="work-what">
                  <strong>{kioskName(kiosk.kioskNumber)}</strong>
                  <span>{contactText(kiosk, timeMs)}</span>
                </span>
                <span className="work-age">{`${kiosk.lastSeq} dòng`}</span>
              </RouteLink>
            </li>
          ))}
        </ul>
        {staff.role === "lead" && <EnrolmentForm />}
      </section>
      <main className="detail">
        {here ? (
          <>
            <p className="overline">{contactText(here, timeMs)}</p>
            <h1>{kioskName(here.kioskNumber)}</h1>
            <KioskFacts kiosk={here} isLead={staff.role === "lead"} />
            <h2 className="section">Nhật ký vừa về</h2>
            <EventTable events={register.events.filter((event) => event.kioskNumber === here.kioskNumber)} go={go} />
          </>
        ) : (
          <p className="lead">Chưa có kiosk nào. Tạo mã ghi danh ở bên trái rồi nhập vào kiosk.</p>
        )}
      </main>
    </div>
  );
}

function contactText(kiosk: KioskView, nowMs: number): string {
  if (kiosk.isRevoked) return "Đã thu hồi, không nhận dữ liệu nữa";
  if (kiosk.lastContactMs === null) return "Đã ghi danh, chưa gửi gì";
  const since = age(kiosk.lastContactMs, nowMs);
  return kiosk.isOnline ? "Trực tuyến" : `Mất liên lạc ${since}, từ ${shortMoment(kiosk.lastContactMs)}`;
}

function EnrolmentForm() {
  const [number, setNumber] = useState("");
  const [code, setCode] = useState<EnrolmentCodeView>();
  const action = useAction();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    action.run(async () => setCode(await api.enrolmentCode(Number(number))));
  };
  return (
    <form className="side-form" onSubmit={submit}>
      <h2>Ghi danh kiosk</h2>
      {code && (
        <p className="code" role="status">
          <strong>{code.code}</strong>
          {`Dùng một lần cho ${kioskName(code.kioskNumber)}, đến ${shortMoment(code.expiresAtMs)}. Mã không hiện lại.`}
        </p>
      )}
      <div className="side-form-row">
        <Field
          label="Số kiosk"
          inputMode="numeric"
          pattern="[1-9][0-9]{0,3}"
          value={number}
          onChange={(event) => setNumber(event.target.value)}
          required
        />
        <button type="submit" className="button" disabled={action.isBusy}>
          Tạo mã ghi danh
        </button>
      </div>
      <Fault text={action.fault} />
    </form>
  );
}
