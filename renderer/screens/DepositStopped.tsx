import { useTranslation } from "react-i18next";
import { formatCaseNumber } from "#core/domain/ids.ts";
import { DottedRow, DottedRows } from "#ui/widgets/DottedRow.tsx";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { CallKey, FinishKey } from "../parts/Keys.tsx";
import { VisitCabinet } from "../parts/VisitCabinet.tsx";
import type { ScreenProps } from "./screenProps.ts";
import "./Outcome.css";

/** Nothing was handed in; where there is a case, its number and slip. */
export function DepositStopped(page: ScreenProps<"depositStopped">) {
  const { t } = useTranslation();
  const { caseNumber, slip } = page.screen;
  return (
    <ScreenFrame
      page={page}
      middle="stands"
      title={t("stopped.title")}
      lead={caseNumber === undefined ? t("stopped.leadNoCase") : t("stopped.lead")}
      status={slip === undefined ? undefined : <span>{t(`slip.${slip}`)}</span>}
      keys={
        <>
          <FinishKey page={page} />
          <KeyRow>
            <CallKey page={page} />
          </KeyRow>
        </>
      }
    >
      {caseNumber !== undefined && (
        <div className="outcome-rows">
          <DottedRows>
            <DottedRow label={t("common.caseNumber")} value={formatCaseNumber(caseNumber)} />
          </DottedRows>
        </div>
      )}
      <VisitCabinet page={page} />
    </ScreenFrame>
  );
}
