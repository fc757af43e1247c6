import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { KeyIcon } from "@phosphor-icons/react/dist/csr/Key";
import { PencilSimpleIcon } from "@phosphor-icons/react/dist/csr/PencilSimple";
import { useTranslation } from "react-i18next";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import { Notice } from "#ui/widgets/Notice.tsx";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { CancelKey } from "../parts/Keys.tsx";
import { groupPhone } from "../words/groupPhone.ts";
import { useIntakeRail } from "./rails.ts";
import type { ScreenProps } from "./screenProps.ts";
import "./Typing.css";

/** The number is read back, large, before anything depends on it. */
export function PhoneReadBack(page: ScreenProps<"phoneReadBack">) {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      page={page}
      rail={useIntakeRail("person")}
      title={t("phoneReadBack.title")}
      lead={t("phoneReadBack.lead")}
      keys={
        <>
          <MainKey
            label={t("phoneReadBack.confirm")}
            icon={CheckIcon}
            onPress={() => page.send({ kind: "confirmPhone" })}
          />
          <KeyRow>
            <SecondaryKey
              label={t("phoneReadBack.correct")}
              icon={PencilSimpleIcon}
              onPress={() => page.send({ kind: "back" })}
            />
            <CancelKey page={page} />
          </KeyRow>
        </>
      }
    >
      <div className="read-back">
        <ReadNumber digits={groupPhone(page.screen.phone)} />
        <Notice icon={KeyIcon}>{t("phoneReadBack.lastFour")}</Notice>
      </div>
    </ScreenFrame>
  );
}

/** The grouped number; a bar stands under the four digits that open the compartment later. */
function ReadNumber({ digits }: { readonly digits: string }) {
  const start = startOfLastFour(digits);
  return (
    <p className="read-back-number">
      {digits.slice(0, start)}
      <span className="read-back-last">{digits.slice(start)}</span>
    </p>
  );
}

function startOfLastFour(grouped: string): number {
  const places = [...grouped].flatMap((letter, place) => (letter === " " ? [] : [place]));
  return places.at(-4) ?? 0;
}
