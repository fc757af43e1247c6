import { useTranslation } from "react-i18next";
import { countByKind, type DoorFacts, doorKinds } from "./doorFacts.ts";

const doorSigns = ["closedHook", "openHook"] as const;
const signs = [...doorSigns, "something", "nothing"] as const;

/** What the colours and signs on the doors mean, and how many doors there are of each. */
export function Legend({ doors }: { readonly doors: readonly DoorFacts[] }) {
  const { t } = useTranslation();
  const counts = countByKind(doors);
  const hasOccupancy = doors.some(({ reading }) => reading.occupancy !== "notSupported");
  return (
    <div className="tech-legend">
      <h2>{t("technician.cabinet.count", { count: doors.length })}</h2>
      <ul>
        {doorKinds.map((kind) => (
          <li key={kind} className="tech-legend-row">
            <span className="tech-legend-door" data-kind={kind} aria-hidden="true" />
            <span>{t(`technician.cabinet.legend.${kind}`)}</span>
            <strong>{counts[kind]}</strong>
          </li>
        ))}
      </ul>
      <h2>{t("technician.cabinet.sensors")}</h2>
      <ul>
        {(hasOccupancy ? signs : doorSigns).map((sign) => (
          <li key={sign} className="tech-legend-row">
            <span className="tech-legend-sign" data-sign={sign} aria-hidden="true" />
            <span>{t(`technician.cabinet.legend.${sign}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
