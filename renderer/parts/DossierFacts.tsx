import { useTranslation } from "react-i18next";
import type { LookupResult } from "#core/contract/screen.ts";
import { DottedRow, DottedRows } from "#ui/widgets/DottedRow.tsx";
import { useLocalized } from "../language/useLocalized.ts";
import type { PageProps } from "../screens/screenProps.ts";
import { formatTicket } from "../words/formatTicket.ts";
import { DepositTimeLine } from "./DepositTimeLine.tsx";
import { VisitCabinet } from "./VisitCabinet.tsx";
import "../screens/Outcome.css";

/** What anybody may read of a dossier: its numbers, its procedure and its times. */
export function DossierFacts({ page, dossier }: { readonly page: PageProps; readonly dossier: LookupResult }) {
  const { t } = useTranslation();
  const localized = useLocalized();
  const procedure = page.setup.catalogue.find((one) => one.procedureId === dossier.procedureId);
  return (
    <>
      <div className="outcome-rows">
        <DottedRows>
          {dossier.ticket !== undefined && (
            <DottedRow label={t("lookup.ticket")} value={formatTicket(dossier.ticket)} />
          )}
          {dossier.officialCode !== undefined && (
            <DottedRow label={t("lookup.officialCode")} value={dossier.officialCode} />
          )}
          {procedure !== undefined && <DottedRow label={t("lookup.procedure")} value={localized(procedure.name)} />}
        </DottedRows>
      </div>
      {dossier.times === undefined ? (
        <VisitCabinet page={page} />
      ) : (
        <DepositTimeLine times={dossier.times} timeZone={page.setup.timeZone} />
      )}
    </>
  );
}
