import { useTranslation } from "react-i18next";
import { CodeOrDigits } from "../parts/CodeOrDigits.tsx";
import { useCollectionRail } from "./rails.ts";
import type { ScreenProps } from "./screenProps.ts";

/** The receipt's code, or the eight digits of the message. */
export function Credential(page: ScreenProps<"credential">) {
  const { t } = useTranslation();
  return (
    <CodeOrDigits
      page={page}
      rail={useCollectionRail("credential")}
      problem={page.screen.problem}
      checking={page.screen.isChecking ? t("credential.checking") : undefined}
      length={8}
      onDigits={(code) => page.send({ kind: "enterPickupCode", code })}
      words={{
        title: t("credential.title"),
        lead: t("credential.lead"),
        typeKey: t("credential.typeKey"),
        scanKey: t("credential.scanKey"),
        typeTitle: t("credential.typeTitle"),
        typeLead: t("credential.typeLead"),
        confirm: t("credential.confirm"),
        missing: t("credential.missing"),
      }}
    />
  );
}
