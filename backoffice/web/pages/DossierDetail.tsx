import { useEffect, useState } from "react";
import type { DossierPageView } from "#core/contract/staffApi.ts";
import { api, RequestFault } from "../api.ts";
import { Chain } from "../parts/Chain.tsx";
import { CountsTable } from "../parts/CountsTable.tsx";
import { DossierAside } from "../parts/DossierAside.tsx";
import { DossierMoments } from "../parts/DossierMoments.tsx";
import { OfficialCodeForm } from "../parts/OfficialCodeForm.tsx";
import { dossierName, kioskName, placeName } from "../words/names.ts";
import type { PageProps } from "./Office.tsx";

interface DossierDetailProps extends PageProps {
  readonly kioskNumber: number;
  readonly dossierId: string;
  /** Where the dossier is shown for a case: what the case is. */
  readonly overline?: string;
  readonly title?: string;
}

/** One dossier: where it is, its times on both axes, its papers, and its chain of custody line by line. */
export function DossierDetail({ kioskNumber, dossierId, overline, title, ...props }: DossierDetailProps) {
  const { register, catalogue } = props;
  const { page, fault } = useDossier(kioskNumber, dossierId, register.timeMs);
  if (!page) return <p className="lead">{fault ?? ""}</p>;
  const { dossier, chain, orders } = page;
  const kiosk = register.kiosks.find((one) => one.kioskNumber === kioskNumber);
  const procedure = catalogue.procedures.find(({ id }) => id === dossier.procedureId)?.name ?? dossier.procedureId;
  const name = `${dossierName(dossier)}, ${kioskName(kioskNumber)}`;
  return (
    <>
      <p className="overline">{overline ?? name}</p>
      <h1>{title ?? placeName(dossier)}</h1>
      {title !== undefined && <p className="lead">{`${name}. ${placeName(dossier)}.`}</p>}
      {procedure !== null && <p className="lead">{procedure}</p>}
      <div className="dossier">
        <div className="dossier-main">
          <DossierMoments dossier={dossier} />
          <CountsTable chain={chain} catalogue={catalogue} />
          <h2 className="section">Chuỗi bàn giao</h2>
          <Chain events={chain} />
        </div>
        <DossierAside dossier={dossier} compartments={kiosk?.compartments ?? []} />
      </div>
      <OfficialCodeForm key={dossier.officialCode} dossier={dossier} orders={orders} />
    </>
  );
}

/** Reads the dossier again whenever the register was read again. */
function useDossier(kioskNumber: number, dossierId: string, readAtMs: number) {
  const [state, setState] = useState<{ page?: DossierPageView; fault?: string }>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer register is the reason to read again
  useEffect(() => {
    let isOver = false;
    api.dossier(kioskNumber, dossierId).then(
      (page) => !isOver && setState({ page }),
      (error: unknown) => {
        const fault = error instanceof RequestFault ? error.message : "Máy chủ trả lời không đọc được.";
        if (!isOver) setState((before) => ({ ...before, fault }));
      },
    );
    return () => {
      isOver = true;
    };
  }, [kioskNumber, dossierId, readAtMs]);
  return state;
}
