import { PhoneIcon } from "@phosphor-icons/react/dist/csr/Phone";
import { useTranslation } from "react-i18next";
import { DigitCells } from "#ui/widgets/DigitCells.tsx";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import { Notice } from "#ui/widgets/Notice.tsx";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { DigitPad } from "../parts/DigitPad.tsx";
import { CancelKey } from "../parts/Keys.tsx";
import { useTyped } from "../parts/useTyped.ts";
import { useIntakeRail } from "./rails.ts";
import type { ScreenProps } from "./screenProps.ts";

/** Without a telephone: four digits of the person's own choice. */
export function ChosenDigits(page: ScreenProps<"chosenDigits">) {
  const { t } = useTranslation();
  const digits = useTyped(4);
  const { problem } = page.screen;
  return (
    <ScreenFrame
      page={page}
      rail={useIntakeRail("person")}
      title={t("chosenDigits.title")}
      lead={t("chosenDigits.lead")}
      keys={
        <>
          <DigitPad typed={digits} />
          <MainKey
            label={t("chosenDigits.confirm")}
            onPress={() => page.send({ kind: "enterChosenDigits", digits: digits.value })}
            unavailableReason={digits.value.length < 4 ? t("chosenDigits.missing") : undefined}
          />
          <KeyRow>
            <SecondaryKey
              label={t("chosenDigits.havePhone")}
              icon={PhoneIcon}
              onPress={() => page.send({ kind: "back" })}
            />
            <CancelKey page={page} />
          </KeyRow>
        </>
      }
    >
      <DigitCells
        value={digits.value}
        length={4}
        spoken={t("common.typed", { typed: digits.value.length, length: 4 })}
        error={problem === undefined ? undefined : t(`problem.${problem}`)}
      />
      <Notice>{t("chosenDigits.remember")}</Notice>
    </ScreenFrame>
  );
}
