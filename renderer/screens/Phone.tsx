import { PhoneSlashIcon } from "@phosphor-icons/react/dist/csr/PhoneSlash";
import { useTranslation } from "react-i18next";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import { TextField } from "#ui/widgets/TextField.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { DigitPad } from "../parts/DigitPad.tsx";
import { BackKey } from "../parts/Keys.tsx";
import { useTyped } from "../parts/useTyped.ts";
import { groupPhone } from "../words/groupPhone.ts";
import { useIntakeRail } from "./rails.ts";
import type { ScreenProps } from "./screenProps.ts";
import "./Typing.css";

/** Where the message goes; its last four digits open the compartment later. */
export function Phone(page: ScreenProps<"phone">) {
  const { t } = useTranslation();
  const phone = useTyped(11);
  const { problem, personName } = page.screen;
  return (
    <ScreenFrame
      page={page}
      rail={useIntakeRail("person")}
      title={t("phone.title")}
      lead={t("phone.lead")}
      keys={
        <>
          <DigitPad typed={phone} />
          <MainKey
            label={t("common.next")}
            onPress={() => page.send({ kind: "enterPhone", phone: phone.value })}
            unavailableReason={phone.value.length < 10 ? t("phone.missing") : undefined}
          />
          <KeyRow>
            <BackKey page={page} />
            <SecondaryKey
              label={t("phone.none")}
              icon={PhoneSlashIcon}
              onPress={() => page.send({ kind: "chooseDigitsInstead" })}
            />
          </KeyRow>
        </>
      }
    >
      <div className="typing">
        <TextField
          label={`${t("phone.person")}: ${personName}`}
          value={groupPhone(phone.value)}
          hint={t("phone.hint")}
          isNumeric
          isCurrent
          error={problem === undefined ? undefined : t(`problem.${problem}`)}
        />
      </div>
    </ScreenFrame>
  );
}
