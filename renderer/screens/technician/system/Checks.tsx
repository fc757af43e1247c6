import { useTranslation } from "react-i18next";
import type { DeviceTest } from "#core/contract/technician.ts";
import { PanelKey } from "#ui/widgets/PanelKey.tsx";
import { useDates } from "../../../language/useDates.ts";
import { useUnits } from "../../../language/useUnits.ts";
import { isSameTest, resultOf } from "../devices/deviceTest.ts";
import { useFactWords } from "../devices/useFactWords.ts";
import { Plate } from "../Panel.tsx";
import type { SectionProps } from "../sectionProps.ts";

interface Check {
  readonly name: string;
  readonly now: string;
  readonly isBad: boolean;
  /** Absent: nothing to start, the line says it all. */
  readonly test?: DeviceTest;
}

/** Disk, database, clock, network and queue: how they are now, their newest check, and the key to check again. */
export function Checks(props: SectionProps) {
  const { t } = useTranslation();
  const checks = useChecks(props);
  return (
    <ul className="tech-panel tech-checks" aria-label={t("system.checks")}>
      {checks.map((check) => (
        <li key={check.name} className="tech-check">
          <div className="tech-check-words">
            <h3>{check.name}</h3>
            <p className={check.isBad ? "tech-trouble" : undefined}>{check.now}</p>
            {check.test !== undefined && <LastCheck {...props} test={check.test} />}
          </div>
          {check.test !== undefined && <CheckKey {...props} name={check.name} test={check.test} />}
        </li>
      ))}
    </ul>
  );
}

function useChecks({ page, view }: SectionProps): readonly Check[] {
  const { t } = useTranslation();
  const units = useUnits();
  const dates = useDates(page.setup.timeZone);
  const { system } = view;
  const { queueLength, queueAgeMs } = system;
  const time = dates.time(page.snapshot.nowMs);
  return [
    {
      name: t("system.disk"),
      now: t("system.diskFree", { size: units.bytes(system.diskFreeBytes) }),
      isBad: false,
      test: { kind: "disk" },
    },
    {
      name: t("system.database"),
      now: t("system.databaseSize", { size: units.bytes(system.databaseBytes) }),
      isBad: false,
      test: { kind: "database" },
    },
    {
      name: t("system.clock"),
      now: t(system.isTimeTrusted ? "system.clockTrusted" : "system.clockNotTrusted", { time }),
      isBad: !system.isTimeTrusted,
      test: { kind: "clock" },
    },
    {
      name: t("system.network"),
      now: t(`system.networkState.${system.network}`),
      isBad: system.network === "offline",
      test: { kind: "network" },
    },
    {
      name: t("system.queue"),
      now:
        queueLength === 0
          ? t("system.queueEmpty")
          : t("system.queueLength", { count: queueLength, time: units.duration(queueAgeMs ?? 0) }),
      isBad: false,
    },
  ];
}

function LastCheck({ page, view, test }: SectionProps & { readonly test: DeviceTest }) {
  const { t } = useTranslation();
  const dates = useDates(page.setup.timeZone);
  const words = useFactWords();
  const result = resultOf(view.results, test);
  if (result === undefined) return <p className="tech-panel-note">{t("devices.neverTested")}</p>;
  const facts = Object.entries(result.facts).map(([name, value]) => {
    const fact = words(name, value);
    return `${fact.label}: ${fact.value}`;
  });
  return (
    <p className="tech-check-last">
      <Plate tone={result.outcome === "passed" ? "good" : result.outcome === "failed" ? "bad" : "quiet"}>
        {t(`devices.outcome.${result.outcome}`)}
      </Plate>
      <span className="tech-panel-note">
        {[`${dates.time(result.atMs)} ${dates.shortDate(result.atMs)}`, ...facts].join(" · ")}
      </span>
    </p>
  );
}

function CheckKey({ page, screen, test, name }: SectionProps & { readonly test: DeviceTest; readonly name: string }) {
  const { t } = useTranslation();
  const running = screen.running?.test;
  const isThis = running !== undefined && isSameTest(running, test);
  return (
    <PanelKey
      label={t("system.check")}
      spokenName={`${t("system.check")}: ${name}`}
      busyLabel={isThis ? "…" : undefined}
      unavailableReason={running !== undefined && !isThis ? t("technician.busyTest") : undefined}
      onPress={() => page.send({ kind: "runTest", test })}
    />
  );
}
