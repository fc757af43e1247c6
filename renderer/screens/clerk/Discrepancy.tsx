import { ArrowCounterClockwiseIcon } from "@phosphor-icons/react/dist/csr/ArrowCounterClockwise";
import { useTranslation } from "react-i18next";
import { formatCaseNumber } from "#core/domain/ids.ts";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import { Notice } from "#ui/widgets/Notice.tsx";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import { ScreenFrame } from "../../frame/ScreenFrame.tsx";
import { formatTicket } from "../../words/formatTicket.ts";
import type { ScreenProps } from "../screenProps.ts";
import { DifferenceTable } from "./DifferenceTable.tsx";
import { useEmptyingRail } from "./rails.ts";

/** The clerk's count against the citizen's, side by side, with the number of the case that was opened. */
export function Discrepancy(props: ScreenProps<"discrepancy">) {
  const { screen, send } = props;
  const { t } = useTranslation();
  return (
    <ScreenFrame
      page={props}
      rail={useEmptyingRail(1)}
      title={t("clerk.discrepancy.title")}
      lead={t("clerk.discrepancy.lead", {
        door: screen.deposit.compartmentNumber,
        ticket: formatTicket(screen.deposit.ticket),
        caseNumber: formatCaseNumber(screen.caseNumber),
      })}
      status={<Notice>{t("clerk.discrepancy.advice")}</Notice>}
      keys={
        <>
          <MainKey label={t("clerk.discrepancy.accept")} onPress={() => send({ kind: "acceptDiscrepancy" })} />
          <KeyRow>
            <SecondaryKey
              icon={ArrowCounterClockwiseIcon}
              label={t("clerk.discrepancy.again")}
              onPress={() => send({ kind: "countAgain" })}
            />
          </KeyRow>
        </>
      }
    >
      <DifferenceTable screen={screen} setup={props.setup} />
    </ScreenFrame>
  );
}
