import { useTranslation } from "react-i18next";
import type { TestResult } from "#core/contract/technician.ts";
import { DottedRow, DottedRows } from "#ui/widgets/DottedRow.tsx";
import { useDates } from "../../../language/useDates.ts";
import type { PageProps } from "../../screenProps.ts";
import { Panel, Plate } from "../Panel.tsx";
import { useFactWords } from "./useFactWords.ts";

/** The newest result of a test with its time and facts. */
export function LastTest({ page, result }: { readonly page: PageProps; readonly result: TestResult | undefined }) {
  const { t } = useTranslation();
  const words = useFactWords();
  const dates = useDates(page.setup.timeZone);
  if (result === undefined) {
    return (
      <Panel title={t("devices.lastTest")}>
        <p className="tech-panel-note">{t("devices.neverTested")}</p>
      </Panel>
    );
  }
  const { outcome, atMs } = result;
  return (
    <Panel
      title={t("devices.lastTest")}
      beside={
        <>
          <span className="tech-panel-note">{`${dates.time(atMs)} ${dates.shortDate(atMs)}`}</span>
          <Plate tone={outcome === "passed" ? "good" : outcome === "failed" ? "bad" : "quiet"}>
            {t(`devices.outcome.${outcome}`)}
          </Plate>
        </>
      }
    >
      <DottedRows>
        {Object.entries(result.facts).map(([name, value]) => {
          const fact = words(name, value);
          return <DottedRow key={name} label={fact.label} value={fact.value} />;
        })}
      </DottedRows>
    </Panel>
  );
}
