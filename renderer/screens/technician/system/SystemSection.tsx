import { FloppyDiskIcon } from "@phosphor-icons/react/dist/csr/FloppyDisk";
import { PrinterIcon } from "@phosphor-icons/react/dist/csr/Printer";
import { useTranslation } from "react-i18next";
import { DottedRow, DottedRows } from "#ui/widgets/DottedRow.tsx";
import { PanelKey } from "#ui/widgets/PanelKey.tsx";
import { useUnits } from "../../../language/useUnits.ts";
import { Panel } from "../Panel.tsx";
import type { SectionProps } from "../sectionProps.ts";
import { Work } from "../Work.tsx";
import { Alarms } from "./Alarms.tsx";
import { Checks } from "./Checks.tsx";
import "./SystemSection.css";

/** The machine's own state: what to check, alarms, saved files, and the readiness report. */
export function SystemSection(props: SectionProps) {
  const { t } = useTranslation();
  const units = useUnits();
  const { page, screen, view } = props;
  const { system } = view;
  const isPrinting = screen.paper === "printing";
  const isSaving = screen.saving?.state === "saving";
  return (
    <Work
      names={{ main: t("system.checks"), side: t("system.machine") }}
      main={
        <>
          <Alarms page={page} alarms={view.alarms} />
          <Checks {...props} />
        </>
      }
      side={
        <>
          <Panel title={t("system.machine")}>
            <DottedRows>
              <DottedRow
                label={t("system.version")}
                value={<span className="tech-mono">{system.softwareVersion}</span>}
              />
              <DottedRow label={t("system.upFor")} value={units.duration(system.upMs)} />
              <DottedRow label={t("system.memory")} value={units.bytes(system.memoryBytes)} />
            </DottedRows>
          </Panel>
          <SavedFiles files={view.savedFiles} />
        </>
      }
      keys={
        <>
          <PanelKey
            icon={PrinterIcon}
            label={t("system.print")}
            busyLabel={isPrinting ? t("system.printing") : undefined}
            onPress={() => page.send({ kind: "printReport" })}
          />
          <PanelKey
            icon={FloppyDiskIcon}
            label={t("system.save")}
            busyLabel={isSaving ? t("system.saving") : undefined}
            onPress={() => page.send({ kind: "saveReport" })}
          />
        </>
      }
    />
  );
}

function SavedFiles({ files }: { readonly files: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("system.saved")}>
      {files.length === 0 ? (
        <p className="tech-panel-note">{t("system.noSaved")}</p>
      ) : (
        <ul className="tech-files">
          {files.map((file) => (
            <li key={file} className="tech-mono">
              {file}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
