import { RouteLink } from "../parts/RouteLink.tsx";
import { dossierName, kioskName, placeName } from "../words/names.ts";
import { shortMoment } from "../words/times.ts";
import { AnnounceForm } from "./AnnounceForm.tsx";
import { DossierDetail } from "./DossierDetail.tsx";
import type { PageProps } from "./Office.tsx";

interface DossiersProps extends PageProps {
  readonly kioskNumber: number | undefined;
  readonly dossierId: string | undefined;
}

/** All dossiers, the newest change first; at the right the chosen one, or announcing one of the counter. */
export function DossiersPage({ kioskNumber, dossierId, ...props }: DossiersProps) {
  const { register, catalogue, go } = props;
  const procedureName = (id: string | null) => catalogue.procedures.find((one) => one.id === id)?.name ?? id ?? "";
  return (
    <div className="split">
      <section className="side" aria-label="Danh sách hồ sơ">
        <div className="side-head">
          <h1>{`${register.dossiers.length} hồ sơ`}</h1>
          <RouteLink to={{ page: "dossiers" }} go={go} className="button button--quiet">
            Báo trước hồ sơ quầy
          </RouteLink>
        </div>
        <ul className="work side-lists">
          {register.dossiers.map((one) => (
            <li key={`${one.kioskNumber}-${one.dossierId}`}>
              <RouteLink
                to={{ page: "dossiers", kioskNumber: one.kioskNumber, dossierId: one.dossierId }}
                go={go}
                className={
                  one.dossierId === dossierId ? "work-item work-item--two work-item--here" : "work-item work-item--two"
                }
                isHere={one.dossierId === dossierId}
              >
                <span className="work-what">
                  <strong>{dossierName(one)}</strong>
                  <span>{placeName(one)}</span>
                  <span>{procedureName(one.procedureId)}</span>
                </span>
                <span className="work-age">
                  {shortMoment(one.changedAtMs)}
                  <span>{kioskName(one.kioskNumber)}</span>
                </span>
              </RouteLink>
            </li>
          ))}
        </ul>
      </section>
      <main className="detail">
        {kioskNumber !== undefined && dossierId !== undefined ? (
          <DossierDetail {...props} key={dossierId} kioskNumber={kioskNumber} dossierId={dossierId} />
        ) : (
          <AnnounceForm kiosks={register.kiosks} pending={register.pendingOrders} />
        )}
      </main>
    </div>
  );
}
