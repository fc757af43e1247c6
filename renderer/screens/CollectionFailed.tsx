import { ArrowCounterClockwiseIcon } from "@phosphor-icons/react/dist/csr/ArrowCounterClockwise";
import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { useTranslation } from "react-i18next";
import { formatCaseNumber } from "#core/domain/ids.ts";
import { DottedRow, DottedRows } from "#ui/widgets/DottedRow.tsx";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { CallKey, FinishKey } from "../parts/Keys.tsx";
import { VisitCabinet } from "../parts/VisitCabinet.tsx";
import { useCollectionRail } from "./rails.ts";
import type { ScreenProps } from "./screenProps.ts";

/** The door did not open: the result is still safe, and there is a case number. */
export function CollectionFailed(page: ScreenProps<"collectionFailed">) {
  const { t } = useTranslation();
  const { compartmentNumber: door, caseNumber, kind, canTryAgain, slip } = page.screen;
  const finish = () => page.send({ kind: "finish" });
  return (
    <ScreenFrame
      page={page}
      rail={useCollectionRail("door")}
      middle="stands"
      title={t("collect.failedTitle", { door })}
      lead={`${t("collect.failedLead")} ${t("collect.counter")}`}
      status={
        <>
          <DottedRows>
            <DottedRow label={t("common.caseNumber")} value={formatCaseNumber(caseNumber)} />
            <DottedRow label={t(`caseKind.${kind}`)} value={t("common.technicianTold")} />
          </DottedRows>
          {slip !== undefined && <span>{t(`slip.${slip}`)}</span>}
        </>
      }
      keys={
        <>
          {canTryAgain ? (
            <MainKey
              label={t("collect.tryAgain", { door })}
              icon={ArrowCounterClockwiseIcon}
              onPress={() => page.send({ kind: "openAgain" })}
            />
          ) : (
            <FinishKey page={page} />
          )}
          <KeyRow>
            <CallKey page={page} />
            {canTryAgain && <SecondaryKey label={t("common.done")} icon={CheckIcon} onPress={finish} />}
          </KeyRow>
        </>
      }
    >
      <VisitCabinet page={page} door={door} says="jammed" />
    </ScreenFrame>
  );
}
