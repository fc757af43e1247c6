import { type FormEvent, useState } from "react";
import type { AnnounceRequest, KioskView, OrderView } from "#core/contract/staffApi.ts";
import { api } from "../api.ts";
import { Fault } from "../parts/Fault.tsx";
import { Field } from "../parts/Field.tsx";
import { useAction } from "../useAction.ts";
import { kioskName } from "../words/names.ts";

type Fields = AnnounceRequest;

/** Announces a dossier that was handed in at the counter, so that its result can wait in a kiosk. */
export function AnnounceForm({
  kiosks,
  pending,
}: {
  readonly kiosks: readonly KioskView[];
  readonly pending: readonly OrderView[];
}) {
  const empty = { officialCode: "", name: "", phone: "", secondValue: "", kioskNumber: kiosks[0]?.kioskNumber ?? 1 };
  const [fields, setFields] = useState<Fields>(empty);
  const [done, setDone] = useState<string>();
  const action = useAction();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setDone(undefined);
    const isDone = await action.run(() => api.announce(fields));
    if (!isDone) return;
    setDone(`Đã báo trước mã ${fields.officialCode}. Kiosk nhận lệnh khi nối mạng.`);
    setFields({ ...empty, kioskNumber: fields.kioskNumber });
  };
  return (
    <form className="form" onSubmit={submit}>
      <p className="overline">
        {pending.length === 0 ? "Hồ sơ nộp tại quầy" : `${pending.length} lệnh đang chờ kiosk nhận`}
      </p>
      <h1>Báo trước hồ sơ nộp tại quầy</h1>
      <p className="lead">Kết quả sẽ đặt ở kiosk. Người dân lấy bằng mã nhận qua tin nhắn và bốn số cuối điện thoại.</p>
      <AnnounceFields fields={fields} onChange={setFields} kiosks={kiosks} />
      <Fault text={action.fault} />
      {done !== undefined && (
        <p className="done" role="status">
          {done}
        </p>
      )}
      <footer className="actions">
        <button type="submit" className="button button--main" disabled={action.isBusy || kiosks.length === 0}>
          Báo trước cho kiosk
        </button>
        {kiosks.length === 0 && <p>Chưa có kiosk nào được ghi danh.</p>}
      </footer>
    </form>
  );
}

interface AnnounceFieldsProps {
  readonly fields: Fields;
  readonly onChange: (fields: Fields) => void;
  readonly kiosks: readonly KioskView[];
}

function AnnounceFields({ fields, onChange, kiosks }: AnnounceFieldsProps) {
  /** The last four digits follow the phone number until somebody types others. */
  const set = (name: "officialCode" | "name" | "phone" | "secondValue", value: string) => {
    const secondValue = name === "phone" ? value.replaceAll(/\D/g, "").slice(-4) : fields.secondValue;
    onChange({ ...fields, secondValue, [name]: value });
  };
  return (
    <div className="form-fields">
      <Field
        label="Mã hồ sơ"
        hint="như trên giấy tiếp nhận"
        value={fields.officialCode}
        onChange={(event) => set("officialCode", event.target.value)}
        required
      />
      <KioskChoice fields={fields} onChange={onChange} kiosks={kiosks} />
      <Field label="Họ tên chủ hồ sơ" value={fields.name} onChange={(event) => set("name", event.target.value)} />
      <Field
        label="Số điện thoại"
        inputMode="tel"
        value={fields.phone}
        onChange={(event) => set("phone", event.target.value)}
      />
      <Field
        label="Bốn số cuối"
        hint="người dân nhập khi lấy"
        inputMode="numeric"
        maxLength={4}
        value={fields.secondValue}
        onChange={(event) => set("secondValue", event.target.value)}
        required
      />
    </div>
  );
}

function KioskChoice({ fields, onChange, kiosks }: AnnounceFieldsProps) {
  return (
    <div className="field">
      <label htmlFor="announce-kiosk">Kiosk trả kết quả</label>
      <select
        id="announce-kiosk"
        value={fields.kioskNumber}
        onChange={(event) => onChange({ ...fields, kioskNumber: Number(event.target.value) })}
      >
        {kiosks.map((kiosk) => (
          <option key={kiosk.kioskNumber} value={kiosk.kioskNumber}>
            {kioskName(kiosk.kioskNumber)}
          </option>
        ))}
      </select>
    </div>
  );
}
