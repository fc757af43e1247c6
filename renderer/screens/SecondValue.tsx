import { CheckCircleIcon } from "@phosphor-icons/react/dist/csr/CheckCircle";
import { UsersIcon } from "@phosphor-icons/react/dist/csr/Users";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { DigitCells } from "#ui/widgets/DigitCells.tsx";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { Notice } from "#ui/widgets/Notice.tsx";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import { WhiteKey } from "#ui/widgets/WhiteKey.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { Sheet } from "../frame/Sheet.tsx";
import { DigitPad } from "../parts/DigitPad.tsx";
import { BackKey } from "../parts/Keys.tsx";
import { Marked } from "../parts/Marked.tsx";
import { useTyped } from "../parts/useTyped.ts";
import { formatTicket } from "../words/formatTicket.ts";
import { useCollectionRail } from "./rails.ts";
import type { ScreenProps } from "./screenProps.ts";

const LENGTH = 4;

/** What only the person knows. With the fourth digit it is sent by itself. */
export function SecondValue(page: ScreenProps<"secondValue">) {
  const { t } = useTranslation();
  const { screen, send } = page;
  const [isOtherShown, setIsOtherShown] = useState(false);
  const digits = useTyped(LENGTH, String(screen.triesLeft));
  const { value } = digits;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fourth digit sends, once
  useEffect(() => {
    if (value.length === LENGTH && !screen.isChecking) send({ kind: "enterSecondValue", digits: value });
  }, [value]);
  const isWrong = screen.problem !== undefined && value === "";
  return (
    <ScreenFrame
      page={page}
      rail={useCollectionRail("secondValue")}
      title={t("secondValue.title")}
      lead={t("secondValue.lead")}
      status={screen.isChecking ? <span>{t("secondValue.checking")}</span> : undefined}
      keys={
        <>
          <DigitPad typed={digits} />
          <KeyRow shares="natural">
            <BackKey page={page} />
            <SecondaryKey label={t("secondValue.other")} icon={UsersIcon} onPress={() => setIsOtherShown(true)} />
          </KeyRow>
        </>
      }
    >
      <DigitCells
        value={value}
        length={LENGTH}
        hiddenBefore={6}
        spoken={t("common.typed", { typed: value.length, length: LENGTH })}
        error={isWrong ? t("secondValue.wrong", { count: screen.triesLeft }) : undefined}
      />
      <div className="card-privacy">
        <Notice icon={CheckCircleIcon}>
          <Marked text={t("secondValue.found", { reference: formatTicket(screen.reference) })} />
        </Notice>
      </div>
      {isOtherShown && <OtherSheet page={page} onClose={() => setIsOtherShown(false)} />}
    </ScreenFrame>
  );
}

function OtherSheet(props: { readonly page: ScreenProps<"secondValue">; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { hotline } = props.page.setup.office;
  return (
    <Sheet title={t("secondValue.otherTitle")} onClose={props.onClose}>
      <p>{t("secondValue.proxy")}</p>
      <p>{t("secondValue.changed")}</p>
      <p>{t("secondValue.forgotten", { hotline })}</p>
      <WhiteKey label={t("help.close")} onPress={props.onClose} />
    </Sheet>
  );
}
