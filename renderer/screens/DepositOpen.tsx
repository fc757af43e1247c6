import { ArrowUUpLeftIcon } from "@phosphor-icons/react/dist/csr/ArrowUUpLeft";
import { WarningCircleIcon } from "@phosphor-icons/react/dist/csr/WarningCircle";
import { useTranslation } from "react-i18next";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { StatusSteps } from "#ui/widgets/StatusSteps.tsx";
import { WhiteKey } from "#ui/widgets/WhiteKey.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { lookOf } from "../parts/doorStates.ts";
import { CallKey, CancelKey } from "../parts/Keys.tsx";
import { VisitCabinet } from "../parts/VisitCabinet.tsx";
import { usePlaceWords } from "../words/usePlaceWords.ts";
import { useIntakeRail } from "./rails.ts";
import type { ScreenProps } from "./screenProps.ts";

/** The door was read open: the bag goes in, or comes out again. No ochre key while the machine waits for a hand. */
export function DepositOpen(page: ScreenProps<"depositOpen">) {
  const { t } = useTranslation();
  const place = usePlaceWords(page);
  const { compartmentNumber: door, ending } = page.screen;
  const isDeposit = ending === "deposit";
  const isInside = lookOf(page.snapshot, door) === "openInside";
  const words = {
    deposit: { title: t("deposit.openTitle", { door }), lead: `${t("deposit.openLead")}\n${place.sentence(door)}` },
    cancel: { title: t("deposit.cancelTitle"), lead: t("deposit.cancelLead", { door }) },
    trouble: { title: t("deposit.troubleTitle"), lead: t("deposit.troubleLead", { door }) },
  }[ending];
  return (
    <ScreenFrame
      page={page}
      rail={useIntakeRail("bag")}
      middle="stands"
      title={words.title}
      lead={words.lead}
      status={
        <>
          <StatusSteps
            name={t("deposit.steps", { door })}
            steps={[
              t("deposit.stepOpen"),
              t(isDeposit ? "deposit.stepPut" : "deposit.stepTake"),
              t("deposit.stepClose"),
            ]}
            current={isDeposit && isInside ? 2 : 1}
          />
          <span>{t(ending === "cancel" ? "deposit.cancelWaiting" : "deposit.waiting", { door })}</span>
        </>
      }
      keys={<OpenKeys {...page} />}
    >
      <VisitCabinet page={page} door={door} says="open" />
    </ScreenFrame>
  );
}

function OpenKeys(page: ScreenProps<"depositOpen">) {
  const { t } = useTranslation();
  const { ending } = page.screen;
  if (ending === "deposit") {
    return (
      <KeyRow shares="natural">
        <WhiteKey
          label={t("deposit.trouble")}
          icon={WarningCircleIcon}
          onPress={() => page.send({ kind: "reportTrouble" })}
        />
        <CancelKey page={page} label={t("deposit.quit")} />
      </KeyRow>
    );
  }
  return (
    <KeyRow shares="natural">
      {ending === "cancel" && (
        <WhiteKey label={t("deposit.afterAll")} icon={ArrowUUpLeftIcon} onPress={() => page.send({ kind: "back" })} />
      )}
      <CallKey page={page} />
    </KeyRow>
  );
}
