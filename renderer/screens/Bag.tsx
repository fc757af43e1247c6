import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { PrinterIcon } from "@phosphor-icons/react/dist/csr/Printer";
import { useTranslation } from "react-i18next";
import type { PaperState } from "#core/contract/screen.ts";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import { WhiteKey } from "#ui/widgets/WhiteKey.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { CodeCamera } from "../parts/CodeCamera.tsx";
import { BackKey, CancelKey } from "../parts/Keys.tsx";
import { LowKey } from "../parts/LowKey.tsx";
import { ProblemNotice } from "../parts/ProblemNotice.tsx";
import { SlipIntoBag } from "../parts/SlipIntoBag.tsx";
import { VisitCabinet } from "../parts/VisitCabinet.tsx";
import { useIntakeRail } from "./rails.ts";
import type { ScreenProps } from "./screenProps.ts";

/** The bag's label is scanned; without one a slip is printed to go in with the papers. */
export function Bag(page: ScreenProps<"bag">) {
  const { slip } = page.screen;
  return slip === undefined || slip === "printing" ? <BagLabel {...page} /> : <BagSlip {...page} slip={slip} />;
}

function BagLabel(page: ScreenProps<"bag">) {
  const { t } = useTranslation();
  const { screen, send } = page;
  return (
    <ScreenFrame
      page={page}
      rail={useIntakeRail("bag")}
      title={t("bag.title")}
      lead={t("bag.lead")}
      keys={
        <>
          <WhiteKey
            label={t("bag.noLabel")}
            icon={PrinterIcon}
            busyLabel={screen.slip === "printing" ? t("bag.printing") : undefined}
            onPress={() => send({ kind: "printBagSlip" })}
          />
          <LowKey page={page} wantsLow={screen.wantsLow} label={t("bag.low")} labelOn={t("bag.lowOn")} />
          <KeyRow>
            <BackKey page={page} />
            <CancelKey page={page} />
          </KeyRow>
        </>
      }
    >
      <CodeCamera page={page} isSmall={screen.problem !== undefined} />
      <ProblemNotice problem={screen.problem} />
    </ScreenFrame>
  );
}

function BagSlip(page: ScreenProps<"bag"> & { readonly slip: Exclude<PaperState, "printing"> }) {
  const { t } = useTranslation();
  const { screen, send, slip } = page;
  const isOut = slip === "printed" || slip === "unverified";
  const isMissing = slip === "notPrinted";
  const leads = {
    printed: t("bag.printedLead"),
    unverified: t("bag.unverifiedLead"),
    notPrinted: t("bag.notPrintedLead"),
    unresolved: t("bag.unresolvedLead"),
  };
  const again = {
    label: t("bag.printAgain"),
    icon: PrinterIcon,
    onPress: () => send({ kind: "printBagSlip" }),
  } as const;
  return (
    <ScreenFrame
      page={page}
      rail={useIntakeRail("bag")}
      title={isOut ? t("bag.printedTitle") : t("bag.notPrintedTitle")}
      lead={leads[slip]}
      middle={isMissing ? "stands" : "flows"}
      keys={
        <>
          {isMissing ? (
            <MainKey {...again} />
          ) : (
            <MainKey label={t("bag.inBag")} icon={CheckIcon} onPress={() => send({ kind: "bagSlipInBag" })} />
          )}
          <LowKey page={page} wantsLow={screen.wantsLow} label={t("bag.low")} labelOn={t("bag.lowOn")} />
          <KeyRow>
            <BackKey page={page} />
            {isMissing ? <CancelKey page={page} /> : <SecondaryKey {...again} />}
          </KeyRow>
        </>
      }
    >
      {!isMissing && <ProblemNotice problem={screen.problem} />}
      {isMissing ? <VisitCabinet page={page} /> : <SlipIntoBag />}
    </ScreenFrame>
  );
}
