import { type ComponentType, createElement, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CommissioningView } from "#core/contract/technician.ts";
import { Notice } from "#ui/widgets/Notice.tsx";
import { Rail } from "#ui/widgets/Rail.tsx";
import type { PageProps } from "../../screenProps.ts";
import type { SectionProps } from "../sectionProps.ts";
import { BoardsStep } from "./BoardsStep.tsx";
import { CalibratingStep } from "./CalibratingStep.tsx";
import "./Commissioning.css";
import { Intro } from "./Intro.tsx";
import { NamingStep } from "./NamingStep.tsx";
import { PortsStep } from "./PortsStep.tsx";
import { SavedStep } from "./SavedStep.tsx";
import { SearchingStep } from "./SearchingStep.tsx";
import type { StepProps } from "./stepProps.ts";
import { stepOf, type WizardStep, wizardSteps } from "./wizardStep.ts";

const steps: Readonly<Record<WizardStep, ComponentType<StepProps>>> = {
  ports: PortsStep,
  searching: SearchingStep,
  boards: BoardsStep,
  calibrating: CalibratingStep,
  naming: NamingStep,
  saved: SavedStep,
};

/** The wizard that connects a cabinet: from ports to numbered doors, each problem with what to do. */
export function CommissioningSection({ page, view }: SectionProps) {
  const { commissioning } = view;
  return commissioning === undefined ? <Intro page={page} /> : <Wizard page={page} view={commissioning} />;
}

function Wizard({ page, view }: { readonly page: PageProps; readonly view: CommissioningView }) {
  const { t } = useTranslation();
  const [isChoosingPorts, setIsChoosingPorts] = useState(false);
  const step = isChoosingPorts && view.phase === "boards" ? "ports" : stepOf(view);
  const names = wizardSteps.map((one) => t(`commissioning.rail.${one}`));
  const current = wizardSteps.indexOf(step);
  const railName = t("common.railName", { step: current + 1, steps: names.length, name: names[current] ?? "" });
  return (
    <>
      <Rail steps={names} current={current} name={railName} />
      {view.problem !== undefined && <Notice tone="error">{t(`commissioning.problem.${view.problem}`)}</Notice>}
      {createElement(steps[step], {
        key: step,
        page,
        view,
        send: (told) => page.send({ kind: "commission", step: told }),
        onPorts: setIsChoosingPorts,
      })}
    </>
  );
}
