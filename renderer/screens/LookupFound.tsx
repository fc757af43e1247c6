import { MagnifyingGlassIcon } from "@phosphor-icons/react/dist/csr/MagnifyingGlass";
import { useTranslation } from "react-i18next";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { DossierFacts } from "../parts/DossierFacts.tsx";
import { CallKey, FinishKey } from "../parts/Keys.tsx";
import type { ScreenProps } from "./screenProps.ts";

/** Where the dossier is, and what is due when. */
export function LookupFound(page: ScreenProps<"lookupResult">) {
  const { t } = useTranslation();
  const { dossier } = page.screen;
  return (
    <ScreenFrame
      page={page}
      title={t(`place.${dossier.place}`)}
      lead={t(`place.${dossier.place}Text`, { hotline: page.setup.office.hotline })}
      keys={
        <>
          <FinishKey page={page} />
          <KeyRow>
            <SecondaryKey
              label={t("lookup.another")}
              icon={MagnifyingGlassIcon}
              onPress={() => page.send({ kind: "back" })}
            />
            <CallKey page={page} />
          </KeyRow>
        </>
      }
    >
      <DossierFacts page={page} dossier={dossier} />
    </ScreenFrame>
  );
}
