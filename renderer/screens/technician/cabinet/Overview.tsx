import { useTranslation } from "react-i18next";
import { Key } from "#ui/widgets/Key.tsx";
import { Panel, Plate } from "../Panel.tsx";
import { type DoorFacts, doorsToLookAt, kindOf, mismatchOf } from "./doorFacts.ts";
import { useServiceWords } from "./useServiceWords.ts";

/** Before a door is chosen: which ones need a look, each with its reason. */
export function Overview(props: {
  readonly doors: readonly DoorFacts[];
  readonly onDoor: (compartmentNumber: number) => void;
}) {
  const { t } = useTranslation();
  const reasonOf = useReasons();
  const found = doorsToLookAt(props.doors);
  return (
    <Panel title={t("technician.cabinet.attention")}>
      <p className="tech-panel-note">{t("technician.cabinet.touch")}</p>
      {found.length === 0 ? (
        <p>{t("technician.cabinet.allWell")}</p>
      ) : (
        <ul className="tech-look-at">
          {found.map((door) => (
            <li key={door.compartmentNumber}>
              <Key
                look="tech-row"
                label={`${door.compartmentNumber} ${reasonOf(door)} ${t(`technician.door.state.${door.reading.door}`)}`}
                onPress={() => props.onDoor(door.compartmentNumber)}
              >
                <span className="tech-row-number">{door.compartmentNumber}</span>{" "}
                <span className="tech-row-words">{reasonOf(door)}</span>{" "}
                <Plate tone={kindOf(door) === "mismatch" ? "bad" : door.reading.door === "unknown" ? "quiet" : "good"}>
                  {t(`technician.door.state.${door.reading.door}`)}
                </Plate>
              </Key>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function useReasons(): (door: DoorFacts) => string {
  const { t } = useTranslation();
  const serviceWords = useServiceWords();
  return (door) => {
    const mismatch = mismatchOf(door);
    if (mismatch !== undefined) return t(`technician.cabinet.${mismatch}`);
    if (door.outOfService !== undefined) {
      return t("technician.door.outOfService", { reason: serviceWords(door.outOfService) });
    }
    if (door.isSensorFaulty) return `${t("technician.door.sensor")}: ${t("technician.door.sensorFaulty")}`;
    return t("technician.cabinet.legend.unknown");
  };
}
