import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import { TextField } from "#ui/widgets/TextField.tsx";
import { ScreenFrame } from "../../frame/ScreenFrame.tsx";
import { DigitPad } from "../../parts/DigitPad.tsx";
import { BackKey } from "../../parts/Keys.tsx";
import { useTyped } from "../../parts/useTyped.ts";
import { groupPhone } from "../../words/groupPhone.ts";
import type { ScreenProps } from "../screenProps.ts";
import { useLoadingRail } from "./rails.ts";
import "./Recipient.css";

/** Second value and telephone of a person who handed in at the counter, so that the kiosk knows who may collect. */
export function Recipient(props: ScreenProps<"recipient">) {
  const { screen, send } = props;
  const { t } = useTranslation();
  const [current, setCurrent] = useState<"digits" | "phone">("phone");
  const phone = useTyped(11);
  const own = useTyped(4);
  // The last four digits of the telephone, unless the clerk typed other ones.
  const secondValue = own.value === "" && phone.value.length >= 10 ? phone.value.slice(-4) : own.value;
  const problem = screen.problem && t(`problem.${screen.problem}`);
  return (
    <ScreenFrame
      page={props}
      rail={useLoadingRail(1)}
      title={t("clerk.recipient.title")}
      lead={t("clerk.recipient.lead", { code: screen.officialCode })}
      keys={
        <>
          <DigitPad typed={current === "digits" ? own : phone} />
          <MainKey
            label={t("clerk.recipient.open")}
            unavailableReason={secondValue.length < 4 ? t("clerk.recipient.missing") : undefined}
            onPress={() => send({ kind: "enterRecipient", secondValue, phone: phone.value })}
          />
          <BackKey page={props} />
        </>
      }
    >
      <div className="recipient">
        <TextField
          label={t("clerk.recipient.phone")}
          value={groupPhone(phone.value)}
          hint={t("clerk.recipient.phoneHint")}
          isNumeric
          isCurrent={current === "phone"}
          onChoose={() => setCurrent("phone")}
          error={screen.problem === "phoneWrong" ? problem : undefined}
        />
        <TextField
          label={t("clerk.recipient.digits")}
          value={secondValue}
          hint={t("clerk.recipient.digitsHint")}
          isNumeric
          isCurrent={current === "digits"}
          onChoose={() => setCurrent("digits")}
          error={screen.problem === "phoneWrong" ? undefined : problem}
        />
      </div>
    </ScreenFrame>
  );
}
