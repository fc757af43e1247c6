import { createElement } from "react";
import { useTranslation } from "react-i18next";
import type { TechnicianSection, TechnicianView } from "#core/contract/technician.ts";
import { SectionTabs } from "#ui/widgets/SectionTabs.tsx";
import { ScreenShell } from "../../frame/ScreenShell.tsx";
import type { ScreenProps } from "../screenProps.ts";
import { CabinetSection } from "./cabinet/CabinetSection.tsx";
import { CommissioningSection } from "./commissioning/CommissioningSection.tsx";
import { DevicesSection } from "./devices/DevicesSection.tsx";
import { Notices } from "./Notices.tsx";
import { SystemSection } from "./system/SystemSection.tsx";
import "./Technician.css";
import "./Panels.css";
import { TechnicianHead } from "./TechnicianHead.tsx";
import { useTechnicianView } from "./technicianView.ts";
import { troublesOf } from "./troubles.ts";
import { useKeepAlive } from "./useKeepAlive.ts";
import { WiresSection } from "./wires/WiresSection.tsx";

const sections = {
  cabinet: CabinetSection,
  wires: WiresSection,
  devices: DevicesSection,
  system: SystemSection,
  commissioning: CommissioningSection,
} as const;

/** Technician mode: the whole machine on five pages, live. */
export function Technician(props: ScreenProps<"technician">) {
  const { t } = useTranslation();
  const view = useTechnicianView();
  const { screen } = props;
  useKeepAlive(props.send);
  return (
    <ScreenShell page={props} theme="technician" header={<TechnicianHead page={props} screen={screen} />}>
      <Tabs {...props} view={view} />
      <main className="tech-main" data-section={screen.section}>
        <Notices page={props} screen={screen} />
        {view === undefined ? (
          <p className="tech-reading" role="status">
            {t("technician.reading")}
          </p>
        ) : (
          createElement(sections[screen.section], { page: props, screen, view })
        )}
      </main>
    </ScreenShell>
  );
}

function Tabs(props: ScreenProps<"technician"> & { readonly view: TechnicianView | undefined }) {
  const { t } = useTranslation();
  const { screen, send, view } = props;
  const troubles = view === undefined ? undefined : troublesOf(view);
  const names: readonly TechnicianSection[] = [
    "cabinet",
    "wires",
    "devices",
    "system",
    // A machine without commissioning, such as a desk, has no page for it.
    ...(screen.canCommission ? (["commissioning"] as const) : []),
  ];
  return (
    <SectionTabs
      name={t("technician.tabs")}
      current={screen.section}
      onTab={(section) => send({ kind: "showSection", section })}
      tabs={names.map((name) => ({
        name,
        label: t(`technician.section.${name}`),
        troubles: troubles?.[name],
        spokenTroubles: t("technician.troubles", { count: troubles?.[name] ?? 0 }),
      }))}
    />
  );
}
