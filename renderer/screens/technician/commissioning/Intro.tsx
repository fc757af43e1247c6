import { useTranslation } from "react-i18next";
import { PanelKey } from "#ui/widgets/PanelKey.tsx";
import type { PageProps } from "../../screenProps.ts";
import { Panel } from "../Panel.tsx";
import { Work } from "../Work.tsx";
import { StepTitle } from "./StepTitle.tsx";

const needs = ["power", "wire", "doors", "time"] as const;

/** Before the wizard: what it does and what to have ready. */
export function Intro({ page }: { readonly page: PageProps }) {
  const { t } = useTranslation();
  return (
    <Work
      names={{ main: t("commissioning.intro.title"), side: t("commissioning.intro.need") }}
      main={<StepTitle title={t("commissioning.intro.title")} lead={t("commissioning.intro.lead")} />}
      side={
        <Panel title={t("commissioning.intro.need")}>
          <ol className="step-needs">
            {needs.map((need, index) => (
              <li key={need}>
                <span className="step-number" aria-hidden="true">
                  {index + 1}
                </span>
                {t(`commissioning.intro.needs.${need}`)}
              </li>
            ))}
          </ol>
        </Panel>
      }
      keys={
        <PanelKey
          tone="main"
          label={t("commissioning.intro.begin")}
          onPress={() => page.send({ kind: "commission", step: { kind: "begin" } })}
        />
      }
    />
  );
}
