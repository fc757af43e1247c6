import { useTranslation } from "react-i18next";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { CancelKey } from "../parts/Keys.tsx";
import { LowKey } from "../parts/LowKey.tsx";
import { ProblemNotice } from "../parts/ProblemNotice.tsx";
import { VisitCabinet } from "../parts/VisitCabinet.tsx";
import { usePlaceWords } from "../words/usePlaceWords.ts";
import { useIntakeRail } from "./rails.ts";
import type { ScreenProps } from "./screenProps.ts";

/** Which compartment it will be, and the key that opens it. */
export function DepositReady(page: ScreenProps<"depositReady">) {
  const { t } = useTranslation();
  const place = usePlaceWords(page);
  const { compartmentNumber: door, isOpening, wantsLow } = page.screen;
  return (
    <ScreenFrame
      page={page}
      rail={useIntakeRail("bag")}
      middle="stands"
      title={t("deposit.readyTitle", { door })}
      lead={t("deposit.readyLead", { place: place.sentence(door) })}
      status={isOpening ? <span>{t("deposit.openingStatus", { door })}</span> : undefined}
      keys={
        <>
          <MainKey
            label={t("deposit.open", { door })}
            busyLabel={isOpening ? t("deposit.opening", { door }) : undefined}
            onPress={() => page.send({ kind: "openCompartment" })}
          />
          {!isOpening && (
            <KeyRow>
              <LowKey page={page} wantsLow={wantsLow} label={t("deposit.low")} labelOn={t("deposit.anyHeight")} />
              <CancelKey page={page} label={t("deposit.quit")} />
            </KeyRow>
          )}
        </>
      }
    >
      <ProblemNotice problem={page.screen.problem} />
      <VisitCabinet page={page} door={door} says="next" />
    </ScreenFrame>
  );
}
