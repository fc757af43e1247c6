import { useTranslation } from "react-i18next";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { ListFrame } from "#ui/widgets/ListFrame.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { useLocalized } from "../language/useLocalized.ts";
import { BackKey, CallKey } from "../parts/Keys.tsx";
import { proceduresByField } from "../words/proceduresByField.ts";
import { useIntakeRail } from "./rails.ts";
import type { ScreenProps } from "./screenProps.ts";
import "./Procedure.css";

/** Where to go with procedures that a machine cannot take. */
export function Elsewhere(page: ScreenProps<"elsewhere">) {
  const { t } = useTranslation();
  const localized = useLocalized();
  const others = page.setup.catalogue.filter((procedure) => !procedure.isOffered);
  return (
    <ScreenFrame
      page={page}
      rail={useIntakeRail("procedure")}
      title={t("elsewhere.title")}
      lead={t("elsewhere.lead")}
      keys={
        <KeyRow>
          <BackKey page={page} />
          <CallKey page={page} />
        </KeyRow>
      }
    >
      <div className="procedures">
        {proceduresByField(others).map(({ field, procedures }) => (
          <ListFrame key={field.vi} title={localized(field)}>
            <dl className="elsewhere-list">
              {procedures.map((procedure) => (
                <div key={procedure.procedureId} className="elsewhere-row">
                  <dt>{localized(procedure.name)}</dt>
                  {procedure.whereToGo !== undefined && <dd>{localized(procedure.whereToGo)}</dd>}
                </div>
              ))}
            </dl>
          </ListFrame>
        ))}
      </div>
      <p>{t("elsewhere.other", { hotline: page.setup.office.hotline })}</p>
    </ScreenFrame>
  );
}
