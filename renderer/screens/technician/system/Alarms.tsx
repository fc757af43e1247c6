import { SirenIcon } from "@phosphor-icons/react/dist/csr/Siren";
import { useTranslation } from "react-i18next";
import type { TechnicianView } from "#core/contract/technician.ts";
import { PanelKey } from "#ui/widgets/PanelKey.tsx";
import { useDates } from "../../../language/useDates.ts";
import type { PageProps } from "../../screenProps.ts";

/** Alarms that wait for somebody: each says what to look at before it is ended. */
export function Alarms(props: { readonly page: PageProps; readonly alarms: TechnicianView["alarms"] }) {
  const { t } = useTranslation();
  const { page, alarms } = props;
  const dates = useDates(page.setup.timeZone);
  if (alarms.length === 0) return null;
  return (
    <ul className="tech-alarms" aria-label={t("system.alarms")}>
      {alarms.map(({ alarm, sinceMs }) => (
        <li key={alarm} className="tech-alarm">
          <SirenIcon weight="bold" className="tech-alarm-icon" aria-hidden="true" />
          <div className="tech-alarm-words">
            <strong>{t(`technician.alarm.${alarm}`)}</strong>{" "}
            <span>{t("technician.alarm.since", { time: dates.time(sinceMs), day: dates.shortDate(sinceMs) })}</span>
            <p>{t(`technician.alarm.${alarm}Do`)}</p>
          </div>
          <PanelKey
            label={t("technician.alarm.acknowledge")}
            onPress={() => page.send({ kind: "acknowledgeAlarm", alarm })}
          />
        </li>
      ))}
    </ul>
  );
}
