import { ArrowCounterClockwiseIcon } from "@phosphor-icons/react/dist/csr/ArrowCounterClockwise";
import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { useTranslation } from "react-i18next";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import { WhiteKey } from "#ui/widgets/WhiteKey.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { CallKey, CancelKey } from "../parts/Keys.tsx";
import { VisitCabinet } from "../parts/VisitCabinet.tsx";
import { useIntakeRail } from "./rails.ts";
import type { ScreenProps } from "./screenProps.ts";

/** The machine cannot tell whether the bag is inside, so it asks. */
export function DepositCheck(page: ScreenProps<"depositCheck">) {
  const { t } = useTranslation();
  const { compartmentNumber: door, why } = page.screen;
  return (
    <ScreenFrame
      page={page}
      rail={useIntakeRail("bag")}
      middle="stands"
      title={t("deposit.checkTitle", { door })}
      lead={t(`deposit.${why}`)}
      keys={
        <>
          <MainKey
            label={t("deposit.inside")}
            icon={CheckIcon}
            onPress={() => page.send({ kind: "confirmBagInside" })}
          />
          <WhiteKey
            label={t("deposit.openAgain", { door })}
            icon={ArrowCounterClockwiseIcon}
            onPress={() => page.send({ kind: "openAgain" })}
          />
          <KeyRow>
            <CallKey page={page} />
            <CancelKey page={page} label={t("deposit.checkQuit")} />
          </KeyRow>
        </>
      }
    >
      <VisitCabinet page={page} door={door} says="shut" />
    </ScreenFrame>
  );
}
