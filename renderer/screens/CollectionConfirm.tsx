import { ArrowCounterClockwiseIcon } from "@phosphor-icons/react/dist/csr/ArrowCounterClockwise";
import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { useTranslation } from "react-i18next";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import { WhiteKey } from "#ui/widgets/WhiteKey.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { CallKey } from "../parts/Keys.tsx";
import { VisitCabinet } from "../parts/VisitCabinet.tsx";
import { useCollectionRail } from "./rails.ts";
import type { ScreenProps } from "./screenProps.ts";

/** The door is shut again. Taken, nothing taken, or once more: the person says, the machine does not guess. */
export function CollectionConfirm(page: ScreenProps<"collectionConfirm">) {
  const { t } = useTranslation();
  const { compartmentNumber: door, canOpenAgain } = page.screen;
  return (
    <ScreenFrame
      page={page}
      rail={useCollectionRail("door")}
      middle="stands"
      title={t("collect.confirmTitle")}
      lead={`${t("collect.confirmLead", { door })} ${t("collect.nothingText")}`}
      keys={
        <>
          <MainKey label={t("collect.taken")} icon={CheckIcon} onPress={() => page.send({ kind: "confirmTaken" })} />
          {canOpenAgain && (
            <WhiteKey
              label={t("deposit.openAgain", { door })}
              icon={ArrowCounterClockwiseIcon}
              onPress={() => page.send({ kind: "openAgain" })}
            />
          )}
          <KeyRow>
            <SecondaryKey label={t("collect.nothing")} onPress={() => page.send({ kind: "confirmNothingTaken" })} />
            <CallKey page={page} />
          </KeyRow>
        </>
      }
    >
      <VisitCabinet page={page} door={door} says="shut" />
    </ScreenFrame>
  );
}
