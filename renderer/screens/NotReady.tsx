import { useTranslation } from "react-i18next";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { DossierFacts } from "../parts/DossierFacts.tsx";
import { CallKey, FinishKey } from "../parts/Keys.tsx";
import { useCollectionRail } from "./rails.ts";
import type { ScreenProps } from "./screenProps.ts";

/** The credential is good, but there is nothing to collect yet. */
export function NotReady(page: ScreenProps<"notReady">) {
  const { t } = useTranslation();
  const { dossier } = page.screen;
  const { hotline } = page.setup.office;
  return (
    <ScreenFrame
      page={page}
      rail={useCollectionRail("credential")}
      title={t(`place.${dossier.place}`)}
      lead={`${t(`place.${dossier.place}Text`, { hotline })} ${dossier.place === "collected" ? "" : t("notReady.keep")}`}
      keys={
        <>
          <FinishKey page={page} label={t("common.home")} />
          <KeyRow>
            <CallKey page={page} />
          </KeyRow>
        </>
      }
    >
      <DossierFacts page={page} dossier={dossier} />
    </ScreenFrame>
  );
}
