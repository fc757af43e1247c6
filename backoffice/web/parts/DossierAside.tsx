import { useState } from "react";
import type { CompartmentView, DossierView, PersonView } from "#core/contract/staffApi.ts";
import { DottedRow, DottedRows } from "#ui/widgets/DottedRow.tsx";
import { api } from "../api.ts";
import { useAction } from "../useAction.ts";
import { officialStatusName } from "../words/names.ts";
import { DoorGrid } from "./DoorGrid.tsx";
import { Fault } from "./Fault.tsx";

/** Beside the chain: the compartment on the machine, the official axis, and the person on request. */
export function DossierAside({
  dossier,
  compartments,
}: {
  readonly dossier: DossierView;
  readonly compartments: readonly CompartmentView[];
}) {
  return (
    <aside className="dossier-aside">
      <DoorGrid compartments={compartments} lit={dossier.compartmentNumber ?? undefined} />
      <DottedRows>
        <DottedRow label="Mã hồ sơ" value={dossier.officialCode ?? "chưa có"} />
        <DottedRow label="Một cửa" value={officialStatusName(dossier.officialStatus)} />
        <DottedRow label="Túi" value={dossier.bagLabel ?? "không"} />
      </DottedRows>
      <Person dossier={dossier} />
    </aside>
  );
}

/** Opened only when asked for, and the look is written down. */
function Person({ dossier }: { readonly dossier: DossierView }) {
  const [person, setPerson] = useState<PersonView>();
  const action = useAction();
  const open = () => action.run(async () => setPerson(await api.person(dossier.kioskNumber, dossier.dossierId)));
  if (person)
    return (
      <section className="person">
        <h2>Người nộp</h2>
        <DottedRows>
          <DottedRow label="Họ tên" value={person.name ?? "không ghi"} />
          {person.idNumber !== null && <DottedRow label="Số định danh" value={person.idNumber} />}
          <DottedRow label="Điện thoại" value={person.phone ?? "không ghi"} />
        </DottedRows>
        <button type="button" className="button button--quiet" onClick={() => setPerson(undefined)}>
          Che lại
        </button>
      </section>
    );
  return (
    <section className="person">
      <button type="button" className="button button--quiet" onClick={open} disabled={action.isBusy}>
        Xem người nộp
      </button>
      <p className="quiet">Mỗi lần xem được ghi lại với tên cán bộ.</p>
      <Fault text={action.fault} />
    </section>
  );
}
