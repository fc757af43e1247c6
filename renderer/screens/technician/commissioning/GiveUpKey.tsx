import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PanelKey } from "#ui/widgets/PanelKey.tsx";
import type { StepProps } from "./stepProps.ts";

/** Leaves the wizard; asked for once more, since what was entered is lost. */
export function GiveUpKey({ send }: Pick<StepProps, "send">) {
  const { t } = useTranslation();
  const [isAsked, setIsAsked] = useState(false);
  if (!isAsked) return <PanelKey label={t("commissioning.giveUp")} onPress={() => setIsAsked(true)} />;
  return (
    <>
      <div className="tech-keys-words">
        <h2>{t("commissioning.giveUpAsk")}</h2>
        <p>{t("commissioning.giveUpLead")}</p>
      </div>
      <PanelKey tone="danger" label={t("commissioning.giveUpYes")} onPress={() => send({ kind: "giveUp" })} />
      <PanelKey label={t("commissioning.goOn")} onPress={() => setIsAsked(false)} />
    </>
  );
}
