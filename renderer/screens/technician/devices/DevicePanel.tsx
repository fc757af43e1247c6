import { useTranslation } from "react-i18next";
import type { DeviceReport } from "#core/interfaces/deviceReport.ts";
import { DottedRow, DottedRows } from "#ui/widgets/DottedRow.tsx";
import { Panel, Plate } from "../Panel.tsx";
import type { SectionProps } from "../sectionProps.ts";
import { isInTrouble } from "../troubles.ts";
import { resultOf, testOf } from "./deviceTest.ts";
import { LastTest } from "./LastTest.tsx";
import { useDeviceWords } from "./useDeviceWords.ts";
import { useFactWords } from "./useFactWords.ts";

/** One device: its state and what to do, what it reports and can do, and its newest test. */
export function DevicePanel({ page, screen, view, device }: SectionProps & { readonly device: DeviceReport }) {
  const { t } = useTranslation();
  const nameOf = useDeviceWords();
  const test = testOf(device);
  const { error } = device;
  // While a person is asked, the newest result is not settled yet.
  const newest = screen.running === undefined && screen.lastResult !== undefined ? [screen.lastResult] : [];
  const isBad = isInTrouble(device);
  return (
    <>
      <Panel
        title={nameOf(device)}
        beside={<Plate tone={isBad ? "bad" : "good"}>{t(`devices.state.${device.state}`)}</Plate>}
      >
        <p className={isBad ? "tech-trouble" : "tech-panel-note"}>
          {error === undefined ? t(`devices.stateDo.${device.state}`) : t(`devices.action.${error.action}`)}
        </p>
        {error !== undefined && (
          <DottedRows>
            <DottedRow label={t("devices.code")} value={<span className="tech-mono">{error.code}</span>} />
          </DottedRows>
        )}
        <Facts title={t("devices.properties")} facts={device.properties} />
        <Facts title={t("devices.capabilities")} facts={device.capabilities} />
      </Panel>
      {test === undefined ? (
        <p className="tech-panel-note tech-no-test">{t("devices.noTest")}</p>
      ) : (
        <LastTest page={page} result={resultOf([...view.results, ...newest], test)} />
      )}
    </>
  );
}

function Facts(props: { readonly title: string; readonly facts: Readonly<Record<string, string | number | boolean>> }) {
  const words = useFactWords();
  const facts = Object.entries(props.facts);
  if (facts.length === 0) return null;
  return (
    <div className="tech-facts">
      <h3>{props.title}</h3>
      <DottedRows>
        {facts.map(([name, value]) => {
          const fact = words(name, value);
          return <DottedRow key={name} label={fact.label} value={fact.value} />;
        })}
      </DottedRows>
    </div>
  );
}
