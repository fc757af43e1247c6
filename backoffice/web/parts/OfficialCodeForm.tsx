import { type FormEvent, useState } from "react";
import type { DossierView, OrderView } from "#core/contract/staffApi.ts";
import { api } from "../api.ts";
import { useAction } from "../useAction.ts";
import { shortMoment } from "../words/times.ts";
import { Fault } from "./Fault.tsx";
import { Field } from "./Field.tsx";

/** Gives a dossier its official code after the papers were checked; the kiosk gets it as an order. */
export function OfficialCodeForm({
  dossier,
  orders,
}: {
  readonly dossier: DossierView;
  readonly orders: readonly OrderView[];
}) {
  const [officialCode, setOfficialCode] = useState("");
  const action = useAction();
  const waiting = orders.findLast((order) => !order.isTaken);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    action.run(() => api.assignCode(dossier, officialCode));
  };
  if (waiting)
    return (
      <footer className="actions">
        <p>
          <strong>{`Mã ${waiting.officialCode} chờ kiosk nhận`}</strong>, lệnh {waiting.number}, lúc{" "}
          {shortMoment(waiting.createdAtMs)}. Kiosk nhận khi nối mạng.
        </p>
      </footer>
    );
  if (dossier.officialCode !== null || dossier.place === "unfinished" || dossier.place === "withCitizen")
    return (
      <footer className="actions">
        <p className="quiet">Không sửa số liệu: mọi chỉnh sửa là một dòng mới.</p>
      </footer>
    );
  return (
    <form className="actions" onSubmit={submit}>
      <Field
        label="Mã hồ sơ"
        hint="sau khi kiểm tra giấy tờ"
        placeholder="000.00.00.H29-261116-0001"
        value={officialCode}
        onChange={(event) => setOfficialCode(event.target.value)}
        required
      />
      <button type="submit" className="button button--main" disabled={action.isBusy}>
        Gắn mã hồ sơ
      </button>
      <Fault text={action.fault} />
    </form>
  );
}
