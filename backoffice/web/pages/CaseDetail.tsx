import type { CaseView } from "#core/contract/staffApi.ts";
import { DoorGrid } from "../parts/DoorGrid.tsx";
import { caseName, caseNumberName, kioskName } from "../words/names.ts";
import { shortMoment } from "../words/times.ts";
import { DossierDetail } from "./DossierDetail.tsx";
import type { PageProps } from "./Office.tsx";

/** A case with what it is about; it is closed at the kiosk, where the thing itself is. */
export function CaseDetail({ one, ...props }: PageProps & { readonly one: CaseView }) {
  const overline = `Việc ${caseNumberName(one.caseNumber)}, ${kioskName(one.kioskNumber)}, mở lúc ${shortMoment(one.openedAtMs)}`;
  if (one.dossierId !== null)
    return (
      <DossierDetail
        {...props}
        key={one.dossierId}
        kioskNumber={one.kioskNumber}
        dossierId={one.dossierId}
        overline={overline}
        title={caseName(one.kind)}
      />
    );
  const kiosk = props.register.kiosks.find(({ kioskNumber }) => kioskNumber === one.kioskNumber);
  return (
    <>
      <p className="overline">{overline}</p>
      <h1>{caseName(one.kind)}</h1>
      <p className="lead">
        {one.compartmentNumber === null
          ? "Mời xem máy rồi đóng việc ngay tại kiosk bằng thẻ cán bộ."
          : `Mời xem ngăn ${one.compartmentNumber} rồi đóng việc ngay tại kiosk bằng thẻ cán bộ.`}
      </p>
      {kiosk && <DoorGrid compartments={kiosk.compartments} lit={one.compartmentNumber ?? undefined} />}
    </>
  );
}
