import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { useTranslation } from "react-i18next";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { useLocalized } from "../language/useLocalized.ts";
import { BackKey, CancelKey } from "../parts/Keys.tsx";
import { useIntakeRail } from "./rails.ts";
import type { ScreenProps } from "./screenProps.ts";
import "./Consent.css";

/** What is recorded, what for, who sees it, how long; agreed to by an act, never by silence (Law 91/2025/QH15). */
export function Consent(page: ScreenProps<"consent">) {
  const { t } = useTranslation();
  const localized = useLocalized();
  const { office, consentVersion } = page.setup;
  const parts = [
    { name: t("consent.what"), text: t("consent.whatText") },
    { name: t("consent.why"), text: t("consent.whyText") },
    { name: t("consent.who"), text: t("consent.whoText", { office: localized(office.name) }) },
    { name: t("consent.howLong"), text: t("consent.howLongText") },
    { name: t("consent.not"), text: t("consent.notText") },
    { name: t("consent.rights"), text: t("consent.rightsText", { hotline: office.hotline }) },
  ];
  return (
    <ScreenFrame
      page={page}
      rail={useIntakeRail("consent")}
      title={t("consent.title")}
      lead={t("consent.lead")}
      status={<span>{t("consent.otherwise")}</span>}
      keys={
        <>
          <MainKey label={t("consent.agree")} icon={CheckIcon} onPress={() => page.send({ kind: "giveConsent" })} />
          <KeyRow>
            <BackKey page={page} />
            <CancelKey page={page} label={t("consent.disagree")} />
          </KeyRow>
        </>
      }
    >
      <dl className="consent-parts">
        {parts.map((part) => (
          <div key={part.name}>
            <dt>{part.name}</dt>
            <dd>{part.text}</dd>
          </div>
        ))}
      </dl>
      <p>{t("consent.version", { version: consentVersion })}</p>
    </ScreenFrame>
  );
}
